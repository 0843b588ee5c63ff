package dev.memenem.store.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.memenem.pace.Sleeper;
import dev.memenem.store.Patience;
import dev.memenem.store.StoreException;
import dev.memenem.store.StoreUri;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.bson.Document;

/**
 * The connection, made when it is first needed. What goes through {@link #run} may be sent twice:
 * when the connection breaks, nobody knows whether the server did what it was asked.
 */
final class MongoLink implements AutoCloseable {
  private static final String DATABASE = "memenem";
  private static final int TRIES = 4;

  /** Waiting for a server, for a connection, and for a majority to confirm. */
  private static final int SECONDS = 5;

  private static final WriteConcern MAJORITY =
      WriteConcern.MAJORITY.withWTimeout(2 * SECONDS, TimeUnit.SECONDS);

  // A logger that nobody refers to may be collected, and its level with it.
  private static final Logger DRIVER = Logger.getLogger("org.mongodb.driver");

  /** An @ in the password; the driver would take what is behind it for the host. */
  private static final Pattern AMBIGUOUS = Pattern.compile("^[^?]*@[^?]*@");

  /** The server's code for CommandNotFound. */
  private static final int NO_SUCH_COMMAND = 59;

  private final StoreUri.Mongo uri;
  private final Sleeper sleeper;
  private final Patience patience;
  private MongoClient client;
  private MongoDatabase database;
  private boolean ready;

  MongoLink(StoreUri.Mongo uri, Sleeper sleeper, Patience patience) {
    this.uri = uri;
    this.sleeper = sleeper;
    this.patience = patience;
  }

  /** A collection to read from; touches neither server nor indexes yet. */
  MongoCollection<Document> reading(String collection) {
    return database().getCollection(collection);
  }

  /** A collection to write to; the first makes the indexes. */
  MongoCollection<Document> writing(String collection) {
    ensureIndexes();
    return reading(collection);
  }

  /** The same for writes that must outlive any one server. */
  MongoCollection<Document> safely(String collection) {
    return writing(collection).withWriteConcern(MAJORITY);
  }

  private synchronized MongoDatabase database() {
    if (database == null) {
      // What goes wrong is said by our own messages.
      DRIVER.setLevel(Level.OFF);
      ConnectionString connection = parse();
      client = MongoClients.create(settings(connection));
      database = client.getDatabase(Optional.ofNullable(connection.getDatabase()).orElse(DATABASE));
    }
    return database;
  }

  /** The driver's own message may repeat a part of the password. */
  private ConnectionString parse() {
    try {
      if (AMBIGUOUS.matcher(uri.uri()).find()) {
        throw new IllegalArgumentException();
      }
      return new ConnectionString(uri.uri());
    } catch (IllegalArgumentException e) {
      throw new StoreException(
          "the store's address is no valid MongoDB URI; write it as"
              + " mongodb://user:password@host:27017/memenem, with %40 for @ and %2F for /"
              + " in user and password");
    } catch (MongoException e) {
      throw Trouble.of(e, uri.shown());
    }
  }

  /** What the URI says goes before what we say. */
  private static MongoClientSettings settings(ConnectionString connection) {
    return MongoClientSettings.builder()
        .applicationName("memenem")
        .applyToClusterSettings(
            cluster -> cluster.serverSelectionTimeout(SECONDS, TimeUnit.SECONDS))
        .applyToSocketSettings(
            socket ->
                socket
                    .connectTimeout(SECONDS, TimeUnit.SECONDS)
                    .readTimeout(6 * SECONDS, TimeUnit.SECONDS))
        .applyConnectionString(connection)
        .build();
  }

  private synchronized void ensureIndexes() {
    if (!ready) {
      MongoSchema.ensure(database(), uri.shown());
      ready = true;
    }
  }

  /** Sends a request that may be repeated. */
  <T> T run(Supplier<T> request) {
    for (int attempt = 1; ; attempt++) {
      try {
        T answer = request.get();
        patience.answered();
        return answer;
      } catch (MongoException e) {
        if (Trouble.passing(e) && attempt < TRIES) {
          pause(Duration.ofMillis(attempt * attempt * 50L));
          continue;
        }
        StoreException trouble = Trouble.of(e, uri.shown());
        if (!Trouble.away(e) || !patience.again(trouble)) {
          throw trouble;
        }
      }
    }
  }

  /** Two that insert the same document at once: the second finds it and updates it. */
  <T> T upsert(Supplier<T> request) {
    return run(
        () -> {
          try {
            return request.get();
          } catch (MongoWriteException e) {
            if (!duplicate(e)) {
              throw e;
            }
            return request.get();
          }
        });
  }

  static boolean duplicate(MongoWriteException e) {
    return e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
  }

  private void pause(Duration duration) {
    try {
      sleeper.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The server's clock; empty when it does not tell. */
  Optional<Instant> serverTime() {
    Document hello = run(this::hello);
    return Optional.ofNullable(hello.get("localTime"))
        .filter(Date.class::isInstance)
        .map(time -> ((Date) time).toInstant());
  }

  /** Under the name that all know, when the server does not know the new one. */
  private Document hello() {
    try {
      return database().runCommand(new Document("hello", 1));
    } catch (MongoCommandException e) {
      if (e.getErrorCode() != NO_SUCH_COMMAND) {
        throw e;
      }
      return database().runCommand(new Document("isMaster", 1));
    }
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.close();
    }
  }
}
