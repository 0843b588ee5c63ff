package dev.memenem.store;

import dev.memenem.cache.Cache;
import dev.memenem.job.JobStore;
import dev.memenem.pace.Pacer;

/** One open store: jobs, caches and pacing in one place, shared by every process that names it. */
public interface Store extends AutoCloseable {
  JobStore jobs();

  Cache cache();

  Pacer pacer();

  /** How it is shown to people, without credentials: {@code sqlite:/home/…/memenem.db}. */
  String shown();

  @Override
  void close();
}
