package dev.memenem.picture;

/** A picture, font or file that cannot be used; the message is one line for the user. */
public final class PictureException extends RuntimeException {
  public PictureException(String message) {
    super(message);
  }

  public PictureException(String message, Throwable cause) {
    super(message, cause);
  }
}
