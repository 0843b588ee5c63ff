package dev.memenem.cache;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one kind of cache holds.
 *
 * @param total sum of the entries' counts, expired ones left out
 * @param groups where they came from, in order of name
 * @param hits look-ups that found what they wanted, since the store was made
 * @param misses look-ups that did not
 * @param bytes of all values, expired ones too
 * @param expired entries past their lifetime that no cleanup has taken yet
 * @param oldest when the oldest unexpired entry was stored
 * @param newest when the newest was
 */
public record CacheStats(
    long total,
    List<String> groups,
    long hits,
    long misses,
    long bytes,
    long expired,
    Optional<Instant> oldest,
    Optional<Instant> newest) {

  /** Hits by look-ups, 0 when there were none. */
  public double hitRate() {
    return hits + misses == 0 ? 0 : (double) hits / (hits + misses);
  }
}
