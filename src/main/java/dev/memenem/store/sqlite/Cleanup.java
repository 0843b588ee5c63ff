package dev.memenem.store.sqlite;

import dev.memenem.cache.Sweep.Swept;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Deletes rows in slices, each a short transaction, with a pause between two that lets every other
 * writer in. The table has a numbered primary key and a {@code bytes} column.
 *
 * @param database where
 * @param table which
 * @param number its primary key
 * @param slice how many rows one transaction looks at
 */
record Cleanup(Database database, String table, String number, int slice) {
  /** Longer than SQLite's first waits for a lock, so that a waiting writer wakes within it. */
  private static final Duration PAUSE = Duration.ofMillis(4);

  /** Pages given back to the disk by one transaction. */
  private static final int PAGES = 500;

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
        "DELETE FROM %s WHERE %s IN (SELECT %s FROM %s WHERE %s LIMIT %d) RETURNING bytes"
            .formatted(table, number, number, table, condition, slice);
    Swept all = Swept.NOTHING;
    while (true) {
      Swept swept = slice(sql, arguments);
      if (swept.count() == 0) {
        return all;
      }
      all = all.plus(swept);
      database.pause(PAUSE);
    }
  }

  /** For any condition: walks through the whole table, a window of rows at a time. */
  Swept byWindow(String condition, Object... arguments) {
    String next =
        "SELECT max(%s) FROM (SELECT %s FROM %s WHERE %s > ? ORDER BY %s LIMIT %d)"
            .formatted(number, number, table, number, number, slice);
    String sql =
        "DELETE FROM %s WHERE %s > ? AND %s <= ? AND (%s) RETURNING bytes"
            .formatted(table, number, number, condition);
    Swept all = Swept.NOTHING;
    long from = 0;
    while (true) {
      long start = from;
      long end = database.read(() -> database.number(next, start));
      if (end == 0) {
        return all;
      }
      List<Object> values = new ArrayList<>(List.of(start, end));
      values.addAll(Arrays.asList(arguments));
      Swept swept = slice(sql, values.toArray());
      all = all.plus(swept);
      if (swept.count() > 0) {
        database.pause(PAUSE);
      }
      from = end;
    }
  }

  private Swept slice(String sql, Object... arguments) {
    List<Long> bytes = database.write(() -> database.query(sql, Cleanup::bytes, arguments));
    return new Swept(bytes.size(), bytes.stream().mapToLong(Long::longValue).sum());
  }

  private static long bytes(ResultSet row) throws SQLException {
    return row.getLong("bytes");
  }

  /** Gives free pages back to the disk. */
  void shrink() {
    while (database.read(() -> database.number("PRAGMA freelist_count")) > 0) {
      database.write(
          () -> {
            database.execute("PRAGMA incremental_vacuum(" + PAGES + ")");
            return null;
          });
      database.pause(PAUSE);
    }
  }
}
