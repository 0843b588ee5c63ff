package dev.memenem.store;

import dev.memenem.pace.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * How long a process keeps asking a store that is away. A command that only looks has none and says
 * at once what is wrong; one that runs jobs waits, because it may hold an answer that was paid for.
 * Waiting is safe however long it takes: a job that somebody else has taken meanwhile has another
 * fence. Thread safe; all threads of a process share one.
 */
public final class Patience {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final InstantSource clock;
  private final Sleeper sleeper;
  private volatile Effort effort;
  private volatile Instant away;

  private record Effort(BooleanSupplier stop, Duration limit, Consumer<String> told) {}

  public Patience(InstantSource clock, Sleeper sleeper) {
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /**
   * From now on the store is waited for.
   *
   * @param stop when it turns true nobody waits any longer
   * @param limit the longest absence
   * @param told receives a line when the store goes away, and one when it is back
   */
  public void begin(BooleanSupplier stop, Duration limit, Consumer<String> told) {
    effort = new Effort(stop, limit, told);
  }

  /**
   * Waits a moment; false when the trouble has to be told instead of asking again.
   *
   * @param trouble what the store's absence looks like to a user
   */
  public boolean again(StoreException trouble) {
    Effort now = effort;
    if (now == null || now.stop().getAsBoolean()) {
      return false;
    }
    Instant since = begun(now, trouble);
    if (!clock.instant().isBefore(since.plus(now.limit()))) {
      return false;
    }
    try {
      sleeper.sleep(PAUSE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized Instant begun(Effort now, StoreException trouble) {
    if (away == null) {
      away = clock.instant();
      now.told()
          .accept(
              "%s; waiting for it, up to %d s; nothing is lost"
                  .formatted(trouble.getMessage(), now.limit().toSeconds()));
    }
    return away;
  }

  /** The store did what it was asked. */
  public void answered() {
    if (away != null) {
      back();
    }
  }

  private synchronized void back() {
    if (away != null) {
      Duration gone = Duration.between(away, clock.instant());
      away = null;
      effort.told().accept("the store answers again, after %d s".formatted(gone.toSeconds()));
    }
  }
}
