/** Measurements of the program as a whole; the README beside the sources says how to run them. */
package dev.memenem.bench;
