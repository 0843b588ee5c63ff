package dev.memenem.store;

/**
 * The store cannot be used now; the message is one line that says what to do, without credentials.
 */
public final class StoreException extends RuntimeException {
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  public StoreException(String message) {
    super(message);
  }
}
