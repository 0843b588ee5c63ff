package dev.memenem.cache;

import java.util.List;

/** Pictures are kept on this machine's disk, everything else in the store that machines share. */
public final class RoutedCache implements Cache {
  private final Cache store;
  private final Cache pictures;

  public RoutedCache(Cache store, Cache pictures) {
    this.store = store;
    this.pictures = pictures;
  }

  private Cache of(CacheKind kind) {
    return kind == CacheKind.IMAGES ? pictures : store;
  }

  @Override
  public List<CacheEntry> get(CacheKind kind, String key, int wanted) {
    return of(kind).get(kind, key, wanted);
  }

  @Override
  public List<CacheEntry> stale(CacheKind kind, String key) {
    return of(kind).stale(kind, key);
  }

  @Override
  public void put(CacheKind kind, CacheEntry entry) {
    of(kind).put(kind, entry);
  }

  @Override
  public CacheStats stats(CacheKind kind) {
    return of(kind).stats(kind);
  }

  @Override
  public Sweep.Swept sweep(CacheKind kind, Sweep sweep) {
    return of(kind).sweep(kind, sweep);
  }
}
