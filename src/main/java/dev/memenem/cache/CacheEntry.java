package dev.memenem.cache;

import java.time.Instant;

/**
 * One cached value. A key holds one entry (a source's templates, a picture) or several that differ
 * in {@code item} (the variations of one caption request).
 *
 * @param key what was asked
 * @param item tells the entries of one key apart; {@code ""} when there is only one
 * @param group where it came from: a source or provider name
 * @param value opaque to the cache
 * @param count how many things the value holds, for statistics: templates in a list, else 1
 * @param storedAt when, in milliseconds
 * @param expiresAt from then on it is a miss
 * @param keepUntil until then {@link Cache#stale} still gives it; at least {@code expiresAt}
 */
public record CacheEntry(
    String key,
    String item,
    String group,
    byte[] value,
    int count,
    Instant storedAt,
    Instant expiresAt,
    Instant keepUntil) {}
