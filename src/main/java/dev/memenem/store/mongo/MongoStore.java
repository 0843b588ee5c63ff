package dev.memenem.store.mongo;

import dev.memenem.cache.Cache;
import dev.memenem.job.JobStore;
import dev.memenem.pace.Pacer;
import dev.memenem.pace.Sleeper;
import dev.memenem.store.Patience;
import dev.memenem.store.Store;
import dev.memenem.store.StoreUri;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A MongoDB that any number of machines share. Opening it connects nothing; the first use does, and
 * says within five seconds when no server answers.
 */
public final class MongoStore implements Store {
  private final StoreUri.Mongo uri;
  private final MongoLink link;
  private final JobStore jobs;
  private final Cache cache;
  private final Pacer pacer;

  private MongoStore(StoreUri.Mongo uri, MongoLink link, InstantSource clock, ServerClock server) {
    this.uri = uri;
    this.link = link;
    this.jobs = new MongoJobs(link, server);
    // Lifetimes in the cache are counted by whoever stores and asks; a little skew does no harm.
    this.cache = new MongoCache(link, clock);
    this.pacer = new MongoPacer(link, server);
  }

  /**
   * @param clock this machine's; leases and pace go by the server's
   * @param sleeper waits before a request is repeated
   * @param patience with a server that is away
   */
  public static MongoStore open(
      StoreUri.Mongo uri, InstantSource clock, Sleeper sleeper, Patience patience) {
    MongoLink link = new MongoLink(uri, sleeper, patience);
    return new MongoStore(uri, link, clock, new ServerClock(clock, link::serverTime));
  }

  /** For tests that set the clock: everything goes by it. */
  static MongoStore withClock(StoreUri.Mongo uri, InstantSource clock, Sleeper sleeper) {
    return withClock(uri, clock, sleeper, new Patience(clock, sleeper));
  }

  static MongoStore withClock(
      StoreUri.Mongo uri, InstantSource clock, Sleeper sleeper, Patience patience) {
    MongoLink link = new MongoLink(uri, sleeper, patience);
    return new MongoStore(uri, link, clock, new ServerClock(clock, Optional::empty));
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
    return uri.shown();
  }

  @Override
  public void close() {
    link.close();
  }
}
