package dev.memenem.job;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a job stands. Stored and shown by {@link #id()}. */
public enum JobState {
  QUEUED,
  PROCESSING,
  COMPLETED,
  FAILED,
  CANCELLED;

  /** Its name for users and in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<JobState> of(String id) {
    return Arrays.stream(values()).filter(state -> state.id().equals(id)).findFirst();
  }

  /** True when only {@code retry} can move it again. */
  public boolean ended() {
    return this == COMPLETED || this == FAILED || this == CANCELLED;
  }
}
