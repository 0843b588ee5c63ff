package dev.memenem.testing;

import dev.memenem.cache.Cache;
import dev.memenem.cache.CacheEntry;
import dev.memenem.cache.CacheKind;
import dev.memenem.cache.CacheStats;
import dev.memenem.cache.Sweep;
import dev.memenem.cache.Sweep.Swept;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class MemoryCache implements Cache {
  private record Name(CacheKind kind, String key, String item) {}

  private final InstantSource clock;
  private final Map<Name, CacheEntry> entries = new LinkedHashMap<>();
  private final Map<CacheKind, Integer> hits = new EnumMap<>(CacheKind.class);
  private final Map<CacheKind, Integer> misses = new EnumMap<>(CacheKind.class);

  MemoryCache(InstantSource clock) {
    this.clock = clock;
  }

  private boolean fresh(CacheEntry entry) {
    return entry.expiresAt().isAfter(clock.instant());
  }

  @Override
  public synchronized List<CacheEntry> get(CacheKind kind, String key, int wanted) {
    List<CacheEntry> found = of(kind, key).stream().filter(this::fresh).toList();
    (found.size() >= wanted ? hits : misses).merge(kind, 1, Integer::sum);
    return found;
  }

  @Override
  public synchronized List<CacheEntry> stale(CacheKind kind, String key) {
    return of(kind, key).stream()
        .filter(entry -> fresh(entry) || entry.keepUntil().isAfter(clock.instant()))
        .toList();
  }

  private List<CacheEntry> of(CacheKind kind, String key) {
    return entries.entrySet().stream()
        .filter(entry -> entry.getKey().kind() == kind && entry.getKey().key().equals(key))
        .map(Map.Entry::getValue)
        .sorted(Comparator.comparing(CacheEntry::storedAt))
        .toList();
  }

  private List<CacheEntry> of(CacheKind kind) {
    return entries.entrySet().stream()
        .filter(entry -> entry.getKey().kind() == kind)
        .map(Map.Entry::getValue)
        .toList();
  }

  @Override
  public synchronized void put(CacheKind kind, CacheEntry entry) {
    entries.put(new Name(kind, entry.key(), entry.item()), entry);
  }

  @Override
  public synchronized CacheStats stats(CacheKind kind) {
    List<CacheEntry> all = of(kind);
    List<CacheEntry> fresh = all.stream().filter(this::fresh).toList();
    return new CacheStats(
        fresh.stream().mapToLong(CacheEntry::count).sum(),
        fresh.stream().map(CacheEntry::group).distinct().sorted().toList(),
        hits.getOrDefault(kind, 0),
        misses.getOrDefault(kind, 0),
        bytes(all),
        all.size() - fresh.size(),
        fresh.stream().map(CacheEntry::storedAt).min(Comparator.naturalOrder()),
        fresh.stream().map(CacheEntry::storedAt).max(Comparator.naturalOrder()));
  }

  private static long bytes(List<CacheEntry> all) {
    return all.stream().mapToLong(entry -> entry.value().length).sum();
  }

  @Override
  public synchronized Swept sweep(CacheKind kind, Sweep sweep) {
    List<CacheEntry> taken =
        of(kind).stream()
            .filter(entry -> takes(sweep, entry.expiresAt(), entry.storedAt()))
            .toList();
    if (!sweep.dryRun()) {
      taken.forEach(entry -> entries.remove(new Name(kind, entry.key(), entry.item())));
    }
    return new Swept(taken.size(), bytes(taken));
  }

  static boolean takes(Sweep sweep, Instant expires, Instant stored) {
    return !expires.isAfter(sweep.expiredBefore()) || stored.isBefore(sweep.storedBefore());
  }
}
