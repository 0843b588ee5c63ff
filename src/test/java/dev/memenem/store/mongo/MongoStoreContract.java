package dev.memenem.store.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.memenem.store.Store;
import dev.memenem.store.StoreUri;
import dev.memenem.testing.CacheContract;
import dev.memenem.testing.JobStoreContract;
import dev.memenem.testing.PacerContract;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** Every MongoDB keeps the contract. */
abstract class MongoStoreContract {
  private final String name = "memenem_test_" + UUID.randomUUID().toString().substring(0, 8);

  /** A database of this name on the server under test. */
  protected abstract StoreUri.Mongo database(String name);

  private Store open(InstantSource clock) {
    return MongoStore.withClock(database(name), clock, pause -> {});
  }

  @AfterEach
  void dropDatabase() {
    try (MongoClient client = MongoClients.create(database(name).uri())) {
      client.getDatabase(name).drop();
    }
  }

  @Nested
  class Jobs extends JobStoreContract {
    @Override
    protected Store open(InstantSource clock) {
      return MongoStoreContract.this.open(clock);
    }
  }

  @Nested
  class Caches extends CacheContract {
    @Override
    protected Store open(InstantSource clock) {
      return MongoStoreContract.this.open(clock);
    }
  }

  @Nested
  class Pacing extends PacerContract {
    @Override
    protected Store open(InstantSource clock) {
      return MongoStoreContract.this.open(clock);
    }
  }
}
