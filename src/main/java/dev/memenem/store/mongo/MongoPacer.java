package dev.memenem.store.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import dev.memenem.pace.Pacer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * One document an account. Instants are numbers here, so that a slot can be taken by adding to the
 * one before: however many ask at once, each addition is a slot of its own.
 */
final class MongoPacer implements Pacer {
  private static final String LAST = "last_start";
  private static final String PAUSED = "paused_until";
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoLink link;
  private final ServerClock clock;

  MongoPacer(MongoLink link, ServerClock clock) {
    this.link = link;
    this.clock = clock;
  }

  private MongoCollection<Document> pacing() {
    return link.writing(MongoSchema.PACING);
  }

  private Document account(String account) {
    return link.run(() -> link.reading(MongoSchema.PACING).find(eq(account)).first());
  }

  @Override
  public Instant reserve(String account, Duration spacing) {
    while (true) {
      Optional<Long> start = link.run(() -> tryToReserve(account, spacing.toMillis()));
      if (start.isPresent()) {
        return clock.here(Instant.ofEpochMilli(start.get()));
      }
    }
  }

  /** Empty when somebody was faster; then a slot behind theirs is free. */
  private Optional<Long> tryToReserve(String account, long spacing) {
    long now = clock.millis();
    Document known = pacing().find(eq(account)).first();
    if (known == null) {
      return inserted(new Document("_id", account).append(LAST, now))
          ? Optional.of(now)
          : Optional.empty();
    }
    Long last = known.getLong(LAST);
    Long paused = known.getLong(PAUSED);
    long earliest = Math.max(now, paused == null ? 0 : paused);
    Bson samePause = eq(PAUSED, paused);
    if (last == null || last + spacing < earliest) {
      Bson still = and(eq(account), eq(LAST, last), samePause);
      return pacing().updateOne(still, set(LAST, earliest)).getMatchedCount() == 1
          ? Optional.of(earliest)
          : Optional.empty();
    }
    Bson behind = and(eq(account), gte(LAST, earliest - spacing), samePause);
    // What stood there before is the slot of somebody else; ours is the next.
    return Optional.ofNullable(pacing().findOneAndUpdate(behind, inc(LAST, spacing)))
        .map(before -> before.getLong(LAST) + spacing);
  }

  private boolean inserted(Document document) {
    try {
      pacing().insertOne(document);
      return true;
    } catch (MongoWriteException e) {
      if (MongoLink.duplicate(e)) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void pause(String account, Instant until, String reason) {
    long end = clock.there(until).toEpochMilli();
    link.upsert(() -> pacing().updateOne(eq(account), setOnInsert("calls", 0L), UPSERT));
    link.run(
        () ->
            pacing()
                .updateOne(
                    and(eq(account), not(gte(PAUSED, end))),
                    combine(set(PAUSED, end), set("reason", reason))));
  }

  @Override
  public Optional<Pause> pause(String account) {
    return Optional.ofNullable(account(account)).flatMap(this::pause);
  }

  private Optional<Pause> pause(Document document) {
    return Optional.ofNullable(document.getLong(PAUSED))
        .map(Instant::ofEpochMilli)
        .filter(until -> until.isAfter(clock.instant()))
        .map(until -> new Pause(clock.here(until), document.getString("reason")));
  }

  @Override
  public void record(String account, boolean failed, long tokens) {
    link.upsert(
        () ->
            pacing()
                .updateOne(
                    eq(account),
                    combine(
                        inc("calls", 1L), inc("errors", failed ? 1L : 0L), inc("tokens", tokens)),
                    UPSERT));
  }

  @Override
  public Map<String, Usage> usage() {
    return link.run(
        () -> {
          Map<String, Usage> usage = new LinkedHashMap<>();
          for (Document document :
              link.reading(MongoSchema.PACING).find().sort(new Document("_id", 1))) {
            usage.put(
                document.getString("_id"),
                new Usage(
                    Dates.number(document, "calls"),
                    Dates.number(document, "errors"),
                    Dates.number(document, "tokens"),
                    pause(document)));
          }
          return usage;
        });
  }

  @Override
  public void remember(String account, String fact) {
    link.upsert(() -> pacing().updateOne(eq(account), set("fact", fact), UPSERT));
  }

  @Override
  public Optional<String> recall(String account) {
    return Optional.ofNullable(account(account)).map(document -> document.getString("fact"));
  }
}
