package dev.memenem.job;

import java.time.Instant;
import java.util.Optional;

/**
 * Which jobs to list, newest first.
 *
 * @param limit at most so many
 * @param state only in this state
 * @param label only with exactly this label
 * @param since only created at or behind this instant
 */
public record JobQuery(
    int limit, Optional<JobState> state, Optional<String> label, Optional<Instant> since) {
  public static JobQuery newest(int limit) {
    return new JobQuery(limit, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
