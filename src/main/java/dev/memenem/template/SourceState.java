package dev.memenem.template;

import java.util.Locale;

/** What happened when a source was asked. */
public enum SourceState {
  OK,
  NOT_CONFIGURED,
  AUTH_FAILED,
  BLOCKED,
  RATE_LIMITED,
  UNAVAILABLE,
  LAYOUT_CHANGED;

  /** Its name in JSON: {@code rate_limited}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
