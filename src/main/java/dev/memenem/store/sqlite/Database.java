package dev.memenem.store.sqlite;

import dev.memenem.pace.Sleeper;
import dev.memenem.store.Patience;
import dev.memenem.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;

/**
 * One guarded connection: a heartbeat and a worker that share it take turns, and a turn is short.
 * Statements are prepared once.
 */
final class Database implements AutoCloseable {
  /** How often a transaction is tried before the store counts as unavailable. */
  private static final int TRIES = 4;

  private final Path file;
  private final Connection connection;
  private final Sleeper sleeper;
  private final Patience patience;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Database(Path file, Connection connection, Sleeper sleeper, Patience patience) {
    this.file = file;
    this.connection = connection;
    this.sleeper = sleeper;
    this.patience = patience;
  }

  /** What is done with the connection. */
  interface Step<T> {
    T run() throws SQLException;
  }

  /** Makes a value of one row. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Reads; each statement sees one state of the database and keeps no writer waiting. */
  synchronized <T> T read(Step<T> step) {
    return retried(step);
  }

  /** Changes all or nothing, with the write lock from the beginning. */
  synchronized <T> T write(Step<T> step) {
    return retried(
        () -> {
          execute("BEGIN IMMEDIATE");
          try {
            T value = step.run();
            execute("COMMIT");
            return value;
          } catch (SQLException | RuntimeException e) {
            rollBack(e);
            throw e;
          }
        });
  }

  /** Some errors have ended the transaction already; then there is nothing to roll back. */
  private void rollBack(Exception cause) {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private <T> T retried(Step<T> step) {
    for (int attempt = 1; ; attempt++) {
      try {
        T value = step.run();
        patience.answered();
        return value;
      } catch (SQLException e) {
        if (busy(e) && attempt < TRIES) {
          pause(Duration.ofMillis(attempt * 20L));
          continue;
        }
        StoreException trouble = Trouble.of(e, file);
        if (!busy(e) && !full(e) || !patience.again(trouble)) {
          throw trouble;
        }
      }
    }
  }

  private static boolean busy(SQLException e) {
    int primary = e.getErrorCode() & 0xff;
    return primary == SQLiteErrorCode.SQLITE_BUSY.code
        || primary == SQLiteErrorCode.SQLITE_LOCKED.code;
  }

  private static boolean full(SQLException e) {
    return (e.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_FULL.code;
  }

  /** Between two slices of a long cleanup: whoever waits to write gets in. */
  void pause(Duration duration) {
    try {
      sleeper.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  int update(String sql, Object... arguments) throws SQLException {
    return bound(sql, arguments).executeUpdate();
  }

  <T> List<T> query(String sql, Row<T> row, Object... arguments) throws SQLException {
    List<T> rows = new ArrayList<>();
    try (ResultSet result = bound(sql, arguments).executeQuery()) {
      while (result.next()) {
        rows.add(row.read(result));
      }
    }
    return rows;
  }

  <T> Optional<T> first(String sql, Row<T> row, Object... arguments) throws SQLException {
    try (ResultSet result = bound(sql, arguments).executeQuery()) {
      return result.next() ? Optional.ofNullable(row.read(result)) : Optional.empty();
    }
  }

  /** One number of one row; 0 when it is null or there is no row. */
  long number(String sql, Object... arguments) throws SQLException {
    return first(sql, row -> row.getLong(1), arguments).orElse(0L);
  }

  private PreparedStatement bound(String sql, Object... arguments) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, column(arguments[i]));
    }
    return statement;
  }

  private static Object column(Object value) {
    if (value instanceof Optional<?> optional) {
      return column(optional.orElse(null));
    }
    if (value instanceof Instant instant) {
      return millis(instant);
    }
    return value;
  }

  /**
   * Instants too far for milliseconds, such as {@link Instant#MAX}, become the farthest that {@link
   * Schema#NEVER} is still behind.
   */
  private static long millis(Instant instant) {
    try {
      return instant.toEpochMilli();
    } catch (ArithmeticException e) {
      return instant.isAfter(Instant.EPOCH) ? Schema.NEVER - 1 : Long.MIN_VALUE;
    }
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }

  /** Empty for null. */
  static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Trouble.of(e, file);
    }
  }
}
