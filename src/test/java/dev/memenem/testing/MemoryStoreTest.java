package dev.memenem.testing;

import dev.memenem.store.Store;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;

/** The fake keeps the contract too; else no test could trust it. */
class MemoryStoreTest {
  @Nested
  class Jobs extends JobStoreContract {
    @Override
    protected Store open(InstantSource clock) {
      return new MemoryStore(clock);
    }
  }

  @Nested
  class Caches extends CacheContract {
    @Override
    protected Store open(InstantSource clock) {
      return new MemoryStore(clock);
    }
  }

  @Nested
  class Pacing extends PacerContract {
    @Override
    protected Store open(InstantSource clock) {
      return new MemoryStore(clock);
    }
  }
}
