package dev.memenem.http;

/**
 * Port: one request, one typed outcome, no retries and no redirects. Never throws for what the
 * network does. Thread safe.
 */
public interface Http {
  HttpOutcome send(HttpRequest request);
}
