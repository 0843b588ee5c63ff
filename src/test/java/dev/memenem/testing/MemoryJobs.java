package dev.memenem.testing;

import dev.memenem.cache.Sweep;
import dev.memenem.cache.Sweep.Swept;
import dev.memenem.job.Job;
import dev.memenem.job.JobJson;
import dev.memenem.job.JobQuery;
import dev.memenem.job.JobState;
import dev.memenem.job.JobStore;
import dev.memenem.job.Lease;
import dev.memenem.job.Work;
import dev.memenem.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

final class MemoryJobs implements JobStore {
  /** A record with its expiry; {@link Instant#MAX} while the job has not ended. */
  private record Kept(Job job, Instant expiresAt) {
    long bytes() {
      return Json.bytes(JobJson.write(job.request())).length
          + Json.bytes(JobJson.write(job.work())).length;
    }
  }

  private static final Comparator<Job> OLDEST_FIRST =
      Comparator.comparing((Job job) -> job.times().createdAt());

  private final InstantSource clock;
  private final Map<String, Kept> jobs = new LinkedHashMap<>();
  private final Map<String, Kept> results = new LinkedHashMap<>();
  private final Map<Lease.Owner, Instant> workers = new LinkedHashMap<>();

  MemoryJobs(InstantSource clock) {
    this.clock = clock;
  }

  private boolean alive(Kept kept) {
    return kept.expiresAt().isAfter(clock.instant());
  }

  /** Everything unexpired, {@code jobs} before {@code results}, newest first. */
  private Stream<Job> known() {
    Map<String, Job> known = new LinkedHashMap<>();
    for (Map<String, Kept> records : List.of(jobs, results)) {
      records.values().stream()
          .filter(this::alive)
          .forEach(kept -> known.putIfAbsent(kept.job().id(), kept.job()));
    }
    return known.values().stream().sorted(OLDEST_FIRST.reversed());
  }

  @Override
  public synchronized Recorded create(Job job) {
    Optional<Job> earlier =
        known()
            .filter(
                other ->
                    job.request().key().isPresent()
                        && other.request().key().equals(job.request().key()))
            .findFirst();
    earlier.ifPresentOrElse(known -> {}, () -> jobs.put(job.id(), new Kept(job, Instant.MAX)));
    return new Recorded(earlier.orElse(job), earlier.isEmpty());
  }

  @Override
  public synchronized Optional<Job> find(String id) {
    return known().filter(job -> job.id().equals(id)).findFirst();
  }

  @Override
  public synchronized List<String> idsStartingWith(String prefix, int limit) {
    return known().map(Job::id).filter(id -> id.startsWith(prefix)).limit(limit).toList();
  }

  @Override
  public synchronized List<Job> list(JobQuery query) {
    return known()
        .filter(job -> query.state().map(job.state()::equals).orElse(true))
        .filter(job -> query.label().isEmpty() || query.label().equals(job.request().label()))
        .filter(job -> query.since().map(s -> !job.times().createdAt().isBefore(s)).orElse(true))
        .limit(query.limit())
        .map(job -> with(job, Work.NONE))
        .toList();
  }

  @Override
  public synchronized Optional<Job> claim(
      String id, Lease.Owner owner, Duration lease, Predicate<Lease.Owner> gone) {
    return Optional.ofNullable(jobs.get(id))
        .map(Kept::job)
        .filter(job -> isFree(job, owner, gone))
        .map(job -> claimed(job, owner, lease));
  }

  @Override
  public synchronized Optional<Job> claimNext(
      Lease.Owner owner, Duration lease, Predicate<Lease.Owner> gone) {
    return jobs.values().stream()
        .map(Kept::job)
        .sorted(OLDEST_FIRST)
        .filter(job -> isFree(job, owner, gone))
        .findFirst()
        .map(job -> claimed(job, owner, lease));
  }

