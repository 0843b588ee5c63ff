package dev.memenem.store.sqlite;

import dev.memenem.cache.Cache;
import dev.memenem.cache.CacheEntry;
import dev.memenem.cache.CacheKind;
import dev.memenem.cache.CacheStats;
import dev.memenem.cache.Sweep;
import dev.memenem.cache.Sweep.Swept;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One row an entry; a covering index answers statistics. */
final class SqliteCache implements Cache {
  /** What a cleanup begins with: about two milliseconds of deleting captions. */
  private static final int SLICE = 200;

  private final Database database;
  private final InstantSource clock;

  SqliteCache(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public List<CacheEntry> get(CacheKind kind, String key, int wanted) {
    List<CacheEntry> entries = entries("expires_at > ?", kind, key);
    boolean hit = entries.size() >= wanted;
    database.write(
        () ->
            database.update(
                "INSERT INTO lookups (kind, hits, misses) VALUES (?, ?, ?) ON CONFLICT (kind)"
                    + " DO UPDATE SET hits = hits + excluded.hits,"
                    + " misses = misses + excluded.misses",
                kind.id(),
                hit ? 1 : 0,
                hit ? 0 : 1));
    return entries;
  }

  @Override
  public List<CacheEntry> stale(CacheKind kind, String key) {
    return entries("max(expires_at, keep_until) > ?", kind, key);
  }

  private List<CacheEntry> entries(String alive, CacheKind kind, String key) {
    return database.read(
        () ->
            database.query(
                "SELECT * FROM cache WHERE kind = ? AND key = ? AND %s ORDER BY stored_at, entry"
                    .formatted(alive),
                SqliteCache::entry,
                kind.id(),
                key,
                clock.instant()));
  }

  private static CacheEntry entry(ResultSet row) throws SQLException {
    return new CacheEntry(
        row.getString("key"),
        row.getString("item"),
        row.getString("origin"),
        row.getBytes("value"),
        row.getInt("count"),
        Database.instant(row, "stored_at"),
        Database.instant(row, "expires_at"),
        Database.instant(row, "keep_until"));
  }

  @Override
  public void put(CacheKind kind, CacheEntry entry) {
    database.write(
        () ->
            database.update(
                """
                INSERT INTO cache (kind, key, item, origin, count, stored_at, expires_at,
                    keep_until, bytes, value) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                  ON CONFLICT (kind, key, item) DO UPDATE SET origin = excluded.origin,
                    count = excluded.count, stored_at = excluded.stored_at,
                    expires_at = excluded.expires_at, keep_until = excluded.keep_until,
                    bytes = excluded.bytes, value = excluded.value
                """,
                kind.id(),
                entry.key(),
                entry.item(),
                entry.group(),
                entry.count(),
                entry.storedAt(),
                entry.expiresAt(),
                entry.keepUntil(),
                entry.value().length,
                entry.value()));
  }

  /** What one origin holds. */
  private record Part(
      String origin,
      long entries,
      long total,
      long bytes,
      long expired,
      Optional<Instant> oldest,
      Optional<Instant> newest) {}

  @Override
  public CacheStats stats(CacheKind kind) {
    return database.read(
        () -> {
          List<Part> parts =
              database.query(
                  """
                  SELECT origin, count(*) AS entries,
                      coalesce(sum(count) FILTER (WHERE expires_at > ?2), 0) AS total,
                      sum(bytes) AS bytes,
                      count(*) FILTER (WHERE expires_at <= ?2) AS expired,
                      min(stored_at) FILTER (WHERE expires_at > ?2) AS oldest,
                      max(stored_at) FILTER (WHERE expires_at > ?2) AS newest
                    FROM cache WHERE kind = ?1 GROUP BY origin
                  """,
                  SqliteCache::part,
                  kind.id(),
                  clock.instant());
          return new CacheStats(
              parts.stream().mapToLong(Part::total).sum(),
              parts.stream()
                  .filter(part -> part.entries() > part.expired())
                  .map(Part::origin)
                  .toList(),
              database.number("SELECT hits FROM lookups WHERE kind = ?", kind.id()),
              database.number("SELECT misses FROM lookups WHERE kind = ?", kind.id()),
              parts.stream().mapToLong(Part::bytes).sum(),
              parts.stream().mapToLong(Part::expired).sum(),
              parts.stream()
                  .map(Part::oldest)
                  .flatMap(Optional::stream)
                  .min(Comparator.naturalOrder()),
              parts.stream()
                  .map(Part::newest)
                  .flatMap(Optional::stream)
                  .max(Comparator.naturalOrder()));
        });
  }

  private static Part part(ResultSet row) throws SQLException {
    return new Part(
        row.getString("origin"),
        row.getLong("entries"),
        row.getLong("total"),
        row.getLong("bytes"),
        row.getLong("expired"),
        Database.optionalInstant(row, "oldest"),
        Database.optionalInstant(row, "newest"));
  }

  @Override
  public Swept sweep(CacheKind kind, Sweep sweep) {
    Cleanup cleanup = new Cleanup(database, "cache", "entry", SLICE);
    String either = "kind = ? AND (expires_at <= ? OR stored_at < ?)";
    if (sweep.dryRun()) {
      return cleanup.count(either, kind.id(), sweep.expiredBefore(), sweep.storedBefore());
    }
    return cleanup.sparingOthers(() -> sweep(cleanup, kind, sweep, either));
  }

  private Swept sweep(Cleanup cleanup, CacheKind kind, Sweep sweep, String either) {
    Swept swept = Swept.NOTHING;
    for (String origin : origins(kind)) {
      swept =
          swept.plus(
              cleanup.byIndex(
                  "kind = ? AND origin = ? AND expires_at <= ?",
                  kind.id(),
                  origin,
                  sweep.expiredBefore()));
    }
    if (!sweep.storedBefore().equals(Instant.MIN)) {
      swept =
          swept.plus(
              cleanup.byWindow(either, kind.id(), sweep.expiredBefore(), sweep.storedBefore()));
    }
    if (swept.count() > 0) {
      cleanup.shrink();
    }
    return swept;
  }

  /** Jumps from one name to the next in the index instead of reading every entry. */
  private List<String> origins(CacheKind kind) {
    return database
        .read(
            () ->
                database.query(
                    """
                    WITH RECURSIVE origins (name) AS (
                        SELECT min(origin) FROM cache WHERE kind = ?1
                      UNION ALL
                        SELECT (SELECT min(origin) FROM cache WHERE kind = ?1 AND origin > name)
                          FROM origins WHERE name IS NOT NULL)
                    SELECT name FROM origins
                    """,
                    row -> row.getString("name"),
                    kind.id()))
        .stream()
        .filter(Objects::nonNull)
        .toList();
  }
}
