package dev.memenem.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What came of one request. */
public sealed interface HttpOutcome {

  /**
   * An answer arrived whole, whatever its status.
   *
   * @param headers by lower-case name
   * @param body at most the request's cap
   */
  record Answer(int status, Map<String, List<String>> headers, byte[] body) implements HttpOutcome {

    public Optional<String> header(String name) {
      List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
      return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /** The body as UTF-8, without a byte order mark. */
    public String text() {
      String text = new String(body, StandardCharsets.UTF_8);
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
  }

  /**
   * No answer, or not all of it.
   *
   * @param detail one line, without secrets
   */
  record Failed(Cause cause, String detail) implements HttpOutcome {}

  enum Cause {
    TIMEOUT,
    UNREACHABLE,
    CUT,
    TOO_LARGE,
    REFUSED_ADDRESS,
    INTERRUPTED
  }

  default <T> T fold(Function<Answer, T> answer, Function<Failed, T> failed) {
    return this instanceof Answer a ? answer.apply(a) : failed.apply((Failed) this);
  }
}
