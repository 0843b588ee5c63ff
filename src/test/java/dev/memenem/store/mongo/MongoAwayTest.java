package dev.memenem.store.mongo;

import static dev.memenem.testing.SampleJobs.queued;
import static dev.memenem.testing.SampleJobs.work;
import static dev.memenem.testing.SampleJobs.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.memenem.cache.CacheEntry;
import dev.memenem.cache.CacheKind;
import dev.memenem.job.Job;
import dev.memenem.job.JobState;
import dev.memenem.store.Patience;
import dev.memenem.store.StoreException;
import dev.memenem.store.StoreUri;
import dev.memenem.testing.FaultyProxy;
import dev.memenem.testing.FaultyProxy.Fault;
import dev.memenem.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server goes away and comes back while somebody works: nothing is lost, nothing doubled. */
class MongoAwayTest {
  private static final Duration LEASE = Duration.ofSeconds(20);

  private final TestClock clock = new TestClock();
  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final List<String> told = new ArrayList<>();
  private final AtomicInteger pauses = new AtomicInteger();
  private FaultyProxy proxy;
  private MongoStore store;

  @BeforeEach
  void start() {
    proxy = new FaultyProxy(server.bind());
    // A pause is twenty seconds; after the third, a minute later, the server is back.
    Patience patience =
        new Patience(
            clock,
            pause -> {
              // The driver looks twice a second, so it may notice a little later.
              if (pauses.incrementAndGet() <= 3) {
                clock.forward(LEASE);
              }
              if (pauses.get() == 3) {
                proxy.plan(command -> null);
                proxy.up();
              }
            });
    patience.begin(() -> false, Duration.ofMinutes(10), told::add);
    store =
        MongoStore.withClock(
            new StoreUri.Mongo(
                "mongodb://127.0.0.1:%d/memenem?serverSelectionTimeoutMS=100"
                    .formatted(proxy.port())),
            clock,
            pause -> {},
            patience);
    store.jobs().announce(worker("first use"), LEASE);
  }

  @AfterEach
  void stop() {
    store.close();
    proxy.close();
    server.shutdownNow();
  }

  private Job submit(String topic) {
    return store.jobs().create(queued(topic, clock.instant())).job();
  }

  private void wasAwayForAMinute() {
    assertThat(pauses).hasValueGreaterThanOrEqualTo(3);
    // On a busy machine the driver may lose sight of the server again: then both are said twice.
    assertThat(told).hasSizeGreaterThanOrEqualTo(2);
    assertThat(told.get(0)).contains("mongodb://127.0.0.1", "waiting for it");
    assertThat(told.get(told.size() - 1)).startsWith("the store answers again, after ");
  }

  @Test
  void whatWasPaidForIsKept() {
    proxy.down();
    Instant now = clock.instant();
    Instant end = now.plus(Duration.ofDays(1));
    store
        .cache()
        .put(
            CacheKind.CAPTIONS,
            new CacheEntry("key", "a", "gemini", new byte[9], 1, now, end, end));
    wasAwayForAMinute();
    assertThat(store.cache().stats(CacheKind.CAPTIONS).total()).isEqualTo(1);
  }

  @Test
  void aJobWhoseLeaseRanOutMeanwhileGoesOnWhenNobodyElseHasTakenIt() {
    Job job = submit("cats");
    store.jobs().claim(job.id(), worker("w"), LEASE, owner -> false);
    proxy.down();
    assertThat(store.jobs().checkpoint(job.id(), 1, 40, work(2))).isTrue();
    wasAwayForAMinute();
    assertThat(store.jobs().find(job.id()).orElseThrow().work()).isEqualTo(work(2));
  }

  @Test
  void aJobThatSomebodyElseTookMeanwhileIsLeftAlone() {
    Job job = submit("cats");
    store.jobs().claim(job.id(), worker("w"), LEASE, owner -> false);
    clock.forward(LEASE.plusSeconds(1));
    store.jobs().claim(job.id(), worker("other"), Duration.ofHours(1), owner -> false);
    proxy.down();
    assertThat(store.jobs().checkpoint(job.id(), 1, 40, work(2))).isFalse();
    wasAwayForAMinute();
  }

  @Test
  void aClaimWhoseAnswerNeverCameIsTheSameClaimAMinuteLater() {
    submit("cats");
    submit("dogs");
    // The server does it; then every connection breaks, whatever is asked.
    AtomicInteger sent = new AtomicInteger();
    proxy.plan(
        command ->
            sent.get() == 0 && !command.equals("findAndModify")
                ? null
                : sent.getAndIncrement() == 0 ? Fault.AFTER : Fault.BEFORE);
    Job mine = store.jobs().claimNext(worker("w"), LEASE, owner -> false).orElseThrow();
    wasAwayForAMinute();
    assertThat(mine.lease().orElseThrow().fence()).isEqualTo(1);
    assertThat(store.jobs().counts())
        .containsEntry(JobState.PROCESSING, 1L)
        .containsEntry(JobState.QUEUED, 1L);
  }

  @Test
  void credentialsThatAreRefusedAreNotWaitedFor() {
    Patience patience = new Patience(clock, pause -> pauses.incrementAndGet());
    patience.begin(() -> false, Duration.ofMinutes(10), told::add);
    StoreUri.Mongo uri =
        new StoreUri.Mongo("mongodb://me:s3cret@127.0.0.1:%d/".formatted(proxy.port()));
    try (MongoStore refused = MongoStore.withClock(uri, clock, pause -> {}, patience)) {
      assertThatThrownBy(() -> refused.jobs().counts())
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("refuses the credentials");
    }
    assertThat(pauses).hasValue(0);
  }
}
