package dev.memenem.store.sqlite;

import dev.memenem.cache.Sweep.Swept;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Deletes rows in slices, each a short transaction whose size follows from how long the one before
 * took, with pauses that let every other writer in. The table has a numbered primary key and a
 * {@code bytes} column. For one cleanup, by one thread.
 */
final class Cleanup {
  private static final Duration SLICE = Duration.ofMillis(5);
  private static final Duration LEAST_PAUSE = Duration.ofMillis(4);
  private static final int FEWEST = 10;
  private static final int MOST = 2_000;

  /** Pages given back to the disk by one transaction. */
  private static final int PAGES = 250;

  /**
   * Pages in the log at which this process copies them into the file, waiting for the disk; others
   * do that at SQLite's 1 000, and so are spared it.
   */
  private static final int COPY_AT = 250;

  private static final int COPY_USUALLY_AT = 1_000;

  private final Database database;
  private final String table;
  private final String number;
  private int rows;

  /**
   * @param database where
   * @param table which
   * @param number its primary key
   * @param rows how many the first transaction looks at
   */
  Cleanup(Database database, String table, String number, int rows) {
    this.database = database;
    this.table = table;
    this.number = number;
    this.rows = rows;
  }

  /** Counts only. */
  Swept count(String condition, Object... arguments) {
    return database.read(
        () ->
            database
                .first(
                    "SELECT count(*), coalesce(sum(bytes), 0) FROM %s WHERE %s"
                        .formatted(table, condition),
                    row -> new Swept(row.getLong(1), row.getLong(2)),
                    arguments)
                .orElse(Swept.NOTHING));
  }

  /** For a condition that an index answers: takes slice after slice until none is left. */
  Swept byIndex(String condition, Object... arguments) {
    String sql =
        "DELETE FROM %s WHERE %s IN (SELECT %s FROM %s WHERE %s LIMIT ?) RETURNING bytes"
            .formatted(table, number, number, table, condition);
    Swept all = Swept.NOTHING;
    while (true) {
      List<Object> values = new ArrayList<>(Arrays.asList(arguments));
      values.add(rows);
      Swept swept = slice(sql, values);
      if (swept.count() == 0) {
        return all;
      }
      all = all.plus(swept);
    }
  }

  /** For any condition: walks through the whole table, a window of rows at a time. */
  Swept byWindow(String condition, Object... arguments) {
    String next =
        "SELECT max(%s) FROM (SELECT %s FROM %s WHERE %s > ? ORDER BY %s LIMIT ?)"
            .formatted(number, number, table, number, number);
    String sql =
        "DELETE FROM %s WHERE %s > ? AND %s <= ? AND (%s) RETURNING bytes"
            .formatted(table, number, number, condition);
    Swept all = Swept.NOTHING;
    long from = 0;
    while (true) {
      long start = from;
      long end = database.read(() -> database.number(next, start, rows));
      if (end == 0) {
        return all;
      }
      List<Object> values = new ArrayList<>(List.of(start, end));
      values.addAll(Arrays.asList(arguments));
      all = all.plus(slice(sql, values));
      from = end;
    }
  }

  private Swept slice(String sql, List<Object> arguments) {
    return turn(
        () -> {
          List<Long> bytes =
              database.write(() -> database.query(sql, Cleanup::bytes, arguments.toArray()));
          return new Swept(bytes.size(), bytes.stream().mapToLong(Long::longValue).sum());
        });
  }

  private static long bytes(ResultSet row) throws SQLException {
    return row.getLong("bytes");
  }

  /** Gives free pages back to the disk. */
  void shrink() {
    while (database.read(() -> database.number("PRAGMA freelist_count")) > 0) {
      turn(
          () -> {
            database.write(() -> execute("PRAGMA incremental_vacuum(" + PAGES + ")"));
            return Swept.NOTHING;
          });
    }
  }

  /** One transaction, and a pause as long as it took, so that others have half of the time. */
  private Swept turn(Supplier<Swept> transaction) {
    long begun = System.nanoTime();
    Swept swept = transaction.get();
    long took = Math.max(1, System.nanoTime() - begun);
    long fitting = rows * SLICE.toNanos() / took;
    rows = (int) clamp(clamp(fitting, rows / 2, rows * 2L), FEWEST, MOST);
    Duration pause = Duration.ofNanos(took);
    database.pause(pause.compareTo(LEAST_PAUSE) < 0 ? LEAST_PAUSE : pause);
    return swept;
  }

  private static long clamp(long value, long least, long most) {
    return Math.max(least, Math.min(value, most));
  }

  /** Does a whole cleanup while this process, not those who write, waits for the disk. */
  Swept sparingOthers(Supplier<Swept> cleanup) {
    database.read(() -> execute("PRAGMA wal_autocheckpoint = " + COPY_AT));
    try {
      return cleanup.get();
    } finally {
      database.read(() -> execute("PRAGMA wal_autocheckpoint = " + COPY_USUALLY_AT));
    }
  }

  private Void execute(String sql) throws SQLException {
    database.execute(sql);
    return null;
  }
}
