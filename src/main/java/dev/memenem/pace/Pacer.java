package dev.memenem.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Port: one pace and one memory of quotas for each account at an upstream, shared by every process
 * on the store. An account is named without its secret: {@code gemini:3f2a…}. Thread safe.
 */
public interface Pacer {
  /**
   * Takes the account's next free start: the earliest instant, not before now and not inside a
   * pause, that is {@code spacing} behind the start taken last. The caller waits until then and
   * calls; a caller that dies blocks nobody for longer than its one slot.
   *
   * @return when to start
   */
  Instant reserve(String account, Duration spacing);

  /**
   * Nobody may call the account before {@code until}; a shorter pause never shortens a longer one.
   */
  void pause(String account, Instant until, String reason);

  /** The pause in force, if there is one. */
  Optional<Pause> pause(String account);

  /** Adds one call to the account's counts. */
  void record(String account, boolean failed, long tokens);

  /** Counts of all accounts by name, pauses that are over left out. */
  Map<String, Usage> usage();

  /** Remembers a small fact about an upstream, such as the JSON mode a server understands. */
  void remember(String account, String fact);

  /** What was remembered last. */
  Optional<String> recall(String account);

  record Pause(Instant until, String reason) {}

  record Usage(long calls, long errors, long tokens, Optional<Pause> pause) {}
}
