package dev.memenem.json;

/** The text is not the JSON it should be; the message is one line. */
public final class JsonException extends RuntimeException {
  public JsonException(String message) {
    super(message);
  }
}