  private boolean isFree(Job job, Lease.Owner claimant, Predicate<Lease.Owner> gone) {
    return job.state() == JobState.QUEUED
        || job.state() == JobState.PROCESSING
            && job.lease()
                .filter(
                    held ->
                        !held.until().isAfter(clock.instant())
                            || held.owner().host().equals(claimant.host())
                                && gone.test(held.owner()))
                .isPresent();
  }

  private Job claimed(Job job, Lease.Owner owner, Duration lease) {
    Instant now = clock.instant();
    long fence = job.lease().map(Lease::fence).orElse(0L) + 1;
    return keep(
        new Job(
            job.id(),
            job.request(),
            JobState.PROCESSING,
            job.progress(),
            job.attempt(),
            Optional.of(new Lease(owner, fence, now.plus(lease))),
            job.cancelRequested(),
            job.work(),
            new Job.Times(
                job.times().createdAt(),
                Optional.of(job.times().startedAt().orElse(now)),
                Optional.empty()),
            Optional.empty()));
  }

  private Job keep(Job job) {
    jobs.put(job.id(), new Kept(job, Instant.MAX));
    return job;
  }

  /** Changes the job if the claim with this fence is in force. */
  private Optional<Job> held(String id, long fence, UnaryOperator<Job> change) {
    return Optional.ofNullable(jobs.get(id))
        .map(Kept::job)
        .filter(job -> job.state() == JobState.PROCESSING)
        .filter(job -> job.lease().orElseThrow().fence() == fence)
        .map(change)
        .map(this::keep);
  }

  @Override
  public synchronized Beat heartbeat(String id, long fence, Duration lease) {
    return held(
            id,
            fence,
            job ->
                new Job(
                    job.id(),
                    job.request(),
                    job.state(),
                    job.progress(),
                    job.attempt(),
                    job.lease()
                        .map(held -> new Lease(held.owner(), fence, clock.instant().plus(lease))),
                    job.cancelRequested(),
                    job.work(),
                    job.times(),
                    job.outcome()))
        .map(job -> job.cancelRequested() ? Beat.CANCEL_WANTED : Beat.HELD)
        .orElse(Beat.LOST);
  }

  @Override
  public synchronized boolean checkpoint(String id, long fence, double progress, Work work) {
    return held(
            id,
            fence,
            job -> moved(job, job.state(), Math.max(job.progress(), progress), job.attempt(), work))
        .isPresent();
  }

  private static Job with(Job job, Work work) {
    return moved(job, job.state(), job.progress(), job.attempt(), work);
  }

  private static Job moved(Job job, JobState state, double progress, int attempt, Work work) {
    return new Job(
        job.id(),
        job.request(),
        state,
        progress,
        attempt,
        job.lease(),
        job.cancelRequested(),
        work,
        job.times(),
        job.outcome());
  }

  @Override
  public synchronized boolean finish(
      String id, long fence, JobState state, Work work, Job.Outcome outcome, Lifetimes lifetimes) {
    Optional<Job> held = held(id, fence, job -> with(job, work));
    held.ifPresent(job -> end(job, state, outcome, lifetimes));
    return held.isPresent();
  }

  private Job end(Job job, JobState state, Job.Outcome outcome, Lifetimes lifetimes) {
    Instant now = clock.instant();
    Job ended =
        new Job(
            job.id(),
            job.request(),
            state,
            state == JobState.COMPLETED ? 100 : job.progress(),
            job.attempt(),
            job.lease(),
            job.cancelRequested(),
            job.work(),
            new Job.Times(job.times().createdAt(), job.times().startedAt(), Optional.of(now)),
            Optional.of(outcome));
    jobs.put(job.id(), new Kept(ended, now.plus(lifetimes.jobs())));
    results.put(job.id(), new Kept(ended, now.plus(lifetimes.results())));
    return ended;
  }

  @Override
  public synchronized boolean giveBack(String id, long fence) {
    return held(
            id,
            fence,
            job -> moved(job, JobState.QUEUED, job.progress(), job.attempt(), job.work()))
        .isPresent();
  }

