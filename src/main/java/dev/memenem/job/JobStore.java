package dev.memenem.job;

import dev.memenem.cache.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Port: the durable record of every job. Each method is one atomic change of one record, safe with
 * any number of processes. Losing a race is a normal value. Two records stand behind a job:
 * <em>jobs</em>, what execution needs, and <em>results</em>, the finished document; each has its
 * own lifetime, which starts when the job has ended. What has expired is absent, swept or not.
 * Thread safe.
 */
public interface JobStore {
  /**
   * Records a queued job. With an idempotency key that a job in {@code jobs} or {@code results}
   * already has, that job is returned instead and nothing is written.
   */
  Recorded create(Job job);

  /** The job, from {@code jobs} or, when that has expired, from {@code results}. */
  Optional<Job> find(String id);

  /** Ids that begin so, newest first; {@code ""} begins every id. */
  List<String> idsStartingWith(String prefix, int limit);

  /** Newest first; each with empty work, since a list shows none. */
  List<Job> list(JobQuery query);

  /**
   * Claims one job if it is queued, or if its worker is dead: the lease has run out, or the worker
   * was on this host and {@code gone} says that its process is no more. State becomes processing,
   * the fence rises by one; {@code startedAt} is set at the first claim of an attempt. Empty when
   * somebody else has it.
   */
  Optional<Job> claim(String id, Lease.Owner owner, Duration lease, Predicate<Lease.Owner> gone);

  /** Claims the oldest job that {@link #claim} would give; empty when there is none. */
  Optional<Job> claimNext(Lease.Owner owner, Duration lease, Predicate<Lease.Owner> gone);

  /** Renews the lease if it is still this claim's, and says whether the work is still wanted. */
  Beat heartbeat(String id, long fence, Duration lease);

  /**
   * Saves work and progress if the fence is the claim's; progress is never lowered.
   *
   * @return false when the lease was lost: nothing was written
   */
  boolean checkpoint(String id, long fence, double progress, Work work);

  /**
   * Ends a processing job if the fence is the claim's, and writes its result.
   *
   * @param state completed, failed or cancelled
   * @return false when the lease was lost: nothing was written
   */
  boolean finish(
      String id, long fence, JobState state, Work work, Job.Outcome outcome, Lifetimes lifetimes);

  /** Queues a processing job again, with its work, if the fence is the claim's. */
  boolean giveBack(String id, long fence);

  /**
   * Wants a job to stop. A queued one is cancelled at once; a processing one is marked, and its
   * worker sees that with its next heartbeat.
   *
   * @return the job as it then is; empty when there is none
   */
  Optional<Job> cancel(String id, Lifetimes lifetimes);

  /**
   * Queues an ended job again: attempt + 1, progress 0, failures and warnings cleared, finished
   * templates and the plan kept. Only from failed, cancelled, or completed with failures.
   *
   * @return the queued job; empty when it is not in such a state, or absent from {@code jobs}
   */
  Optional<Job> requeue(String id);

  /** A worker that waits for jobs says that it lives, for this long. */
  void announce(Lease.Owner owner, Duration alive);

  /** It stops. */
  void retire(Lease.Owner owner);

  /** Workers that said so and whose time has not run out. */
  List<Lease.Owner> workers();

  /** How many jobs are in each state; every state is a key. */
  Map<JobState, Long> counts();

  /** Measurements of jobs that completed lately, newest first. */
  List<Timing> timings(int limit);

  Holding jobs();

  Holding results();

  Sweep.Swept sweepJobs(Sweep sweep);

  Sweep.Swept sweepResults(Sweep sweep);

  record Recorded(Job job, boolean created) {}

  /** What a heartbeat found. */
  enum Beat {
    HELD,
    CANCEL_WANTED,
    LOST
  }

  /** How long the two records of an ended job live. */
  record Lifetimes(Duration jobs, Duration results) {}

  /**
   * One completed job.
   *
   * @param templates how many it finished
   * @param stages milliseconds by stage
   * @param total milliseconds from its start to its end
   */
  record Timing(int templates, Map<String, Long> stages, long total) {}

  /**
   * What one of the two record kinds holds, unexpired; {@code expired} those no cleanup has taken.
   */
  record Holding(
      long total, long bytes, long expired, Optional<Instant> oldest, Optional<Instant> newest) {}
}
