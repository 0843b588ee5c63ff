package dev.memenem.store.sqlite;

import dev.memenem.store.Store;
import dev.memenem.testing.CacheContract;
import dev.memenem.testing.JobStoreContract;
import dev.memenem.testing.PacerContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The embedded store keeps the contract. */
class SqliteStoreTest {
  @TempDir Path home;

  private Store open(InstantSource clock) {
    return SqliteStore.open(home.resolve("data/memenem.db"), clock, pause -> {});
  }

  @Nested
  class Jobs extends JobStoreContract {
    @Override
    protected Store open(InstantSource clock) {
      return SqliteStoreTest.this.open(clock);
    }
  }

  @Nested
  class Caches extends CacheContract {
    @Override
    protected Store open(InstantSource clock) {
      return SqliteStoreTest.this.open(clock);
    }
  }

  @Nested
  class Pacing extends PacerContract {
    @Override
    protected Store open(InstantSource clock) {
      return SqliteStoreTest.this.open(clock);
    }
  }
}
