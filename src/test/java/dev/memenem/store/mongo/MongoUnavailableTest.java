package dev.memenem.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.memenem.job.JobQuery;
import dev.memenem.store.StoreException;
import dev.memenem.store.StoreUri;
import dev.memenem.testing.SampleJobs;
import dev.memenem.testing.TestClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said when the MongoDB cannot be used. */
class MongoUnavailableTest {
  private final MongoServer server = new MongoServer(new MemoryBackend());

  @AfterEach
  void stop() {
    server.shutdownNow();
  }

  private static MongoStore open(String uri) {
    return MongoStore.withClock(new StoreUri.Mongo(uri), new TestClock(), pause -> {});
  }

  private static void assertRefused(String uri, String... words) {
    try (MongoStore store = open(uri)) {
      assertThatThrownBy(() -> store.jobs().list(JobQuery.newest(1)))
          .isInstanceOf(StoreException.class)
          .hasMessageContainingAll(words)
          .satisfies(
              e -> {
                assertThat(e.getMessage().lines()).hasSize(1);
                assertThat(e.getMessage()).doesNotContain("s3cret");
                StringWriter trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace));
                assertThat(trace.toString()).doesNotContain("s3cret");
              });
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void openingConnectsNothing() throws IOException {
    try (MongoStore store = open("mongodb://me:s3cret@127.0.0.1:%d/x".formatted(closedPort()))) {
      assertThat(store.shown()).startsWith("mongodb://127.0.0.1:").doesNotContain("s3cret");
    }
  }

  @Test
  void nobodyAnswers() throws IOException {
    assertRefused(
        "mongodb://me:s3cret@127.0.0.1:%d/?serverSelectionTimeoutMS=200".formatted(closedPort()),
        "does not answer",
        "MONGODB_URI");
  }

  @Test
  void theCredentialsAreRefused() {
    // This server knows no authentication, so that none can succeed.
    assertRefused(
        "mongodb://me:s3cret@127.0.0.1:%d/".formatted(server.bind().getPort()),
        "refuses the credentials",
        "authSource");
  }

  @Test
  void theAddressIsNone() {
    assertRefused("mongodb://me:s3cret/@", "no valid MongoDB URI", "%40");
    assertRefused("mongodb://me:s3c@ret/s3cret@db:27017", "no valid MongoDB URI");
  }

  @Test
  void aDatabaseThatANewerVersionHasUsedIsLeftAlone() {
    String uri = "mongodb://127.0.0.1:" + server.bind().getPort();
    try (MongoClient client = MongoClients.create(uri)) {
      client
          .getDatabase("memenem")
          .getCollection(MongoSchema.META)
          .insertOne(new Document("_id", "schema").append("version", 99));
    }
    TestClock clock = new TestClock();
    try (MongoStore store = open(uri)) {
      assertThatThrownBy(() -> store.jobs().create(SampleJobs.queued("cats", clock.instant())))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("newer memenem");
    }
  }

  @Test
  void theDatabaseIsMemenemUnlessTheUriNamesOne() {
    String uri = "mongodb://127.0.0.1:" + server.bind().getPort();
    TestClock clock = new TestClock();
    try (MongoStore store = open(uri);
        MongoStore named = open(uri + "/memes")) {
      store.jobs().create(SampleJobs.queued("cats", clock.instant()));
      named.jobs().create(SampleJobs.queued("dogs", clock.instant()));
    }
    try (MongoClient client = MongoClients.create(uri)) {
      assertThat(client.listDatabaseNames()).contains("memenem", "memes");
      assertThat(client.getDatabase("memenem").listCollectionNames())
          .contains("jobs", "results", "caches", "workers");
      assertThat(client.getDatabase("memenem").getCollection("jobs").listIndexes())
          .anySatisfy(index -> assertThat(index.get("unique")).isEqualTo(true))
          .anySatisfy(
              index -> {
                assertThat(index.get("key", Document.class)).containsOnlyKeys("purge_at");
                assertThat(index.get("expireAfterSeconds", Number.class).longValue()).isZero();
              });
    }
  }
}
