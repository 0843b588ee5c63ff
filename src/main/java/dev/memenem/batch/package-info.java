/**
 * The use case: a job is recorded, claimed, worked on batch by batch and saved after each, here or
 * in a process of its own. Nothing in here calls upward except through {@link
 * dev.memenem.batch.BatchListener}.
 */
package dev.memenem.batch;
