package dev.memenem.http.jdk;

import dev.memenem.http.Http;
import dev.memenem.http.HttpOutcome;
import dev.memenem.http.HttpOutcome.Answer;
import dev.memenem.http.HttpOutcome.Cause;
import dev.memenem.http.HttpOutcome.Failed;
import dev.memenem.http.HttpRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;

/**
 * Requests over the JDK's client. The request's timeout covers the whole exchange, the body is
 * capped while it arrives, redirects are answers like others, proxies come from the environment.
 */
public final class JdkHttp implements Http {
  private final Map<String, String> environment;
  private HttpClient client;

  /**
   * @param environment read for {@code HTTP_PROXY}, {@code HTTPS_PROXY} and {@code NO_PROXY}, also
   *     in lower case
   */
  public JdkHttp(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Made for the first request: reading the certificates of the JDK costs as much as a start. */
  private synchronized HttpClient client() {
    if (client == null) {
      HttpClient.Builder builder =
          HttpClient.newBuilder().version(Version.HTTP_1_1).followRedirects(Redirect.NEVER);
      EnvironmentProxies proxies = EnvironmentProxies.of(environment);
      builder.proxy(proxies);
      proxies.authenticator().ifPresent(builder::authenticator);
      client = builder.build();
    }
    return client;
  }

  @Override
  public HttpOutcome send(HttpRequest request) {
    String scheme = String.valueOf(request.uri().getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https") || request.uri().getHost() == null) {
      return new Failed(Cause.REFUSED_ADDRESS, "only http:// and https:// addresses are asked");
    }
    String host = request.uri().getHost();
    if (request.timeout().isZero() || request.timeout().isNegative()) {
      return new Failed(Cause.TIMEOUT, "no time was left to ask " + host);
    }
    AtomicBoolean begun = new AtomicBoolean();
    CompletableFuture<HttpResponse<byte[]>> exchange;
    try {
      exchange =
          client()
              .sendAsync(
                  translate(request),
                  info -> {
                    begun.set(true);
                    return new CappedBody(request.maxBytes());
                  });
    } catch (IllegalArgumentException e) {
      // The JDK's message would show the header's value, which may be a key.
      return new Failed(
          Cause.UNREACHABLE,
          "the request to %s cannot be sent: a header holds characters that HTTP does not allow; check the key"
              .formatted(host));
    }
    try {
      return answer(exchange.get(request.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      exchange.cancel(true);
      return new Failed(
          Cause.TIMEOUT,
          "%s did not answer within %.1f s".formatted(host, request.timeout().toMillis() / 1000.0));
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return new Failed(Cause.INTERRUPTED, "the request to " + host + " was broken off");
    } catch (ExecutionException e) {
      return failure(host, e.getCause(), begun.get(), request.maxBytes());
    }
  }

  @Override
  public void prepare() {
    client();
    Rehearsal.play();
  }

  private static java.net.http.HttpRequest translate(HttpRequest request) {
    BodyPublisher body =
        request.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody);
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(request.uri())
            .method(request.method(), body)
            .timeout(request.timeout());
    request.headers().forEach(builder::setHeader);
    return builder.build();
  }

  private static Answer answer(HttpResponse<byte[]> response) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    return new Answer(response.statusCode(), headers, response.body());
  }

  private static Failed failure(String host, Throwable cause, boolean begun, int maxBytes) {
    if (has(cause, CappedBody.TooLarge.class)) {
      return new Failed(Cause.TOO_LARGE, "%s sent more than %d bytes".formatted(host, maxBytes));
    }
    if (has(cause, java.net.http.HttpTimeoutException.class)) {
      return new Failed(Cause.TIMEOUT, host + " did not answer in time");
    }
    if (begun) {
      return new Failed(Cause.CUT, host + " broke off in the middle of its answer");
    }
    if (has(cause, UnresolvedAddressException.class) || has(cause, UnknownHostException.class)) {
      return new Failed(Cause.UNREACHABLE, host + " has no address; check the network");
    }
    if (has(cause, ConnectException.class)) {
      return new Failed(Cause.UNREACHABLE, host + " does not accept connections");
    }
    if (has(cause, SSLException.class)) {
      return new Failed(Cause.UNREACHABLE, host + ": no secure connection could be made");
    }
    if (has(cause, IOException.class)) {
      return new Failed(Cause.UNREACHABLE, host + " closed the connection without an answer");
    }
    return new Failed(Cause.UNREACHABLE, host + " could not be asked");
  }

  private static boolean has(Throwable cause, Class<? extends Throwable> type) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }
}
