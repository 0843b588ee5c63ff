package dev.memenem.store.sqlite;

import dev.memenem.cache.Sweep;
import dev.memenem.job.Job;
import dev.memenem.job.JobQuery;
import dev.memenem.job.JobState;
import dev.memenem.job.JobStore;
import dev.memenem.job.Lease;
import dev.memenem.job.Work;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The moves of a job, each one guarded update. What only looks is in {@link JobArchive}. */
final class SqliteJobs implements JobStore {
  private final Database database;
  private final InstantSource clock;
  private final JobArchive archive;
  private final JobClaims claims;

  SqliteJobs(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.archive = new JobArchive(database, clock);
    this.claims = new JobClaims(database, clock);
  }

  @Override
  public Recorded create(Job job) {
    return database.write(
        () -> {
          Optional<String> key = job.request().key();
          if (key.isPresent()) {
            Optional<Job> earlier = archive.withKey(key.get());
            if (earlier.isPresent()) {
              return new Recorded(earlier.get(), false);
            }
            // What has expired is absent: its key is free.
            for (String table : List.of("jobs", "results")) {
              database.update(
                  "DELETE FROM " + table + " WHERE key = ? AND expires_at <= ?",
                  key,
                  clock.instant());
            }
          }
          insert(job);
          return new Recorded(job, true);
        });
  }

  private void insert(Job job) throws SQLException {
    String request = JobRows.json(job.request());
    String work = JobRows.json(job.work());
    database.update(
        """
        INSERT INTO jobs (id, key, label, state, progress, attempt, cancel_requested, fence,
            lease_until, created_at, expires_at, finished, failures, timings, bytes, request, work)
          VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, 0, 0, '{}', ?, ?, ?)
        """,
        job.id(),
        job.request().key(),
        job.request().label(),
        job.state().id(),
        job.progress(),
        job.attempt(),
        job.times().createdAt(),
        Schema.NEVER,
        request.length() + work.length(),
        request,
        work);
  }

  @Override
  public Optional<Job> find(String id) {
    return database.read(() -> archive.find(id));
  }

  @Override
  public List<String> idsStartingWith(String prefix, int limit) {
    return archive.idsStartingWith(prefix, limit);
  }

  @Override
  public List<Job> list(JobQuery query) {
    return archive.list(query);
  }

  @Override
  public Optional<Job> claim(
      String id, Lease.Owner owner, Duration lease, Predicate<Lease.Owner> gone) {
    return claims.claim(id, owner, lease, gone);
  }

  @Override
  public Optional<Job> claimNext(Lease.Owner owner, Duration lease, Predicate<Lease.Owner> gone) {
    return claims.claimNext(owner, lease, gone);
  }

  @Override
  public Beat heartbeat(String id, long fence, Duration lease) {
    return database.write(
        () ->
            database
                .first(
                    "UPDATE jobs SET lease_until = ?"
                        + " WHERE id = ? AND fence = ? AND state = 'processing'"
                        + " RETURNING cancel_requested",
                    row -> row.getBoolean(1) ? Beat.CANCEL_WANTED : Beat.HELD,
                    clock.instant().plus(lease),
                    id,
                    fence)
                .orElse(Beat.LOST));
  }

  @Override
  public boolean checkpoint(String id, long fence, double progress, Work work) {
    String json = JobRows.json(work);
    return database.write(
            () ->
                database.update(
                    "UPDATE jobs SET progress = max(progress, ?), work = ?, finished = ?,"
                        + " failures = ?, timings = ?, bytes = length(request) + ?"
                        + " WHERE id = ? AND fence = ? AND state = 'processing'",
                    progress,
                    json,
                    work.results().size(),
                    work.failures().size(),
                    JobRows.timings(work),
                    json.length(),
                    id,
                    fence))
        == 1;
  }

  @Override
  public boolean finish(
      String id, long fence, JobState state, Work work, Job.Outcome outcome, Lifetimes lifetimes) {
    if (!state.ended()) {
      throw new IllegalArgumentException("a job does not end as " + state.id());
    }
    return database.write(
        () -> {
          boolean held =
              database.number(
                      "SELECT count(*) FROM jobs"
                          + " WHERE id = ? AND fence = ? AND state = 'processing'",
                      id,
                      fence)
                  == 1;
          if (held) {
            String json = JobRows.json(work);
            database.update(
                "UPDATE jobs SET work = ?, finished = ?, failures = ?, timings = ?,"
                    + " bytes = length(request) + ? WHERE id = ?",
                json,
                work.results().size(),
                work.failures().size(),
                JobRows.timings(work),
                json.length(),
                id);
            end(id, state, outcome, lifetimes);
          }
          return held;
        });
  }

