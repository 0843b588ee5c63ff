package dev.memenem.http;

import dev.memenem.http.HttpOutcome.Answer;
import dev.memenem.http.HttpOutcome.Cause;
import dev.memenem.http.HttpOutcome.Failed;
import dev.memenem.pace.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Tries again what may pass: 429, 5xx, timeouts, connections that fail or break off. Bounded in
 * number and by the caller's deadline, jittered, never before the upstream wants it. Thread safe
 * when the random generator is.
 */
public final class RetryPolicy {
  private final Limits limits;
  private final InstantSource clock;
  private final Sleeper sleeper;
  private final RandomGenerator random;

  /**
   * @param tries in all, 1 or more
   * @param first wait behind the first failure; it doubles with each further one
   * @param longest wait of its own; what the upstream asks for may be longer
   */
  public record Limits(int tries, Duration first, Duration longest) {
    public static final Limits USUAL = new Limits(3, Duration.ofMillis(500), Duration.ofSeconds(8));
  }

  public RetryPolicy(Limits limits, InstantSource clock, Sleeper sleeper, RandomGenerator random) {
    this.limits = limits;
    this.clock = clock;
    this.sleeper = sleeper;
    this.random = random;
  }

  public int tries() {
    return limits.tries();
  }

  /** The wait behind so many failures in a row: half fixed, half at random. */
  public Duration backoff(int failures) {
    long whole =
        Math.min(
            limits.longest().toMillis(),
            limits.first().toMillis() << Math.min(20, Math.max(0, failures - 1)));
    return Duration.ofMillis(whole / 2 + (long) (random.nextDouble() * (whole - whole / 2)));
  }

  /**
   * Sends until an answer is worth keeping, the tries are used up or the next wait would end behind
   * the deadline; returns what came last. No exchange is given more time than is left.
   */
  public HttpOutcome send(Http http, HttpRequest request, Instant deadline) {
    for (int failures = 1; ; failures++) {
      Duration left = Duration.between(clock.instant(), deadline);
      HttpOutcome outcome =
          http.send(left.compareTo(request.timeout()) < 0 ? request.within(left) : request);
      if (failures >= limits.tries() || !outcome.fold(RetryPolicy::mayPass, RetryPolicy::mayPass)) {
        return outcome;
      }
      Instant now = clock.instant();
      Instant own = now.plus(backoff(failures));
      Instant told = outcome.fold(answer -> RetryAfter.of(answer, now).orElse(own), failed -> own);
      Instant next = told.isAfter(own) ? told : own;
      if (!next.isBefore(deadline)) {
        return outcome;
      }
      try {
        sleeper.sleep(Duration.between(now, next));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return outcome;
      }
    }
  }

  private static boolean mayPass(Answer answer) {
    return answer.status() == 429 || answer.status() >= 500;
  }

  private static boolean mayPass(Failed failed) {
    return failed.cause() == Cause.TIMEOUT
        || failed.cause() == Cause.UNREACHABLE
        || failed.cause() == Cause.CUT;
  }
}
