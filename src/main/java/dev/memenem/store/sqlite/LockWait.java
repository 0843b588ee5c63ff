package dev.memenem.store.sqlite;

import dev.memenem.pace.Sleeper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.BusyHandler;

/**
 * Waits for another process's write to end. SQLite's own waiting looks less and less often, at last
 * every tenth of a second, and so can miss every pause between the slices of a cleanup; this one
 * looks often enough to meet the first.
 */
final class LockWait extends BusyHandler {
  /** How long another process is waited for before we count it as too long. */
  static final Duration LIMIT = Duration.ofSeconds(5);

  /** Half of the shortest pause of a cleanup. */
  private static final Duration LOOK = Duration.ofMillis(2);

  private final Sleeper sleeper;
  private long begun;

  private LockWait(Sleeper sleeper) {
    this.sleeper = sleeper;
  }

  static void on(Connection connection, Sleeper sleeper) throws SQLException {
    setHandler(connection, new LockWait(sleeper));
  }

  @Override
  protected int callback(int looks) {
    if (looks == 0) {
      begun = System.nanoTime();
    }
    if (System.nanoTime() - begun > LIMIT.toNanos()) {
      return 0;
    }
    try {
      sleeper.sleep(LOOK);
    } catch (InterruptedException e) {
      // What is to be written may have been paid for.
      Thread.currentThread().interrupt();
    }
    return 1;
  }
}
