package dev.memenem.config;

/**
 * A setting cannot be used; the message names it, says where it came from and what it should be.
 */
public final class ConfigException extends RuntimeException {
  public ConfigException(String message) {
    super(message);
  }
}
