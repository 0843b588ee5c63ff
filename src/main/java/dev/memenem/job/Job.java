package dev.memenem.job;

import java.time.Instant;
import java.util.Optional;

/**
 * One job, as a store gives it back. A value: only the store moves a job on.
 *
 * @param id 36 characters, unique
 * @param request what was asked for
 * @param state where it stands
 * @param progress 0 to 100; never goes back within an attempt
 * @param attempt from 1
 * @param lease the claim in force or the last one; empty before the first
 * @param cancelRequested somebody wants it to stop
 * @param work what is done
 * @param times when it moved
 * @param outcome how it ended; empty until then
 */
public record Job(
    String id,
    JobRequest request,
    JobState state,
    double progress,
    int attempt,
    Optional<Lease> lease,
    boolean cancelRequested,
    Work work,
    Times times,
    Optional<Outcome> outcome) {

  /** Instants in milliseconds; {@code completedAt} is when it ended, however. */
  public record Times(
      Instant createdAt, Optional<Instant> startedAt, Optional<Instant> completedAt) {}

  /**
   * @param exitCode of the job, kept for good
   * @param error one line; empty unless it failed
   */
  public record Outcome(int exitCode, Optional<String> error) {
    /** Of a job that was cancelled before anybody had begun it. */
    public static final Outcome CANCELLED = new Outcome(7, Optional.empty());
  }

  /** A new job, queued. */
  public static Job queued(String id, JobRequest request, Instant now) {
    return new Job(
        id,
        request,
        JobState.QUEUED,
        0,
        1,
        Optional.empty(),
        false,
        Work.NONE,
        new Times(now, Optional.empty(), Optional.empty()),
        Optional.empty());
  }

  /** The first eight characters of the id: enough for people and file names. */
  public String shortId() {
    return id.substring(0, Math.min(8, id.length()));
  }

  /** True when {@code retry} has something to do. */
  public boolean canRetry() {
    return state == JobState.FAILED
        || state == JobState.CANCELLED
        || (state == JobState.COMPLETED && !work.failures().isEmpty());
  }
}
