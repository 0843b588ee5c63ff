package dev.memenem.testing;

import dev.memenem.pace.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved; sleeping moves it. Thread safe. */
public final class TestClock implements InstantSource, Sleeper {
  private Instant now;

  public TestClock(Instant now) {
    this.now = now;
  }

  /** A Sunday morning. */
  public TestClock() {
    this(Instant.parse("2026-03-01T08:00:00Z"));
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  public synchronized void forward(Duration time) {
    now = now.plus(time);
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (!time.isNegative()) {
      forward(time);
    }
    Thread.yield();
  }
}
