package dev.memenem.store.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.memenem.store.StoreUri;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract against a server in this process, over a real socket. */
class MongoStoreTest extends MongoStoreContract {
  private static MongoServer server;
  private static InetSocketAddress address;

  @BeforeAll
  static void start() {
    server = new MongoServer(new MemoryBackend());
    address = server.bind();
  }

  @AfterAll
  static void stop() {
    server.shutdownNow();
  }

  @Override
  protected StoreUri.Mongo database(String name) {
    return new StoreUri.Mongo("mongodb://127.0.0.1:%d/%s".formatted(address.getPort(), name));
  }
}
