package dev.memenem.pace;

import java.time.Duration;

/** Port: waiting. Tests do not wait. */
public interface Sleeper {
  /** Returns at once when the duration is zero or negative. */
  void sleep(Duration duration) throws InterruptedException;
}
