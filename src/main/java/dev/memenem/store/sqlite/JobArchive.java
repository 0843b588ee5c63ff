package dev.memenem.store.sqlite;

import dev.memenem.cache.Sweep;
import dev.memenem.cache.Sweep.Swept;
import dev.memenem.job.Job;
import dev.memenem.job.JobQuery;
import dev.memenem.job.JobState;
import dev.memenem.job.JobStore.Holding;
import dev.memenem.job.JobStore.Timing;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looking at jobs, running and ended: {@code jobs} first, and {@code results} where that has
 * nothing unexpired any more.
 */
record JobArchive(Database database, InstantSource clock) {
  /** What a cleanup begins with: jobs are large. */
  private static final int SLICE = 50;

  /** Results whose job is no longer in {@code jobs}; takes the instant twice. */
  private static final String ALONE =
      "expires_at > ? AND NOT EXISTS (SELECT 1 FROM jobs"
          + " WHERE jobs.id = results.id AND jobs.expires_at > ?)";

  Optional<Job> find(String id) throws SQLException {
    return one("id = ?", id);
  }

  Optional<Job> withKey(String key) throws SQLException {
    return one("key = ?", key);
  }

  private Optional<Job> one(String condition, String value) throws SQLException {
    Instant now = clock.instant();
    Optional<Job> job =
        database.first(
            "SELECT %s, work FROM jobs WHERE %s AND expires_at > ?"
                .formatted(JobRows.JOB, condition),
            JobRows::whole,
            value,
            now);
    return job.isPresent()
        ? job
        : database.first(
            "SELECT %s, work FROM results WHERE %s AND expires_at > ?"
                .formatted(JobRows.RESULT, condition),
            JobRows::whole,
            value,
            now);
  }

  List<String> idsStartingWith(String prefix, int limit) {
    Instant now = clock.instant();
    // Ids are ASCII: what begins with the prefix lies between it and it with a last character.
    String end = prefix + "\uffff";
    return database.read(
        () ->
            database.query(
                """
                SELECT id, created_at, seq FROM jobs
                    WHERE id >= ? AND id < ? AND expires_at > ?
                  UNION ALL SELECT id, created_at, seq FROM results
                    WHERE id >= ? AND id < ? AND %s
                  ORDER BY created_at DESC, seq DESC LIMIT ?
                """
                    .formatted(ALONE),
                row -> row.getString("id"),
                prefix,
                end,
                now,
                prefix,
                end,
                now,
                now,
                limit));
  }

  List<Job> list(JobQuery query) {
    List<Object> filters = new ArrayList<>();
    StringBuilder filter = new StringBuilder();
    query.state().ifPresent(state -> add(filter, filters, " AND state = ?", state.id()));
    query.label().ifPresent(label -> add(filter, filters, " AND label = ?", label));
    query.since().ifPresent(since -> add(filter, filters, " AND created_at >= ?", since));
    Instant now = clock.instant();
    List<Object> arguments = new ArrayList<>();
    arguments.add(now);
    arguments.addAll(filters);
    arguments.add(now);
    arguments.add(now);
    arguments.addAll(filters);
    arguments.add(query.limit());
    return database.read(
        () ->
            database.query(
                """
                SELECT %s, seq FROM jobs WHERE expires_at > ?%s
                  UNION ALL SELECT %s, seq FROM results WHERE %s%s
                  ORDER BY created_at DESC, seq DESC LIMIT ?
                """
                    .formatted(JobRows.JOB, filter, JobRows.RESULT, ALONE, filter),
                JobRows::head,
                arguments.toArray()));
  }

  private static void add(StringBuilder filter, List<Object> filters, String text, Object value) {
    filter.append(text);
    filters.add(value);
  }

  Map<JobState, Long> counts() {
    Instant now = clock.instant();
    Map<JobState, Long> counts = new EnumMap<>(JobState.class);
    for (JobState state : JobState.values()) {
      counts.put(state, 0L);
    }
    database.read(
        () ->
            database.query(
                """
                SELECT state, count(*) AS jobs FROM jobs WHERE expires_at > ? GROUP BY state
                  UNION ALL
                SELECT state, count(*) AS jobs FROM results WHERE %s GROUP BY state
                """
                    .formatted(ALONE),
                row -> counts.merge(JobRows.state(row), row.getLong("jobs"), Long::sum),
                now,
                now,
                now));
    return counts;
  }

  List<Timing> timings(int limit) {
    Instant now = clock.instant();
    return database.read(
        () ->
            database.query(
                """
                SELECT id, finished, timings, completed_at - started_at AS total, completed_at
                    FROM jobs WHERE expires_at > ? AND state = 'completed'
                  UNION ALL
                SELECT id, finished, timings, completed_at - started_at AS total, completed_at
                    FROM results WHERE %s AND state = 'completed'
                  ORDER BY completed_at DESC LIMIT ?
                """
                    .formatted(ALONE),
                row ->
                    new Timing(row.getInt("finished"), JobRows.timings(row), row.getLong("total")),
                now,
                now,
                now,
                limit));
  }

  Holding holding(String table) {
    return database.read(
        () ->
            database
                .first(
                    """
                    SELECT count(*) FILTER (WHERE expires_at > ?1) AS total,
                        coalesce(sum(bytes), 0) AS bytes,
                        count(*) FILTER (WHERE expires_at <= ?1) AS expired,
                        min(created_at) FILTER (WHERE expires_at > ?1) AS oldest,
                        max(created_at) FILTER (WHERE expires_at > ?1) AS newest
                      FROM %s
                    """
                        .formatted(table),
                    row ->
                        new Holding(
                            row.getLong("total"),
                            row.getLong("bytes"),
                            row.getLong("expired"),
                            Database.optionalInstant(row, "oldest"),
                            Database.optionalInstant(row, "newest")),
                    clock.instant())
                .orElseThrow());
  }

  /** Takes ended jobs only: the others have neither an end nor an expiry. */
  Swept sweep(String table, Sweep sweep) {
    Cleanup cleanup = new Cleanup(database, table, "seq", SLICE);
    String either = "expires_at <= ? OR completed_at < ?";
    if (sweep.dryRun()) {
      return cleanup.count(either, sweep.expiredBefore(), sweep.storedBefore());
    }
    return cleanup.sparingOthers(() -> sweep(cleanup, sweep, either));
  }

  private static Swept sweep(Cleanup cleanup, Sweep sweep, String either) {
    // A job that was queued again has no end, whatever Sweep says, so the condition is enough.
    Swept swept = cleanup.byIndex("expires_at <= ?", sweep.expiredBefore());
    if (!sweep.storedBefore().equals(Instant.MIN)) {
      swept = swept.plus(cleanup.byWindow(either, sweep.expiredBefore(), sweep.storedBefore()));
    }
    if (swept.count() > 0) {
      cleanup.shrink();
    }
    return swept;
  }
}
