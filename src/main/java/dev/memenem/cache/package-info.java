/**
 * The cache port: entries of five kinds with a lifetime each, their hits and misses, and the sweep
 * of what has expired.
 */
package dev.memenem.cache;
