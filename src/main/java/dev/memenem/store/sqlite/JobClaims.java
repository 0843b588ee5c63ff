package dev.memenem.store.sqlite;

import dev.memenem.job.Job;
import dev.memenem.job.JobState;
import dev.memenem.job.Lease;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Claims. Who is dead is judged before the write lock is taken, for asking the system about a
 * process takes longer than the claim; the fence then tells whether the judgement still holds.
 */
record JobClaims(Database database, InstantSource clock) {
  private static final String CANDIDATE =
      "seq, id, state, created_at, fence, host, pid, process_started, worker, lease_until";

  /** A job that somebody may have to be relieved of. */
  private record Candidate(
      long seq, String id, JobState state, Instant createdAt, long fence, Optional<Lease> lease) {
    static Candidate read(ResultSet row) throws SQLException {
      return new Candidate(
          row.getLong("seq"),
          row.getString("id"),
          JobRows.state(row),
          Database.instant(row, "created_at"),
          row.getLong("fence"),
          JobRows.lease(row));
    }

    boolean isFree(Instant now, Lease.Owner claimant, Predicate<Lease.Owner> gone) {
      return state == JobState.QUEUED
          || state == JobState.PROCESSING
              && lease.filter(held -> isDead(held, now, claimant, gone)).isPresent();
    }

    private static boolean isDead(
        Lease held, Instant now, Lease.Owner claimant, Predicate<Lease.Owner> gone) {
      return !held.until().isAfter(now)
          || held.owner().host().equals(claimant.host()) && gone.test(held.owner());
    }

    boolean isOlderThan(Candidate other) {
      int order = createdAt.compareTo(other.createdAt);
      return order < 0 || order == 0 && seq < other.seq;
    }
  }

  Optional<Job> claim(String id, Lease.Owner owner, Duration lease, Predicate<Lease.Owner> gone) {
    return database
        .read(
            () ->
                database.first(
                    "SELECT " + CANDIDATE + " FROM jobs WHERE id = ?", Candidate::read, id))
        .filter(candidate -> candidate.isFree(clock.instant(), owner, gone))
        .flatMap(candidate -> database.write(() -> take(candidate, owner, lease)));
  }

  Optional<Job> claimNext(Lease.Owner owner, Duration lease, Predicate<Lease.Owner> gone) {
    // As many as there are workers, however long the queue is.
    List<Candidate> orphans =
        database
            .read(
                () ->
                    database.query(
                        "SELECT "
                            + CANDIDATE
                            + " FROM jobs WHERE state = 'processing' ORDER BY created_at, seq",
                        Candidate::read))
            .stream()
            .filter(candidate -> candidate.isFree(clock.instant(), owner, gone))
            .toList();
    return database.write(() -> takeOldest(orphans, owner, lease));
  }

  private Optional<Job> takeOldest(List<Candidate> orphans, Lease.Owner owner, Duration lease)
      throws SQLException {
    Optional<Candidate> queued =
        database.first(
            "SELECT "
                + CANDIDATE
                + " FROM jobs WHERE state = 'queued' ORDER BY created_at, seq LIMIT 1",
            Candidate::read);
    for (Candidate orphan : orphans) {
      if (queued.filter(waiting -> waiting.isOlderThan(orphan)).isPresent()) {
        break;
      }
      Optional<Job> taken = take(orphan, owner, lease);
      if (taken.isPresent()) {
        return taken;
      }
    }
    return queued.isPresent() ? take(queued.get(), owner, lease) : Optional.empty();
  }

  /** A lease that was renewed since has another end; one that was taken over another fence. */
  private Optional<Job> take(Candidate candidate, Lease.Owner owner, Duration lease)
      throws SQLException {
    Instant now = clock.instant();
    int taken =
        database.update(
            """
            UPDATE jobs SET state = 'processing', fence = fence + 1, host = ?, pid = ?,
                process_started = ?, worker = ?, lease_until = ?,
                started_at = coalesce(started_at, ?)
              WHERE id = ? AND state = ? AND fence = ? AND lease_until = ?
            """,
            owner.host(),
            owner.pid(),
            owner.startedAt(),
            owner.worker(),
            now.plus(lease),
            now,
            candidate.id(),
            candidate.state().id(),
            candidate.fence(),
            candidate.lease().map(Lease::until).orElse(Instant.EPOCH));
    return taken == 0
        ? Optional.empty()
        : database.first("SELECT * FROM jobs WHERE id = ?", JobRows::whole, candidate.id());
  }
}
