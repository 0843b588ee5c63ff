package dev.memenem.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One request.
 *
 * @param method {@code GET} or {@code POST}
 * @param uri http or https; carries no secret
 * @param headers by name; may carry secrets, so they are never logged
 * @param body empty for GET
 * @param timeout for the whole exchange, connection and body included
 * @param maxBytes of the answer's body; a longer one is {@link HttpOutcome.Failed}
 */
public record HttpRequest(
    String method,
    URI uri,
    Map<String, String> headers,
    Optional<String> body,
    Duration timeout,
    int maxBytes) {
  /** The cap for JSON and HTML. */
  public static final int TEXT_CAP = 5 * 1024 * 1024;

  /** The cap for pictures. */
  public static final int IMAGE_CAP = 10 * 1024 * 1024;

  public HttpRequest {
    headers = Map.copyOf(headers);
  }

  public static HttpRequest get(URI uri, Map<String, String> headers, Duration timeout) {
    return new HttpRequest("GET", uri, headers, Optional.empty(), timeout, TEXT_CAP);
  }

  public static HttpRequest post(
      URI uri, Map<String, String> headers, String body, Duration timeout) {
    return new HttpRequest("POST", uri, headers, Optional.of(body), timeout, TEXT_CAP);
  }

  /** The same request with another timeout. */
  public HttpRequest within(Duration time) {
    return new HttpRequest(method, uri, headers, body, time, maxBytes);
  }

  /** Headers and bodies may hold secrets. */
  @Override
  public String toString() {
    return method + " " + uri;
  }
}
