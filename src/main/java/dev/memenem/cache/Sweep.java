package dev.memenem.cache;

import java.time.Instant;

/**
 * What a cleanup takes away: everything that has expired before {@code expiredBefore} or was stored
 * (for jobs and results: ended) before {@code storedBefore}.
 *
 * @param expiredBefore usually now
 * @param storedBefore {@link Instant#MIN} to leave unexpired entries alone, {@link Instant#MAX} to
 *     take all
 * @param dryRun count only
 */
public record Sweep(Instant expiredBefore, Instant storedBefore, boolean dryRun) {

  /** What was taken, or would be. */
  public record Swept(long count, long bytes) {
    public static final Swept NOTHING = new Swept(0, 0);

    public Swept plus(Swept other) {
      return new Swept(count + other.count, bytes + other.bytes);
    }
  }
}