  @Override
  public synchronized Optional<Job> cancel(String id, Lifetimes lifetimes) {
    return find(id)
        .map(
            job -> {
              if (job.state().ended()) {
                return job;
              }
              Job marked =
                  keep(
                      new Job(
                          job.id(),
                          job.request(),
                          job.state(),
                          job.progress(),
                          job.attempt(),
                          job.lease(),
                          true,
                          job.work(),
                          job.times(),
                          job.outcome()));
              return job.state() == JobState.QUEUED
                  ? end(marked, JobState.CANCELLED, Job.Outcome.CANCELLED, lifetimes)
                  : marked;
            });
  }

  @Override
  public synchronized Optional<Job> requeue(String id) {
    return Optional.ofNullable(jobs.get(id))
        .filter(this::alive)
        .map(Kept::job)
        .filter(Job::canRetry)
        .map(
            job -> {
              results.remove(id);
              return keep(
                  new Job(
                      job.id(),
                      job.request(),
                      JobState.QUEUED,
                      0,
                      job.attempt() + 1,
                      job.lease(),
                      false,
                      job.work().forRetry(),
                      new Job.Times(job.times().createdAt(), Optional.empty(), Optional.empty()),
                      Optional.empty()));
            });
  }

  @Override
  public synchronized void announce(Lease.Owner owner, Duration alive) {
    workers.put(owner, clock.instant().plus(alive));
  }

  @Override
  public synchronized void retire(Lease.Owner owner) {
    workers.remove(owner);
  }

  @Override
  public synchronized List<Lease.Owner> workers() {
    return workers.entrySet().stream()
        .filter(worker -> worker.getValue().isAfter(clock.instant()))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public synchronized Map<JobState, Long> counts() {
    Map<JobState, Long> counts = new EnumMap<>(JobState.class);
    Stream.of(JobState.values()).forEach(state -> counts.put(state, 0L));
    known().forEach(job -> counts.merge(job.state(), 1L, Long::sum));
    return counts;
  }

  @Override
  public synchronized List<Timing> timings(int limit) {
    return known()
        .filter(job -> job.state() == JobState.COMPLETED)
        .sorted(
            Comparator.comparing((Job job) -> job.times().completedAt().orElseThrow()).reversed())
        .limit(limit)
        .map(
            job ->
                new Timing(
                    job.work().results().size(),
                    job.work().timings(),
                    Duration.between(
                            job.times().startedAt().orElseThrow(),
                            job.times().completedAt().orElseThrow())
                        .toMillis()))
        .toList();
  }

  @Override
  public synchronized Holding jobs() {
    return holding(jobs);
  }

  @Override
  public synchronized Holding results() {
    return holding(results);
  }

  private Holding holding(Map<String, Kept> records) {
    List<Instant> created =
        records.values().stream()
            .filter(this::alive)
            .map(kept -> kept.job().times().createdAt())
            .sorted()
            .toList();
    return new Holding(
        created.size(),
        records.values().stream().mapToLong(Kept::bytes).sum(),
        records.size() - created.size(),
        created.stream().findFirst(),
        created.stream().reduce((one, next) -> next));
  }

  @Override
  public synchronized Swept sweepJobs(Sweep sweep) {
    return sweep(jobs, sweep);
  }

  @Override
  public synchronized Swept sweepResults(Sweep sweep) {
    return sweep(results, sweep);
  }

  private static Swept sweep(Map<String, Kept> records, Sweep sweep) {
    List<Kept> taken =
        records.values().stream()
            .filter(kept -> kept.job().state().ended())
            .filter(
                kept ->
                    MemoryCache.takes(
                        sweep, kept.expiresAt(), kept.job().times().completedAt().orElseThrow()))
            .toList();
    if (!sweep.dryRun()) {
      taken.forEach(kept -> records.remove(kept.job().id()));
    }
    return new Swept(taken.size(), taken.stream().mapToLong(Kept::bytes).sum());
  }
}
