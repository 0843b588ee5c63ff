package dev.memenem.http;

/**
 * Port: one request, one typed outcome, no retries and no redirects. Never throws for what the
 * network does. Thread safe.
 */
public interface Http {
  HttpOutcome send(HttpRequest request);

  /**
   * Loads what the first request needs, so that it leaves when it is sent and not a quarter of a
   * second later. Asks nobody outside this process.
   */
  default void prepare() {}
}
