package dev.memenem.store.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import dev.memenem.cache.Sweep.Swept;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Deletes documents of a collection, so many at a time that memory and other writers do not care.
 */
record Slices(MongoLink link, String collection) {
  private static final int SLICE = 200;

  Swept sweep(Bson which, boolean dryRun) {
    return dryRun ? count(which) : delete(which, ids -> {});
  }

  Swept count(Bson which) {
    return link.run(
        () ->
            link
                .reading(collection)
                .aggregate(
                    List.of(
                        Aggregates.match(which),
                        Aggregates.group(
                            null,
                            Accumulators.sum("entries", 1),
                            Accumulators.sum("bytes", "$bytes"))))
                .into(new ArrayList<>())
                .stream()
                .findFirst()
                .map(sum -> new Swept(Dates.number(sum, "entries"), Dates.number(sum, "bytes")))
                .orElse(Swept.NOTHING));
  }

  /** Told of ids before they are deleted. */
  interface Before {
    void delete(List<Object> ids);
  }

  Swept delete(Bson which, Before before) {
    Swept all = Swept.NOTHING;
    while (true) {
      List<Document> slice =
          link.run(
              () ->
                  link.reading(collection)
                      .find(which)
                      .projection(new Document("bytes", 1))
                      .limit(SLICE)
                      .into(new ArrayList<>()));
      if (slice.isEmpty()) {
        return all;
      }
      List<Object> ids = slice.stream().map(document -> document.get("_id")).toList();
      before.delete(ids);
      // What has been replaced since does not match any more, and stays.
      link.run(() -> link.writing(collection).deleteMany(and(in("_id", ids), which)));
      all =
          all.plus(
              new Swept(
                  slice.size(),
                  slice.stream().mapToLong(document -> Dates.number(document, "bytes")).sum()));
    }
  }
}
