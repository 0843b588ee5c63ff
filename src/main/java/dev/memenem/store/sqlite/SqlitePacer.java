package dev.memenem.store.sqlite;

import dev.memenem.pace.Pacer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One row an account. */
final class SqlitePacer implements Pacer {
  private final Database database;
  private final InstantSource clock;

  SqlitePacer(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Instant reserve(String account, Duration spacing) {
    return database.write(
        () -> {
          long now = clock.millis();
          long start =
              database
                  .first(
                      "SELECT max(?, coalesce(last_start + ?, 0), coalesce(paused_until, 0))"
                          + " FROM pacing WHERE account = ?",
                      row -> row.getLong(1),
                      now,
                      spacing.toMillis(),
                      account)
                  .orElse(now);
          database.update(
              "INSERT INTO pacing (account, last_start) VALUES (?, ?)"
                  + " ON CONFLICT (account) DO UPDATE SET last_start = excluded.last_start",
              account,
              start);
          return Instant.ofEpochMilli(start);
        });
  }

  @Override
  public void pause(String account, Instant until, String reason) {
    database.write(
        () ->
            database.update(
                "INSERT INTO pacing (account, paused_until, reason) VALUES (?, ?, ?)"
                    + " ON CONFLICT (account) DO UPDATE SET"
                    + " paused_until = excluded.paused_until, reason = excluded.reason"
                    + " WHERE excluded.paused_until > coalesce(paused_until, 0)",
                account,
                until,
                reason));
  }

  @Override
  public Optional<Pause> pause(String account) {
    return database
        .read(
            () ->
                database.first(
                    "SELECT paused_until, reason FROM pacing WHERE account = ?",
                    this::pause,
                    account))
        .flatMap(pause -> pause);
  }

  private Optional<Pause> pause(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return Database.optionalInstant(row, "paused_until")
        .filter(until -> until.isAfter(clock.instant()))
        .map(until -> new Pause(until, reason));
  }

  @Override
  public void record(String account, boolean failed, long tokens) {
    database.write(
        () ->
            database.update(
                "INSERT INTO pacing (account, calls, errors, tokens) VALUES (?, 1, ?, ?)"
                    + " ON CONFLICT (account) DO UPDATE SET calls = calls + 1,"
                    + " errors = errors + excluded.errors, tokens = tokens + excluded.tokens",
                account,
                failed ? 1 : 0,
                tokens));
  }

  @Override
  public Map<String, Usage> usage() {
    Map<String, Usage> usage = new LinkedHashMap<>();
    database.read(
        () ->
            database.query(
                "SELECT account, calls, errors, tokens, paused_until, reason FROM pacing"
                    + " ORDER BY account",
                row ->
                    usage.put(
                        row.getString("account"),
                        new Usage(
                            row.getLong("calls"),
                            row.getLong("errors"),
                            row.getLong("tokens"),
                            pause(row)))));
    return usage;
  }

  @Override
  public void remember(String account, String fact) {
    database.write(
        () ->
            database.update(
                "INSERT INTO pacing (account, fact) VALUES (?, ?)"
                    + " ON CONFLICT (account) DO UPDATE SET fact = excluded.fact",
                account,
                fact));
  }

  @Override
  public Optional<String> recall(String account) {
    return database.read(
        () ->
            database.first(
                "SELECT fact FROM pacing WHERE account = ?", row -> row.getString(1), account));
  }
}
