package dev.memenem.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.http.HttpOutcome.Answer;
import dev.memenem.http.HttpOutcome.Cause;
import dev.memenem.http.HttpOutcome.Failed;
import dev.memenem.testing.TestClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryPolicyTest {
  private final TestClock clock = new TestClock();
  private final Instant start = clock.instant();
  private final List<HttpRequest> sent = new ArrayList<>();
  private final RetryPolicy policy =
      new RetryPolicy(
          new RetryPolicy.Limits(3, Duration.ofSeconds(1), Duration.ofSeconds(8)),
          clock,
          clock,
          new Random(7));

  private HttpOutcome send(Duration left, HttpOutcome... script) {
    Http http =
        request -> {
          sent.add(request);
          return script[Math.min(sent.size(), script.length) - 1];
        };
    return policy.send(
        http,
        HttpRequest.get(URI.create("http://a.example/"), Map.of(), Duration.ofSeconds(30)),
        start.plus(left));
  }

  private static Answer answer(int status, String... headers) {
    Map<String, List<String>> map = new java.util.HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      map.put(headers[i], List.of(headers[i + 1]));
    }
    return new Answer(status, map, new byte[0]);
  }

  @Test
  void aGoodAnswerIsTakenAtOnce() {
    send(Duration.ofMinutes(1), answer(200));
    assertThat(sent).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"400, 1", "401, 1", "403, 1", "404, 1", "302, 1", "429, 3", "500, 3", "503, 3"})
  void onlyWhatMayPassIsAskedAgain(int status, int tries) {
    HttpOutcome outcome = send(Duration.ofMinutes(1), answer(status));
    assertThat(sent).hasSize(tries);
    assertThat(outcome).isEqualTo(outcome).isInstanceOf(Answer.class);
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void failuresThatMayPassAreAskedAgain(Cause cause) {
    send(Duration.ofMinutes(1), new Failed(cause, "so"));
    boolean again = List.of(Cause.TIMEOUT, Cause.UNREACHABLE, Cause.CUT).contains(cause);
    assertThat(sent).hasSize(again ? 3 : 1);
  }

  @Test
  void waitsGrowAndAreJittered() {
    assertThat(policy.backoff(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    assertThat(policy.backoff(3)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    assertThat(policy.backoff(60)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
    assertThat(policy.backoff(1)).isNotEqualTo(policy.backoff(1));
  }

  @ParameterizedTest
  @CsvSource({
    "retry-after, 7, 7000",
    "retry-after, 'Sun, 01 Mar 2026 08:00:09 GMT', 9000",
  })
  void retryAfterIsRespected(String header, String value, long millis) {
    send(Duration.ofMinutes(1), answer(429, header, value), answer(200));
    assertThat(sent).hasSize(2);
    assertThat(Duration.between(start, clock.instant())).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void rateHeadersOfWhatIsUsedUpAreRespected() {
    send(
        Duration.ofMinutes(1),
        answer(429, "x-ratelimit-remaining", "0.0", "x-ratelimit-reset", "11"),
        answer(200));
    assertThat(Duration.between(start, clock.instant())).isEqualTo(Duration.ofSeconds(11));
  }

  @Test
  void rateHeadersOfWhatIsLeftSayNothing() {
    assertThat(
            RetryAfter.of(
                answer(429, "x-ratelimit-remaining", "599.0", "x-ratelimit-reset", "82"), start))
        .isEmpty();
  }

  @Test
  void aWaitBehindTheDeadlineIsNotBegun() {
    HttpOutcome outcome = send(Duration.ofSeconds(5), answer(429, "retry-after", "6"));
    assertThat(outcome.fold(Answer::status, failed -> -1)).isEqualTo(429);
    assertThat(sent).hasSize(1);
    assertThat(Duration.between(start, clock.instant())).isZero();
  }

  @Test
  void noExchangeIsGivenMoreTimeThanIsLeft() {
    send(Duration.ofSeconds(4), answer(200));
    assertThat(sent.get(0).timeout()).isEqualTo(Duration.ofSeconds(4));
  }

  @ParameterizedTest
  @CsvSource({
    "644ms, 644",
    "18.642s, 18642",
    "6m0s, 360000",
    "1h2m3s, 3723000",
    "48, 48000",
    "34.4s, 34400",
    "0s, 0",
  })
  void spansAreReadAsUpstreamsWriteThem(String text, long millis) {
    assertThat(RetryAfter.span(text)).contains(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @CsvSource({"soon", "-3", "5x", "s", "3s later", "''"})
  void nonsenseIsNoSpan(String text) {
    assertThat(RetryAfter.span(text)).isEmpty();
  }

  @Test
  void anAbsurdSpanIsTwoDaysAtMost() {
    assertThat(RetryAfter.span("999999999d")).contains(Duration.ofDays(2));
  }

  @ParameterizedTest
  @CsvSource({
    "Limit reached. Please try again in 644ms. Visit us, 644",
    "Please try again in 1m12.5s., 72500",
    "please wait 4 second(s) and try again, 4000",
  })
  void sentencesSayWhenToo(String message, long millis) {
    assertThat(RetryAfter.in(message, start)).contains(start.plusMillis(millis));
  }
}
