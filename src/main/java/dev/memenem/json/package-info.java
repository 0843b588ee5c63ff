/**
 * JSON in and out: a streaming writer and a small reader, cheap at start-up, and the cleaning of
 * text that a terminal must not see. It stands on nothing of ours.
 */
package dev.memenem.json;
