package dev.memenem.testing;

import dev.memenem.pace.Pacer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

final class MemoryPacer implements Pacer {
  private final InstantSource clock;
  private final Map<String, Instant> starts = new HashMap<>();
  private final Map<String, Pause> pauses = new HashMap<>();
  private final Map<String, Usage> usage = new TreeMap<>();
  private final Map<String, String> facts = new HashMap<>();

  MemoryPacer(InstantSource clock) {
    this.clock = clock;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  @Override
  public synchronized Instant reserve(String account, Duration spacing) {
    Instant start = later(clock.instant(), pause(account).map(Pause::until).orElse(Instant.MIN));
    if (starts.containsKey(account)) {
      start = later(start, starts.get(account).plus(spacing));
    }
    starts.put(account, start);
    return start;
  }

  @Override
  public synchronized void pause(String account, Instant until, String reason) {
    pauses.merge(
        account,
        new Pause(until, reason),
        (old, given) -> given.until().isAfter(old.until()) ? given : old);
  }

  @Override
  public synchronized Optional<Pause> pause(String account) {
    return Optional.ofNullable(pauses.get(account))
        .filter(pause -> pause.until().isAfter(clock.instant()));
  }

  @Override
  public synchronized void record(String account, boolean failed, long tokens) {
    usage.merge(
        account,
        new Usage(1, failed ? 1 : 0, tokens, Optional.empty()),
        (old, call) ->
            new Usage(
                old.calls() + 1,
                old.errors() + call.errors(),
                old.tokens() + call.tokens(),
                Optional.empty()));
  }

  @Override
  public synchronized Map<String, Usage> usage() {
    Map<String, Usage> all = new TreeMap<>(usage);
    for (Map<String, ?> known : List.of(starts, pauses, facts)) {
      known
          .keySet()
          .forEach(account -> all.putIfAbsent(account, new Usage(0, 0, 0, Optional.empty())));
    }
    all.replaceAll(
        (account, counts) ->
            new Usage(counts.calls(), counts.errors(), counts.tokens(), pause(account)));
    return all;
  }

  @Override
  public synchronized void remember(String account, String fact) {
    facts.put(account, fact);
  }

  @Override
  public synchronized Optional<String> recall(String account) {
    return Optional.ofNullable(facts.get(account));
  }
}
