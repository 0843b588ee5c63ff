package dev.memenem.batch;

/** A reference to a job names none, or several; the message says what to do. */
public final class NoSuchJob extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NoSuchJob(String message) {
    super(message);
  }
}
