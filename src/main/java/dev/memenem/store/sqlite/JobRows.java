package dev.memenem.store.sqlite;

import dev.memenem.job.Job;
import dev.memenem.job.JobJson;
import dev.memenem.job.JobRequest;
import dev.memenem.job.JobState;
import dev.memenem.job.Lease;
import dev.memenem.job.Work;
import dev.memenem.json.Json;
import dev.memenem.json.JsonException;
import dev.memenem.json.Tree;
import dev.memenem.store.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Jobs to and from rows. */
final class JobRows {
  private static final String COMMON =
      "id, state, progress, attempt, created_at, started_at, completed_at, exit_code, error,"
          + " request";

  /** What a list needs of {@code jobs}. */
  static final String JOB =
      COMMON + ", cancel_requested, fence, host, pid, process_started, worker, lease_until";

  /** The same of {@code results}, which keep nothing of the claim. */
  static final String RESULT =
      COMMON
          + ", 0 AS cancel_requested, 0 AS fence, NULL AS host, NULL AS pid,"
          + " NULL AS process_started, NULL AS worker, 0 AS lease_until";

  private JobRows() {}

  /** A job without its work. */
  static Job head(ResultSet row) throws SQLException {
    return read(row, Work.NONE);
  }

  /** A job with its work, which the row must have. */
  static Job whole(ResultSet row) throws SQLException {
    return read(row, work(row));
  }

  static Work work(ResultSet row) throws SQLException {
    return JobJson.readWork(tree(row, "work"));
  }

  private static Job read(ResultSet row, Work work) throws SQLException {
    return new Job(
        row.getString("id"),
        request(row),
        state(row),
        row.getDouble("progress"),
        row.getInt("attempt"),
        lease(row),
        row.getBoolean("cancel_requested"),
        work,
        new Job.Times(
            Database.instant(row, "created_at"),
            Database.optionalInstant(row, "started_at"),
            Database.optionalInstant(row, "completed_at")),
        outcome(row));
  }

  /** A state of a newer version counts as one that nobody here may touch. */
  static JobState state(ResultSet row) throws SQLException {
    return JobState.of(row.getString("state")).orElse(JobState.PROCESSING);
  }

  /** The claim in force or the last one. */
  static Optional<Lease> lease(ResultSet row) throws SQLException {
    String worker = row.getString("worker");
    return worker == null
        ? Optional.empty()
        : Optional.of(
            new Lease(owner(row), row.getLong("fence"), Database.instant(row, "lease_until")));
  }

  static Lease.Owner owner(ResultSet row) throws SQLException {
    return new Lease.Owner(
        row.getString("host"),
        row.getLong("pid"),
        row.getLong("process_started"),
        row.getString("worker"));
  }

  private static Optional<Job.Outcome> outcome(ResultSet row) throws SQLException {
    int code = row.getInt("exit_code");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new Job.Outcome(code, Optional.ofNullable(row.getString("error"))));
  }

  private static JobRequest request(ResultSet row) throws SQLException {
    try {
      return JobJson.readRequest(tree(row, "request"));
    } catch (JsonException e) {
      throw unreadable(row, e);
    }
  }

  private static Tree tree(ResultSet row, String column) throws SQLException {
    try {
      return Json.parse(row.getString(column));
    } catch (JsonException e) {
      throw unreadable(row, e);
    }
  }

  private static StoreException unreadable(ResultSet row, JsonException e) throws SQLException {
    return new StoreException(
        "job %s cannot be read (%s); was it written by a newer memenem?"
            .formatted(row.getString("id"), e.getMessage()),
        e);
  }

  static String json(JobRequest request) {
    return Json.write(JobJson.write(request));
  }

  static String json(Work work) {
    return Json.write(JobJson.write(work));
  }

  /** Stages and their milliseconds, apart from the work so that statistics need not read that. */
  static String timings(Work work) {
    return Json.write(work.timings());
  }

  static Map<String, Long> timings(ResultSet row) throws SQLException {
    Tree tree = tree(row, "timings");
    return tree.fields().stream()
        .collect(Collectors.toMap(stage -> stage, stage -> tree.get(stage).longer(0)));
  }
}
