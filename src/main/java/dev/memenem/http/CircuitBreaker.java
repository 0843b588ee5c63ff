package dev.memenem.http;

import dev.memenem.json.Json;
import dev.memenem.json.JsonException;
import dev.memenem.pace.Pacer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Leaves an upstream alone for a while when it has failed, longer with each failure in a row, in
 * every process on the store. When the time is over, the next call is the trial. Thread safe.
 */
public final class CircuitBreaker {
  private final Pacer pacer;
  private final String account;
  private final Times times;
  private final InstantSource clock;

  /**
   * @param first how long behind the first failure; it doubles with each further one
   * @param longest and never longer
   */
  public record Times(Duration first, Duration longest) {}

  /** Open until then, and why. */
  public record Open(Instant until, String reason) {}

  private record State(int failures, Instant until, String reason) {
    static final State CLOSED = new State(0, Instant.EPOCH, "");
  }

  public CircuitBreaker(Pacer pacer, String account, Times times, InstantSource clock) {
    this.pacer = pacer;
    this.account = account + "#breaker";
    this.times = times;
    this.clock = clock;
  }

  /** Empty when calls may go through. */
  public Optional<Open> open() {
    State state = state();
    return clock.instant().isBefore(state.until())
        ? Optional.of(new Open(state.until(), state.reason()))
        : Optional.empty();
  }

  /**
   * The upstream failed.
   *
   * @param reason one line for the user, without secrets
   */
  public Open failed(String reason) {
    int failures = state().failures() + 1;
    Duration wait = times.first().multipliedBy(1L << Math.min(16, failures - 1));
    Duration bounded = wait.compareTo(times.longest()) > 0 ? times.longest() : wait;
    Instant until = clock.instant().plus(bounded);
    pacer.remember(
        account,
        Json.write(Map.of("failures", failures, "until", until.toString(), "reason", reason)));
    return new Open(until, reason);
  }

  /** The upstream answered as it should. */
  public void succeeded() {
    if (state().failures() > 0) {
      pacer.remember(account, Json.write(Map.of("failures", 0)));
    }
  }

  private State state() {
    try {
      return pacer
          .recall(account)
          .map(Json::parse)
          .map(
              tree ->
                  new State(
                      tree.get("failures").integer(0),
                      tree.get("until").instant().orElse(Instant.EPOCH),
                      tree.get("reason").text()))
          .orElse(State.CLOSED);
    } catch (JsonException e) {
      return State.CLOSED;
    }
  }
}
