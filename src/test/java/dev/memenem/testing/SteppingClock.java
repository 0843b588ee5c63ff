package dev.memenem.testing;

import dev.memenem.pace.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock that only moves when somebody sleeps or a test moves it; nobody really waits. */
public final class SteppingClock implements InstantSource, Sleeper {
  private final List<Duration> slept = new ArrayList<>();
  private Instant now;

  public SteppingClock(Instant start) {
    now = start;
  }

  public static SteppingClock atNoon() {
    return new SteppingClock(Instant.parse("2026-11-23T12:00:00Z"));
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration duration) {
    if (!duration.isNegative() && !duration.isZero()) {
      slept.add(duration);
      now = now.plus(duration);
    }
  }

  public synchronized void advance(Duration duration) {
    now = now.plus(duration);
  }

  public synchronized Duration sleptInAll() {
    return slept.stream().reduce(Duration.ZERO, Duration::plus);
  }
}
