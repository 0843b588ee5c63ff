/** Fakes, samples and the contracts that every implementation of a port passes. */
package dev.memenem.testing;
