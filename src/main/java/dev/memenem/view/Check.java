package dev.memenem.view;

import java.util.Locale;

/**
 * One thing that {@code doctor} looked at.
 *
 * @param name what
 * @param state how it is
 * @param detail one line
 */
public record Check(String name, State state, String detail) {
  /** How it is. Only {@link #FAILED} keeps a job from working. */
  public enum State {
    OK,
    NOT_CONFIGURED,
    PAUSED,
    UNAVAILABLE,
    WARNING,
    FAILED;

    /** Its name in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
