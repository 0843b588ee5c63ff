/**
 * The job: what was asked, its states and lease, what came of each template, and the port of the
 * store that keeps them. Every move of a job is a compare-and-set.
 */
package dev.memenem.job;
