package dev.memenem.store.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import dev.memenem.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * The collections and their indexes, by version. TTL indexes back up the cleanup: they stand only
 * on fields that a document has when nobody needs it any more.
 */
final class MongoSchema {
  static final String JOBS = "jobs";
  static final String RESULTS = "results";
  static final String CACHES = "caches";
  static final String PACING = "pacing";
  static final String WORKERS = "workers";

  /** The schema's version, and counts of look-ups. */
  static final String META = "meta";

  private static final int VERSION = 1;

  private static final Map<String, List<IndexModel>> INDEXES =
      Map.of(
          JOBS,
          List.of(
              // Most jobs have no key, and a sparse index leaves them out.
              new IndexModel(new Document("key", 1), new IndexOptions().unique(true).sparse(true)),
              index("state", "created_at", "_id"),
              index("state", "completed_at"),
              index("created_at"),
              index("expires_at"),
              new IndexModel(
                  new Document("result_expires_at", 1), new IndexOptions().sparse(true))),
          RESULTS,
          List.of(
              new IndexModel(new Document("key", 1), new IndexOptions().sparse(true)),
              index("state", "completed_at"),
              index("created_at")),
          CACHES,
          List.of(
              new IndexModel(fields("kind", "key", "item"), new IndexOptions().unique(true)),
              // Has all that statistics ask for.
              index("kind", "expires_at", "origin", "count", "bytes"),
              index("kind", "stored_at", "expires_at")));

  /** Fields whose instant a document does not outlive. */
  private static final Map<String, String> EXPIRING =
      Map.of(JOBS, "purge_at", RESULTS, "expires_at", CACHES, "purge_at", WORKERS, "until");

  /** NotImplemented and CommandNotSupported. */
  private static final Set<Integer> UNKNOWN_TO_SERVER = Set.of(238, 115);

  private MongoSchema() {}

  private static IndexModel index(String... names) {
    return new IndexModel(fields(names));
  }

  private static Document fields(String... names) {
    Document fields = new Document();
    for (String name : names) {
      fields.append(name, 1);
    }
    return fields;
  }

  /** Makes the indexes if this database has not been used by this version yet. */
  static void ensure(MongoDatabase database, String shown) {
    Document id = new Document("_id", "schema");
    Document known = database.getCollection(META).find(id).first();
    int version = known == null ? 0 : known.getInteger("version", 0);
    if (version > VERSION) {
      throw new StoreException(
          "the store %s was used by a newer memenem; update memenem, or name another database"
              .formatted(shown));
    }
    if (version < VERSION) {
      // Making an index that is there does nothing, so many processes may do this at once.
      INDEXES.forEach((name, indexes) -> database.getCollection(name).createIndexes(indexes));
      EXPIRING.forEach((name, field) -> expire(database.getCollection(name), field));
      database
          .getCollection(META)
          .replaceOne(
              id,
              new Document("_id", "schema").append("version", VERSION),
              new ReplaceOptions().upsert(true));
    }
  }

  /** A server without TTL indexes is served by the cleanup alone, which needs the index too. */
  private static void expire(MongoCollection<Document> collection, String field) {
    try {
      collection.createIndex(fields(field), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    } catch (MongoCommandException e) {
      if (!UNKNOWN_TO_SERVER.contains(e.getErrorCode())) {
        throw e;
      }
      collection.createIndex(fields(field));
    }
  }
}
