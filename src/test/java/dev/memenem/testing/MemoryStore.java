package dev.memenem.testing;

import dev.memenem.cache.Cache;
import dev.memenem.job.JobStore;
import dev.memenem.pace.Pacer;
import dev.memenem.store.Store;
import java.time.InstantSource;

/** A store that is gone with the process. It keeps the contract, so tests may use it as a store. */
public final class MemoryStore implements Store {
  private final JobStore jobs;
  private final Cache cache;
  private final Pacer pacer;

  public MemoryStore(InstantSource clock) {
    jobs = new MemoryJobs(clock);
    cache = new MemoryCache(clock);
    pacer = new MemoryPacer(clock);
  }

  @Override
  public JobStore jobs() {
    return jobs;
  }

  @Override
  public Cache cache() {
    return cache;
  }

  @Override
  public Pacer pacer() {
    return pacer;
  }

  @Override
  public String shown() {
    return "memory";
  }

  @Override
  public void close() {}
}
