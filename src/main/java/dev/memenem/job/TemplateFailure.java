package dev.memenem.job;

import java.util.Arrays;
import java.util.Locale;

/**
 * A template that got no captions, or not all of what was asked for.
 *
 * @param templateId which
 * @param stage where it went wrong: {@code templates}, {@code caption}, {@code picture}, {@code
 *     deadline}
 * @param reason one line for the user
 * @param cause decides the exit code when nothing at all came out
 */
public record TemplateFailure(String templateId, String stage, String reason, Cause cause) {
  public static final String DEADLINE = "deadline";

  /** Kinds of causes. */
  public enum Cause {
    NOT_FOUND,
    CREDENTIALS,
    UPSTREAM,
    OTHER;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a stored name; one of a newer version counts as {@link #OTHER}. */
    public static Cause of(String id) {
      return Arrays.stream(values()).filter(c -> c.id().equals(id)).findFirst().orElse(OTHER);
    }
  }
}