  /** Ends the job and keeps what it made under its own lifetime. */
  private void end(String id, JobState state, Job.Outcome outcome, Lifetimes lifetimes)
      throws SQLException {
    Instant now = clock.instant();
    database.update(
        "UPDATE jobs SET state = ?, progress = iif(? = 'completed', 100.0, progress),"
            + " completed_at = ?, expires_at = ?, exit_code = ?, error = ? WHERE id = ?",
        state.id(),
        state.id(),
        now,
        now.plus(lifetimes.jobs()),
        outcome.exitCode(),
        outcome.error(),
        id);
    database.update(
        """
        INSERT OR REPLACE INTO results (id, key, label, state, progress, attempt, created_at,
            started_at, completed_at, expires_at, exit_code, error, finished, failures, timings,
            bytes, request, work)
          SELECT id, key, label, state, progress, attempt, created_at,
            started_at, completed_at, ?, exit_code, error, finished, failures, timings,
            bytes, request, work FROM jobs WHERE id = ?
        """,
        now.plus(lifetimes.results()),
        id);
  }

  @Override
  public boolean giveBack(String id, long fence) {
    return database.write(
            () ->
                database.update(
                    "UPDATE jobs SET state = 'queued'"
                        + " WHERE id = ? AND fence = ? AND state = 'processing'",
                    id,
                    fence))
        == 1;
  }

  @Override
  public Optional<Job> cancel(String id, Lifetimes lifetimes) {
    return database.write(
        () -> {
          database.update(
              "UPDATE jobs SET cancel_requested = 1"
                  + " WHERE id = ? AND state IN ('queued', 'processing')",
              id);
          boolean queued =
              database.number("SELECT count(*) FROM jobs WHERE id = ? AND state = 'queued'", id)
                  == 1;
          if (queued) {
            end(id, JobState.CANCELLED, Job.Outcome.CANCELLED, lifetimes);
          }
          return archive.find(id);
        });
  }

  @Override
  public Optional<Job> requeue(String id) {
    return database.write(
        () -> {
          Optional<Work> work =
              database.first(
                  "SELECT id, work FROM jobs WHERE id = ? AND expires_at > ?"
                      + " AND (state IN ('failed', 'cancelled')"
                      + " OR state = 'completed' AND failures > 0)",
                  JobRows::work,
                  id,
                  clock.instant());
          if (work.isEmpty()) {
            return Optional.empty();
          }
          String kept = JobRows.json(work.get().forRetry());
          database.update(
              """
              UPDATE jobs SET state = 'queued', attempt = attempt + 1, progress = 0,
                  cancel_requested = 0, started_at = NULL, completed_at = NULL, expires_at = ?,
                  exit_code = NULL, error = NULL, failures = 0, timings = '{}',
                  bytes = length(request) + ?, work = ? WHERE id = ?
              """,
              Schema.NEVER,
              kept.length(),
              kept,
              id);
          database.update("DELETE FROM results WHERE id = ?", id);
          return archive.find(id);
        });
  }

  @Override
  public void announce(Lease.Owner owner, Duration alive) {
    database.write(
        () ->
            database.update(
                "INSERT OR REPLACE INTO workers (worker, host, pid, process_started, until)"
                    + " VALUES (?, ?, ?, ?, ?)",
                owner.worker(),
                owner.host(),
                owner.pid(),
                owner.startedAt(),
                clock.instant().plus(alive)));
  }

  @Override
  public void retire(Lease.Owner owner) {
    database.write(() -> database.update("DELETE FROM workers WHERE worker = ?", owner.worker()));
  }

  @Override
  public List<Lease.Owner> workers() {
    return database.read(
        () ->
            database.query(
                "SELECT * FROM workers WHERE until > ? ORDER BY worker",
                JobRows::owner,
                clock.instant()));
  }

  @Override
  public Map<JobState, Long> counts() {
    return archive.counts();
  }

  @Override
  public List<Timing> timings(int limit) {
    return archive.timings(limit);
  }

  @Override
  public Holding jobs() {
    return archive.holding("jobs");
  }

  @Override
  public Holding results() {
    return archive.holding("results");
  }

  @Override
  public Sweep.Swept sweepJobs(Sweep sweep) {
    // Workers that died without a word are swept along; nobody counts them.
    if (!sweep.dryRun()) {
      database.write(
          () -> database.update("DELETE FROM workers WHERE until <= ?", clock.instant()));
    }
    return archive.sweep("jobs", sweep);
  }

  @Override
  public Sweep.Swept sweepResults(Sweep sweep) {
    return archive.sweep("results", sweep);
  }
}
