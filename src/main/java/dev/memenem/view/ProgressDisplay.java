package dev.memenem.view;

import dev.memenem.pace.Sleeper;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Keeps the progress line on a terminal while something runs. Everything printed in the meantime
 * has to go through {@link #above}.
 */
public final class ProgressDisplay implements AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(100);
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream err;
  private final Supplier<Screen> screen;
  private final Sleeper sleeper;
  private final LongSupplier millis;
  private final long begun;
  private final Thread thread;
  private ProgressLine.State state;
  private long estimatedMillis = -1;
  private boolean shown;
  private boolean closed;

  /**
   * @param screen asked on the display's own thread, since finding a window's size takes a while
   * @param millis a clock that only goes forward
   */
  public ProgressDisplay(
      PrintStream err, Supplier<Screen> screen, Sleeper sleeper, LongSupplier millis) {
    this.err = err;
    this.screen = screen;
    this.sleeper = sleeper;
    this.millis = millis;
    begun = millis.getAsLong();
    state = new ProgressLine.State(0, "starting", 0, -1);
    thread = new Thread(this::draw, "progress");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * @param seconds how long the whole is likely to take
   */
  public synchronized void estimate(long seconds) {
    estimatedMillis = seconds * 1000;
  }

  public synchronized void update(double progress, String step) {
    state = new ProgressLine.State(progress, step, 0, -1);
  }

  /** Prints a line above the progress line. */
  public synchronized void above(String line) {
    clear();
    err.println(line);
  }

  private void draw() {
    try {
      sleeper.sleep(TICK);
      Screen now = screen.get();
      while (tick(now)) {
        sleeper.sleep(TICK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean tick(Screen now) {
    if (closed) {
      return false;
    }
    long elapsed = millis.getAsLong() - begun;
    err.print(
        CLEAR
            + ProgressLine.of(
                new ProgressLine.State(state.progress(), state.step(), elapsed, remaining(elapsed)),
                now));
    err.flush();
    shown = true;
    return true;
  }

  /** From what was measured before; once half is done, from this job's own speed. */
  private long remaining(long elapsed) {
    long total = estimatedMillis;
    if (state.progress() >= 50) {
      total = Math.round(elapsed * 100 / state.progress());
    }
    return total < 0 || total <= elapsed ? -1 : (total - elapsed + 999) / 1000;
  }

  private void clear() {
    if (shown) {
      err.print(CLEAR);
      err.flush();
      shown = false;
    }
  }

  /** Takes the line away. */
  @Override
  public synchronized void close() {
    closed = true;
    clear();
    thread.interrupt();
  }
}
