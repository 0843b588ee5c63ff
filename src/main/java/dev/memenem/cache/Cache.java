package dev.memenem.cache;

import java.util.List;

/**
 * Port: values kept for reuse, shared by every process on the store. Each method is atomic. Thread
 * safe. What has expired is absent, swept or not.
 */
public interface Cache {
  /**
   * The unexpired entries of a key, oldest first. Counts a hit when there are at least {@code
   * wanted}, else a miss.
   */
  List<CacheEntry> get(CacheKind kind, String key, int wanted);

  /** The same without counting, and with what is expired but still kept for bad times. */
  List<CacheEntry> stale(CacheKind kind, String key);

  /** Stores an entry; one with the same kind, key and item is replaced. */
  void put(CacheKind kind, CacheEntry entry);

  CacheStats stats(CacheKind kind);

  /** Deletes in slices that keep no other writer waiting; returns what was taken. */
  Sweep.Swept sweep(CacheKind kind, Sweep sweep);
}
