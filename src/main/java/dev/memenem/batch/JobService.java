package dev.memenem.batch;

import dev.memenem.job.Job;
import dev.memenem.job.JobQuery;
import dev.memenem.job.JobRequest;
import dev.memenem.job.JobState;
import dev.memenem.job.JobStore;
import dev.memenem.json.Invisible;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people do with jobs: record, find, cancel, run again. */
public final class JobService {
  private final JobStore jobs;
  private final JobStore.Lifetimes lifetimes;
  private final InstantSource clock;

  public JobService(JobStore jobs, JobStore.Lifetimes lifetimes, InstantSource clock) {
    this.jobs = jobs;
    this.lifetimes = lifetimes;
    this.clock = clock;
  }

  /** An id for a job that is about to be recorded. */
  public static String newId() {
    return UUID.randomUUID().toString();
  }

  /** Records a queued job, or finds the one that has the same idempotency key. */
  public JobStore.Recorded submit(String id, JobRequest request) {
    return jobs.create(Job.queued(id, request, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  /**
   * The job that a user means.
   *
   * @param reference an id, a beginning that only one id has, or {@code latest}
   * @throws NoSuchJob when it names none or several
   */
  public Job find(String reference) {
    return jobs.find(id(reference)).orElseThrow(() -> unknown(reference));
  }

  private String id(String reference) {
    String wanted = reference.strip();
    if (wanted.equals("latest")) {
      return jobs.idsStartingWith("", 1).stream()
          .findFirst()
          .orElseThrow(
              () -> new NoSuchJob("there is no job yet; 'memenem submit TOPIC' makes one"));
    }
    if (wanted.isEmpty()) {
      throw unknown(reference);
    }
    List<String> ids = jobs.idsStartingWith(wanted, 2);
    if (ids.contains(wanted) || ids.size() == 1) {
      return ids.contains(wanted) ? wanted : ids.get(0);
    }
    if (ids.isEmpty()) {
      throw unknown(reference);
    }
    throw new NoSuchJob(
        "several jobs begin with '%s'; write more of the id".formatted(Invisible.strip(wanted)));
  }

  private static NoSuchJob unknown(String reference) {
    return new NoSuchJob(
        "no job '%s'; 'memenem status' lists those that are kept"
            .formatted(Invisible.strip(reference)));
  }

  /** The job as it is now; empty when it is gone. */
  public Optional<Job> reload(String id) {
    return jobs.find(id);
  }

  public List<Job> list(JobQuery query) {
    return jobs.list(query);
  }

  /** Wants a job to stop; the job as it then is. */
  public Job cancel(String reference) {
    return jobs.cancel(id(reference), lifetimes).orElseThrow(() -> unknown(reference));
  }

  /**
   * Queues a job again.
   *
   * @return the queued job; empty when nothing in it failed or is unfinished
   * @throws NoSuchJob also when what execution needs of it has expired
   */
  public Optional<Job> requeue(String reference) {
    Job job = find(reference);
    Optional<Job> queued = jobs.requeue(job.id());
    if (queued.isEmpty()
        && job.canRetry()
        && !jobs.find(job.id()).map(Job::canRetry).orElse(true)) {
      return Optional.empty();
    }
    if (queued.isEmpty() && job.canRetry()) {
      throw new NoSuchJob(
          "job %s is kept as a result only, it can no longer be run again; submit it anew"
              .formatted(job.shortId()));
    }
    return queued;
  }

  /** True when jobs wait and nobody lives who would take them. */
  public boolean waitsForWorker(Job job) {
    return job.state() == JobState.QUEUED && jobs.workers().isEmpty();
  }

  /** Seconds until the job is likely done, from what this store has measured lately. */
  public long estimate(Job job, boolean paced, Duration delay, int batchSize) {
    int open = job.request().maxTemplates() - job.work().results().size();
    return Estimate.seconds(
        jobs.timings(Estimate.SAMPLE), Math.max(open, 0), paced, delay, batchSize);
  }

  /** Now, in the ticks that stores keep. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
