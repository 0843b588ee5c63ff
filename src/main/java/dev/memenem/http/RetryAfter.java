package dev.memenem.http;

import dev.memenem.http.HttpOutcome.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When an upstream wants to be asked again, as its headers and texts say. */
public final class RetryAfter {
  private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d+)?)(ms|s|m|h|d)");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(?:\\.\\d+)?");
  private static final Pattern SENTENCE =
      Pattern.compile("try again in ((?:\\d{1,9}(?:\\.\\d+)?(?:ms|s|m|h|d))+)");
  private static final Pattern WAIT = Pattern.compile("(?:wait|in) (\\d{1,6}) second");
  private static final Duration LONGEST = Duration.ofDays(2);

  private RetryAfter() {}

  /**
   * From {@code Retry-After} (seconds or a date), else from the rate headers of whatever has
   * nothing remaining ({@code x-ratelimit-reset}, {@code …-requests}, {@code …-tokens}).
   */
  public static Optional<Instant> of(Answer answer, Instant now) {
    Optional<Instant> told = answer.header("retry-after").flatMap(text -> header(text, now));
    if (told.isPresent()) {
      return told;
    }
    Optional<Instant> latest = Optional.empty();
    for (String kind : List.of("", "-requests", "-tokens")) {
      boolean gone =
          answer.header("x-ratelimit-remaining" + kind).flatMap(RetryAfter::number).orElse(1.0) < 1;
      Optional<Instant> reset =
          gone
              ? answer.header("x-ratelimit-reset" + kind).flatMap(RetryAfter::span).map(now::plus)
              : Optional.empty();
      if (reset.isPresent() && (latest.isEmpty() || reset.get().isAfter(latest.get()))) {
        latest = reset;
      }
    }
    return latest;
  }

  /** From a sentence such as "Please try again in 1m2.5s" or "please wait 4 second(s)". */
  public static Optional<Instant> in(String message, Instant now) {
    Matcher sentence = SENTENCE.matcher(message);
    if (sentence.find()) {
      return span(sentence.group(1)).map(now::plus);
    }
    Matcher wait = WAIT.matcher(message);
    return wait.find() ? span(wait.group(1)).map(now::plus) : Optional.empty();
  }

  /** A span as upstreams write it: {@code 34.4s}, {@code 6m0s}, {@code 12ms}, bare seconds. */
  public static Optional<Duration> span(String text) {
    String stripped = text.strip();
    if (SECONDS.matcher(stripped).matches()) {
      return Optional.of(bounded(Double.parseDouble(stripped) * 1000));
    }
    Matcher matcher = PART.matcher(stripped);
    double millis = 0;
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      millis += Double.parseDouble(matcher.group(1)) * factor(matcher.group(2));
      end = matcher.end();
    }
    return end == 0 || end < stripped.length() ? Optional.empty() : Optional.of(bounded(millis));
  }

  private static double factor(String unit) {
    return switch (unit) {
      case "ms" -> 1;
      case "s" -> 1_000;
      case "m" -> 60_000;
      case "h" -> 3_600_000;
      default -> 86_400_000;
    };
  }

  private static Duration bounded(double millis) {
    return Duration.ofMillis((long) Math.ceil(Math.min(millis, LONGEST.toMillis())));
  }

  private static Optional<Instant> header(String text, Instant now) {
    Optional<Instant> seconds = span(text).map(now::plus);
    if (seconds.isPresent()) {
      return seconds;
    }
    try {
      Instant date =
          ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(date.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : date);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.valueOf(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
