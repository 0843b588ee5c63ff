package dev.memenem.job;

/** What the user asked for cannot be meant; the message says what is wrong and what to do. */
public final class InvalidRequest extends IllegalArgumentException {
  public InvalidRequest(String message) {
    super(message);
  }
}
