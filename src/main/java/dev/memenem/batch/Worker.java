package dev.memenem.batch;

import dev.memenem.job.Job;
import dev.memenem.job.JobState;
import dev.memenem.job.JobStore;
import dev.memenem.job.Lease;
import dev.memenem.job.Work;
import dev.memenem.pace.Sleeper;
import dev.memenem.store.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Claims jobs and runs them, in the foreground and detached alike. One worker runs one job at a
 * time.
 */
public final class Worker {
  private final JobStore jobs;
  private final BatchProcessor processor;
  private final Lease.Owner owner;
  private final Predicate<Lease.Owner> gone;
  private final JobStore.Lifetimes lifetimes;
  private final InstantSource clock;
  private final Sleeper sleeper;
  private final Consumer<RuntimeException> failure;

  /**
   * Who a worker is.
   *
   * @param owner this worker
   * @param gone whether a worker on the same host is no more
   */
  public record Identity(Lease.Owner owner, Predicate<Lease.Owner> gone) {}

  /**
   * @param failure receives what broke a job unexpectedly
   */
  public Worker(
      JobStore jobs,
      BatchProcessor processor,
      Identity identity,
      JobStore.Lifetimes lifetimes,
      InstantSource clock,
      Sleeper sleeper,
      Consumer<RuntimeException> failure) {
    this.jobs = jobs;
    this.processor = processor;
    this.owner = identity.owner();
    this.gone = identity.gone();
    this.lifetimes = lifetimes;
    this.clock = clock;
    this.sleeper = sleeper;
    this.failure = failure;
  }

  /**
   * Runs one job if it can be claimed; the job as this run left it, empty when somebody else has
   * it.
   */
  public Optional<Job> run(String id, BatchListener listener, StopSignal stop) {
    return jobs.claim(id, owner, Heartbeat.LEASE, gone).flatMap(job -> work(job, listener, stop));
  }

  /** Runs the oldest job that waits or was orphaned; empty when there is none. */
  public Optional<Job> runNext(BatchListener listener, StopSignal stop) {
    return jobs.claimNext(owner, Heartbeat.LEASE, gone)
        .map(job -> work(job, listener, stop).orElse(job));
  }

  /** Says that this worker waits for jobs; to be repeated more often than {@code alive}. */
  public void announce(Duration alive) {
    jobs.announce(owner, alive);
  }

  public void retire() {
    jobs.retire(owner);
  }

  private Optional<Job> work(Job job, BatchListener listener, StopSignal stop) {
    long fence = job.lease().orElseThrow().fence();
    listener.state(job);
    Heartbeat heartbeat = new Heartbeat(jobs, job.id(), fence, stop, clock, sleeper);
    try {
      Saved saved = new Saved(jobs, job, fence, stop, listener);
      Optional<String> broken = process(job, saved, stop);
      if (!end(job, saved.work(), fence, stop, broken)) {
        return Optional.empty();
      }
    } finally {
      heartbeat.close();
    }
    Optional<Job> ended = jobs.find(job.id());
    ended.ifPresent(listener::state);
    return ended;
  }

  /**
   * Why the job cannot go on, if it cannot; a store that fails is not the job's fault and passes
   * on.
   */
  private Optional<String> process(Job job, Saved saved, StopSignal stop) {
    try {
      processor.process(job, saved, stop);
      return Optional.empty();
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      failure.accept(e);
      return Optional.of("something that should not happen: " + e);
    }
  }

  /** False when the job is somebody else's now. */
  private boolean end(Job job, Work work, long fence, StopSignal stop, Optional<String> broken) {
    if (stop.reason() == StopSignal.Reason.LEASE_LOST) {
      return false;
    }
    if (stop.reason() == StopSignal.Reason.GIVEN_BACK) {
      return jobs.giveBack(job.id(), fence);
    }
    if (stop.reason() == StopSignal.Reason.CANCELLED) {
      return finish(job, fence, JobState.CANCELLED, work, Verdict.cancelled());
    }
    Job.Outcome outcome =
        broken.map(Verdict::broken).orElseGet(() -> Verdict.of(job.request(), work));
    boolean failed = broken.isPresent() || work.results().isEmpty();
    return finish(job, fence, failed ? JobState.FAILED : JobState.COMPLETED, work, outcome);
  }

  private boolean finish(Job job, long fence, JobState state, Work work, Job.Outcome outcome) {
    return jobs.finish(job.id(), fence, state, work, outcome, lifetimes);
  }
}
