package dev.memenem.http.jdk;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which proxy the environment names for an address: {@code HTTP_PROXY} and {@code HTTPS_PROXY}, in
 * lower case too, unless {@code NO_PROXY} names the host (a name with its subdomains, with or
 * without a leading dot, with or without a port, or {@code *}). Addresses of this machine are
 * always asked directly.
 */
final class EnvironmentProxies extends ProxySelector {
  private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

  private final Optional<URI> http;
  private final Optional<URI> https;
  private final List<String> exceptions;

  private EnvironmentProxies(Optional<URI> http, Optional<URI> https, List<String> exceptions) {
    this.http = http;
    this.https = https;
    this.exceptions = exceptions;
  }

  static EnvironmentProxies of(Map<String, String> environment) {
    return new EnvironmentProxies(
        proxy(environment, "HTTP_PROXY"),
        proxy(environment, "HTTPS_PROXY"),
        Arrays.stream(value(environment, "NO_PROXY").split("[,\\s]+"))
            .map(entry -> entry.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
            .filter(entry -> !entry.isEmpty())
            .toList());
  }

  private static String value(Map<String, String> environment, String name) {
    String upper = environment.getOrDefault(name, "");
    return upper.isBlank()
        ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "").strip()
        : upper.strip();
  }

  private static Optional<URI> proxy(Map<String, String> environment, String name) {
    String text = value(environment, name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI uri = URI.create(text.contains("://") ? text : "http://" + text);
      return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<Proxy> select(URI uri) {
    Optional<URI> proxy = "https".equalsIgnoreCase(uri.getScheme()) ? https : http;
    if (proxy.isEmpty() || uri.getHost() == null || isException(uri)) {
      return DIRECT;
    }
    int port = proxy.get().getPort() == -1 ? 80 : proxy.get().getPort();
    return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.get().getHost(), port)));
  }

  private boolean isException(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) {
      return true;
    }
    int port =
        uri.getPort() != -1 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    for (String entry : exceptions) {
      String name = entry;
      int colon = entry.lastIndexOf(':');
      if (colon > 0 && entry.substring(colon + 1).matches("\\d+") && !entry.endsWith("]")) {
        if (!entry.substring(colon + 1).equals(String.valueOf(port))) {
          continue;
        }
        name = entry.substring(0, colon);
      }
      if (name.equals("*") || host.equals(name) || host.endsWith("." + name)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Answers a proxy, and only a proxy, that wants to know who asks; from {@code user:password@}.
   */
  Optional<Authenticator> authenticator() {
    if (userInfo(http).isEmpty() && userInfo(https).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            if (getRequestorType() != RequestorType.PROXY) {
              return null;
            }
            for (Optional<URI> proxy : List.of(https, http)) {
              String[] user = userInfo(proxy).orElse("").split(":", 2);
              if (user.length == 2 && proxy.get().getHost().equalsIgnoreCase(getRequestingHost())) {
                return new PasswordAuthentication(user[0], user[1].toCharArray());
              }
            }
            return null;
          }
        });
  }

  private static Optional<String> userInfo(Optional<URI> proxy) {
    return proxy.map(URI::getUserInfo);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException cause) {
    // the exchange itself reports it
  }
}
