package dev.memenem.cache.files;

import dev.memenem.cache.Cache;
import dev.memenem.cache.CacheEntry;
import dev.memenem.cache.CacheKind;
import dev.memenem.cache.CacheStats;
import dev.memenem.cache.Sweep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Keeps values in files that only their owner can read, each content once, up to a number of bytes;
 * beyond it the entries unused for longest go first. Safe with any number of processes: whoever
 * changes something holds a lock, whoever reads sees an entry whole or not at all. Thread safe.
 */
public final class FileCache implements Cache {
  private static final Comparator<Record> BY_AGE =
      Comparator.comparing((Record r) -> r.storedAt()).thenComparing(Record::item);

  private final Path directory;
  private final long mostBytes;
  private final InstantSource clock;

  /**
   * @param directory made when first needed
   * @param mostBytes of one kind; a value larger than that is not kept
   */
  public FileCache(Path directory, long mostBytes, InstantSource clock) {
    this.directory = directory;
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  @Override
  public List<CacheEntry> get(CacheKind kind, String key, int wanted) {
    Instant now = clock.instant();
    return guarded(
        () -> {
          Folder folder = folder(kind);
          List<CacheEntry> entries = new ArrayList<>();
          for (Record record : folder.of(key)) {
            if (now.isBefore(record.expiresAt())) {
              folder.value(record).map(record::entry).ifPresent(entries::add);
              folder.used(record, now);
            }
          }
          boolean hit = entries.size() >= wanted;
          folder.locked(counts -> counts.plus(hit ? 1 : 0, hit ? 0 : 1, 0));
          return entries;
        });
  }

  @Override
  public List<CacheEntry> stale(CacheKind kind, String key) {
    Instant now = clock.instant();
    return guarded(
        () -> {
          Folder folder = folder(kind);
          List<CacheEntry> entries = new ArrayList<>();
          for (Record record : folder.of(key)) {
            if (now.isBefore(record.keepUntil())) {
              folder.value(record).map(record::entry).ifPresent(entries::add);
            }
          }
          return entries;
        });
  }

  @Override
  public void put(CacheKind kind, CacheEntry entry) {
    if (entry.value().length > mostBytes) {
      return;
    }
    guarded(
        () -> {
          Folder folder = folder(kind);
          folder.locked(
              counts -> {
                long before = folder.remove(entry.key(), entry.item());
                folder.add(entry, clock.instant());
                Counts after = counts.plus(0, 0, entry.value().length - before);
                return after.bytes() > mostBytes ? evict(folder, after, entry) : after;
              });
          return null;
        });
  }

  /** Takes the entries unused for longest until there is room; never the one just stored. */
  private Counts evict(Folder folder, Counts counts, CacheEntry kept) throws IOException {
    List<Record> all = new ArrayList<>(folder.all());
    long bytes = all.stream().mapToLong(Record::bytes).sum();
    all.sort(Comparator.comparing(Record::usedAt));
    for (Record record : all) {
      if (bytes <= mostBytes) {
        break;
      }
      if (!record.key().equals(kept.key()) || !record.item().equals(kept.item())) {
        bytes -= folder.remove(record.key(), record.item());
      }
    }
    folder.collect();
    return counts.withBytes(bytes);
  }

  @Override
  public CacheStats stats(CacheKind kind) {
    Instant now = clock.instant();
    return guarded(
        () -> {
          Folder folder = folder(kind);
          Counts counts = folder.counts();
          List<Record> all = folder.all();
          List<Record> alive =
              all.stream().filter(r -> now.isBefore(r.expiresAt())).sorted(BY_AGE).toList();
          return new CacheStats(
              alive.stream().mapToLong(Record::count).sum(),
              alive.stream().map(Record::group).distinct().sorted().toList(),
              counts.hits(),
              counts.misses(),
              all.stream().mapToLong(Record::bytes).sum(),
              all.size() - alive.size(),
              alive.stream().findFirst().map(Record::storedAt),
              alive.isEmpty()
                  ? Optional.empty()
                  : Optional.of(alive.get(alive.size() - 1).storedAt()));
        });
  }

  @Override
  public Sweep.Swept sweep(CacheKind kind, Sweep sweep) {
    return guarded(
        () -> {
          Folder folder = folder(kind);
          Sweep.Swept[] swept = {Sweep.Swept.NOTHING};
          List<Record> taken =
              folder.all().stream()
                  .filter(
                      r ->
                          !r.expiresAt().isAfter(sweep.expiredBefore())
                              || r.storedAt().isBefore(sweep.storedBefore()))
                  .toList();
          if (sweep.dryRun()) {
            return new Sweep.Swept(taken.size(), taken.stream().mapToLong(Record::bytes).sum());
          }
          int slice = 100;
          for (int from = 0; from < taken.size(); from += slice) {
            List<Record> some = taken.subList(from, Math.min(taken.size(), from + slice));
            folder.locked(
                counts -> {
                  long bytes = 0;
                  for (Record record : some) {
                    // another process may have stored it anew meanwhile
                    if (folder.isStill(record)) {
                      bytes += folder.remove(record.key(), record.item());
                      swept[0] = swept[0].plus(new Sweep.Swept(1, record.bytes()));
                    }
                  }
                  return counts.plus(0, 0, -bytes);
                });
          }
          folder.locked(
              counts -> {
                folder.collect();
                return counts;
              });
          return swept[0];
        });
  }

  private Folder folder(CacheKind kind) {
    return new Folder(directory.resolve(kind.id()));
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T guarded(Work<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the cache in " + directory, e);
    }
  }
}
