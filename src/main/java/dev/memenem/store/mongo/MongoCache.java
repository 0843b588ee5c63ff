package dev.memenem.store.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import dev.memenem.cache.Cache;
import dev.memenem.cache.CacheEntry;
import dev.memenem.cache.CacheKind;
import dev.memenem.cache.CacheStats;
import dev.memenem.cache.Sweep;
import dev.memenem.cache.Sweep.Swept;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/** One document an entry; look-ups are counted in the collection {@code meta}. */
final class MongoCache implements Cache {
  private static final ReplaceOptions REPLACE = new ReplaceOptions().upsert(true);

  private final MongoLink link;
  private final InstantSource clock;

  MongoCache(MongoLink link, InstantSource clock) {
    this.link = link;
    this.clock = clock;
  }

  private MongoCollection<Document> caches() {
    return link.reading(MongoSchema.CACHES);
  }

  private Date now() {
    return Dates.of(clock.instant());
  }

  @Override
  public List<CacheEntry> get(CacheKind kind, String key, int wanted) {
    List<CacheEntry> entries = entries(kind, key, gt("expires_at", now()));
    boolean hit = entries.size() >= wanted;
    link.upsert(
        () ->
            link.writing(MongoSchema.META)
                .updateOne(
                    eq(lookups(kind)),
                    combine(inc("hits", hit ? 1L : 0L), inc("misses", hit ? 0L : 1L)),
                    new UpdateOptions().upsert(true)));
    return entries;
  }

  private static String lookups(CacheKind kind) {
    return "lookups of " + kind.id();
  }

  @Override
  public List<CacheEntry> stale(CacheKind kind, String key) {
    return entries(kind, key, gt("purge_at", now()));
  }

  private List<CacheEntry> entries(CacheKind kind, String key, Bson alive) {
    return link.run(
        () -> {
          List<CacheEntry> entries = new ArrayList<>();
          Bson these = and(eq("kind", kind.id()), eq("key", key), alive);
          for (Document document : caches().find(these).sort(Dates.order("stored_at", 1))) {
            entries.add(entry(document));
          }
          return entries;
        });
  }

  private static CacheEntry entry(Document document) {
    return new CacheEntry(
        document.getString("key"),
        document.getString("item"),
        document.getString("origin"),
        document.get("value", Binary.class).getData(),
        document.getInteger("count"),
        document.getDate("stored_at").toInstant(),
        document.getDate("expires_at").toInstant(),
        document.getDate("keep_until").toInstant());
  }

  @Override
  public void put(CacheKind kind, CacheEntry entry) {
    Instant last =
        entry.keepUntil().isAfter(entry.expiresAt()) ? entry.keepUntil() : entry.expiresAt();
    Document document =
        new Document("kind", kind.id())
            .append("key", entry.key())
            .append("item", entry.item())
            .append("origin", entry.group())
            .append("count", entry.count())
            .append("stored_at", Dates.of(entry.storedAt()))
            .append("expires_at", Dates.of(entry.expiresAt()))
            .append("keep_until", Dates.of(entry.keepUntil()))
            .append("purge_at", Dates.of(last))
            .append("bytes", (long) entry.value().length)
            .append("value", new Binary(entry.value()));
    Bson same = and(eq("kind", kind.id()), eq("key", entry.key()), eq("item", entry.item()));
    // Somebody may have paid for it.
    link.upsert(() -> link.safely(MongoSchema.CACHES).replaceOne(same, document, REPLACE));
  }

  @Override
  public CacheStats stats(CacheKind kind) {
    Bson fresh = and(eq("kind", kind.id()), gt("expires_at", now()));
    Bson expired = and(eq("kind", kind.id()), lte("expires_at", now()));
    return link.run(
        () -> {
          List<Document> origins = sums(fresh, "$origin");
          List<Document> old = sums(expired, null);
          Document lookups =
              Optional.ofNullable(link.reading(MongoSchema.META).find(eq(lookups(kind))).first())
                  .orElseGet(Document::new);
          return new CacheStats(
              sum(origins, "count"),
              origins.stream().map(origin -> origin.getString("_id")).sorted().toList(),
              Dates.number(lookups, "hits"),
              Dates.number(lookups, "misses"),
              sum(origins, "bytes") + sum(old, "bytes"),
              sum(old, "entries"),
              stored(fresh, 1),
              stored(fresh, -1));
        });
  }

  /** By index alone, and with the one accumulator that every server has. */
  private List<Document> sums(Bson which, String group) {
    return caches()
        .aggregate(
            List.of(
                Aggregates.match(which),
                Aggregates.group(
                    group,
                    Accumulators.sum("entries", 1),
                    Accumulators.sum("count", "$count"),
                    Accumulators.sum("bytes", "$bytes"))))
        .into(new ArrayList<>());
  }

  private static long sum(List<Document> groups, String field) {
    return groups.stream().mapToLong(group -> Dates.number(group, field)).sum();
  }

  private Optional<Instant> stored(Bson which, int order) {
    return Optional.ofNullable(
            caches()
                .find(which)
                .projection(new Document("_id", 0).append("stored_at", 1))
                // As the index has them: with ids as well every entry would have to be sorted.
                .sort(new Document("stored_at", order))
                .first())
        .map(document -> document.getDate("stored_at").toInstant());
  }

  @Override
  public Swept sweep(CacheKind kind, Sweep sweep) {
    Slices slices = new Slices(link, MongoSchema.CACHES);
    Swept swept =
        slices.sweep(
            and(eq("kind", kind.id()), lte("expires_at", Dates.of(sweep.expiredBefore()))),
            sweep.dryRun());
    if (sweep.storedBefore().equals(Instant.MIN)) {
      return swept;
    }
    // Those that have expired are counted already, or gone.
    return swept.plus(
        slices.sweep(
            and(
                eq("kind", kind.id()),
                lt("stored_at", Dates.of(sweep.storedBefore())),
                gt("expires_at", Dates.of(sweep.expiredBefore()))),
            sweep.dryRun()));
  }
}
