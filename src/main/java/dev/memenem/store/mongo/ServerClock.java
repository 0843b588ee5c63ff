package dev.memenem.store.mongo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The server's time, so that machines whose clocks differ agree on when a lease ends and whose turn
 * it is. Asked for once a minute, and again when this machine's clock jumps back; between, it is
 * this clock and the difference found.
 */
final class ServerClock implements InstantSource {
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final InstantSource own;
  private final Supplier<Optional<Instant>> server;
  private Instant asked = Instant.MAX;
  private Duration ahead = Duration.ZERO;

  /**
   * @param own this machine's clock
   * @param server asks the server; empty when it does not tell
   */
  ServerClock(InstantSource own, Supplier<Optional<Instant>> server) {
    this.own = own;
    this.server = server;
  }

  @Override
  public synchronized Instant instant() {
    Instant now = own.instant();
    if (now.isBefore(asked) || now.isAfter(asked.plus(FRESH))) {
      ahead = ask(now);
      now = own.instant();
      asked = now;
    }
    return now.plus(ahead);
  }

  /** Half of the round trip is taken as the way back. */
  private Duration ask(Instant before) {
    Optional<Instant> told = server.get();
    Instant after = own.instant();
    Instant middle = before.plus(Duration.between(before, after).dividedBy(2));
    return told.map(time -> Duration.ofMillis(Duration.between(middle, time).toMillis()))
        .orElse(Duration.ZERO);
  }

  /** The same moment as this machine's clock shows it. */
  synchronized Instant here(Instant there) {
    return there.minus(ahead);
  }

  /** The same moment as the server's clock shows it. */
  Instant there(Instant here) {
    instant();
    synchronized (this) {
      return here.plus(ahead);
    }
  }
}
