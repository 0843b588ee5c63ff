/**
 * One open store: jobs, caches and pacing in one place. {@link dev.memenem.store.StoreUri} names
 * it; {@code sqlite} is the embedded one, {@code mongo} the one that many machines share. Both pass
 * the same contract.
 */
package dev.memenem.store;
