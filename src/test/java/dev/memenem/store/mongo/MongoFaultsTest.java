package dev.memenem.store.mongo;

import static dev.memenem.testing.SampleJobs.failure;
import static dev.memenem.testing.SampleJobs.queued;
import static dev.memenem.testing.SampleJobs.request;
import static dev.memenem.testing.SampleJobs.work;
import static dev.memenem.testing.SampleJobs.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.memenem.cache.CacheEntry;
import dev.memenem.cache.CacheKind;
import dev.memenem.job.Job;
import dev.memenem.job.JobQuery;
import dev.memenem.job.JobState;
import dev.memenem.job.JobStore;
import dev.memenem.job.JobStore.Beat;
import dev.memenem.job.JobStore.Lifetimes;
import dev.memenem.job.Lease;
import dev.memenem.store.StoreException;
import dev.memenem.store.StoreUri;
import dev.memenem.testing.FaultyProxy;
import dev.memenem.testing.FaultyProxy.Fault;
import dev.memenem.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The connection breaks before or after the server has done what it was asked: nothing is lost,
 * nothing is doubled.
 */
class MongoFaultsTest {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Predicate<Lease.Owner> ALL_ALIVE = owner -> false;
  private static final Job.Outcome DONE = new Job.Outcome(0, Optional.empty());
  private static final Lifetimes LIFETIMES =
      new Lifetimes(Duration.ofHours(2), Duration.ofHours(12));

  private final TestClock clock = new TestClock();
  private final MongoServer server = new MongoServer(new MemoryBackend());
  private FaultyProxy proxy;
  private MongoStore store;
  private JobStore jobs;

  @BeforeEach
  void start() {
    proxy = new FaultyProxy(server.bind());
    store = MongoStore.withClock(uri(20_000), clock, pause -> {});
    jobs = store.jobs();
    jobs.announce(worker("first use"), LEASE);
  }

  @AfterEach
  void stop() {
    store.close();
    proxy.close();
    server.shutdownNow();
  }

  /** With a limit for finding a server, which takes the driver half a second or more. */
  private StoreUri.Mongo uri(int millis) {
    return new StoreUri.Mongo(
        "mongodb://127.0.0.1:%d/memenem?serverSelectionTimeoutMS=%d"
            .formatted(proxy.port(), millis));
  }

  private Job submit(String topic) {
    return jobs.create(queued(topic, clock.instant())).job();
  }

  private Job claimed(String topic) {
    return jobs.claim(submit(topic).id(), worker("w"), LEASE, ALL_ALIVE).orElseThrow();
  }

  private static long fence(Job job) {
    return job.lease().orElseThrow().fence();
  }

  private Job find(Job job) {
    return jobs.find(job.id()).orElseThrow();
  }

  private void broken() {
    assertThat(proxy.faults()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aJobIsRecordedOnce(Fault fault) {
    proxy.breakAt("insert", fault);
    Job job = queued(request("cats", Optional.empty(), Optional.of("key")), clock.instant());
    assertThat(jobs.create(job)).isEqualTo(new JobStore.Recorded(job, true));
    broken();
    assertThat(jobs.idsStartingWith("", 9)).containsExactly(job.id());
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void theNextJobIsClaimedOnceAndNoOtherIsTakenBesides(Fault fault) {
    for (int i = 0; i < 3; i++) {
      submit("job " + i);
    }
    proxy.breakAt("findAndModify", fault);
    Job mine = jobs.claimNext(worker("w"), LEASE, ALL_ALIVE).orElseThrow();
    broken();
    assertThat(fence(mine)).isEqualTo(1);
    assertThat(find(mine)).isEqualTo(mine);
    assertThat(jobs.counts())
        .containsEntry(JobState.PROCESSING, 1L)
        .containsEntry(JobState.QUEUED, 2L);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aNamedJobIsClaimedOnce(Fault fault) {
    Job job = submit("cats");
    proxy.breakAt("findAndModify", fault);
    Job mine = jobs.claim(job.id(), worker("w"), LEASE, ALL_ALIVE).orElseThrow();
    broken();
    assertThat(fence(mine)).isEqualTo(1);
    assertThat(jobs.heartbeat(job.id(), 1, LEASE)).isEqualTo(Beat.HELD);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aCheckpointIsKept(Fault fault) {
    Job job = claimed("cats");
    proxy.breakAt("update", fault);
    assertThat(jobs.checkpoint(job.id(), fence(job), 40, work(2))).isTrue();
    broken();
    assertThat(find(job).work()).isEqualTo(work(2));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aHeartbeatIsNotTakenForALostLease(Fault fault) {
    Job job = claimed("cats");
    proxy.breakAt("update", fault);
    assertThat(jobs.heartbeat(job.id(), fence(job), LEASE)).isEqualTo(Beat.HELD);
    broken();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aJobIsFinishedOnceAndItsResultKept(Fault fault) {
    Job job = claimed("cats");
    proxy.breakAt("findAndModify", fault);
    assertThat(jobs.finish(job.id(), fence(job), JobState.COMPLETED, work(5), DONE, LIFETIMES))
        .isTrue();
    broken();
    assertThat(find(job).state()).isEqualTo(JobState.COMPLETED);
    assertThat(jobs.results().total()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void theResultIsCopiedOnce(Fault fault) {
    Job job = claimed("cats");
    proxy.breakAt("update", fault);
    jobs.finish(job.id(), fence(job), JobState.COMPLETED, work(5), DONE, LIFETIMES);
    broken();
    assertThat(jobs.results().total()).isEqualTo(1);
    clock.forward(Duration.ofHours(3));
    assertThat(find(job).work()).isEqualTo(work(5));
  }

  @Test
  void aWorkerThatDiesBeforeItsResultIsCopiedLosesNothing() {
    Job job = claimed("cats");
    proxy.plan(command -> command.equals("update") ? Fault.BEFORE : null);
    assertThatThrownBy(
            () -> jobs.finish(job.id(), fence(job), JobState.COMPLETED, work(5), DONE, LIFETIMES))
        .isInstanceOf(StoreException.class);
    proxy.plan(command -> null);
    assertThat(jobs.results().total()).as("not copied yet").isZero();
    clock.forward(Duration.ofHours(3));
    assertThat(jobs.list(JobQuery.newest(5))).extracting(Job::id).containsExactly(job.id());
    assertThat(find(job).work()).isEqualTo(work(5));
    assertThat(jobs.results().total()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aJobIsGivenBackOnce(Fault fault) {
    Job job = claimed("cats");
    proxy.breakAt("update", fault);
    assertThat(jobs.giveBack(job.id(), fence(job))).isTrue();
    broken();
    assertThat(find(job).state()).isEqualTo(JobState.QUEUED);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aQueuedJobIsCancelled(Fault fault) {
    Job job = submit("cats");
    proxy.breakAt("findAndModify", fault);
    assertThat(jobs.cancel(job.id(), LIFETIMES).orElseThrow().state())
        .isEqualTo(JobState.CANCELLED);
    broken();
    assertThat(jobs.results().total()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aRetryIsOneAttemptMore(Fault fault) {
    Job job = claimed("cats");
    jobs.finish(job.id(), fence(job), JobState.COMPLETED, work(3, failure()), DONE, LIFETIMES);
    proxy.breakAt("findAndModify", fault);
    assertThat(jobs.requeue(job.id()).orElseThrow().attempt()).isEqualTo(2);
    broken();
    assertThat(find(job).attempt()).isEqualTo(2);
    assertThat(find(job).work().results()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void whatWasPaidForIsCachedOnce(Fault fault) {
    Instant now = clock.instant();
    proxy.breakAt("update", fault);
    store
        .cache()
        .put(
            CacheKind.CAPTIONS,
            new CacheEntry(
                "key", "a", "gemini", new byte[9], 1, now, now.plus(LEASE), now.plus(LEASE)));
    broken();
    assertThat(store.cache().get(CacheKind.CAPTIONS, "key", 1)).hasSize(1);
    assertThat(store.cache().stats(CacheKind.CAPTIONS).total()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aSlotThatGotLostCostsNoMoreThanItself(Fault fault) {
    Duration spacing = Duration.ofSeconds(2);
    Instant now = store.pacer().reserve("gemini:1", spacing);
    proxy.breakAt("findAndModify", fault);
    assertThat(store.pacer().reserve("gemini:1", spacing))
        .isBetween(now.plusSeconds(2), now.plusSeconds(4));
    broken();
  }

  @Test
  void whenNobodyAnswersTheMessageSaysSoAndNothingIsLost() {
    Job job = claimed("cats");
    proxy.down();
    try (MongoStore hasty = MongoStore.withClock(uri(100), clock, pause -> {})) {
      assertThatThrownBy(() -> hasty.jobs().checkpoint(job.id(), fence(job), 40, work(2)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("mongodb://127.0.0.1:" + proxy.port())
          .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }
    proxy.up();
    assertThat(jobs.checkpoint(job.id(), fence(job), 40, work(2))).isTrue();
    assertThat(find(job).work()).isEqualTo(work(2));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void aBadLineLosesAndDoublesNothing(long seed) throws Exception {
    Random random = new Random(seed);
    Set<String> writes = Set.of("insert", "update", "findAndModify", "delete");
    AtomicInteger written = new AtomicInteger();
    // Far enough apart that no request meets as many faults as it has tries.
    proxy.plan(
        command ->
            writes.contains(command) && written.incrementAndGet() % (10 + seed) == 0
                ? Fault.values()[random.nextInt(2)]
                : null);
    List<String> submitted = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      submitted.add(submit("job " + i).id());
    }
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Callable<List<String>>> workers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Lease.Owner owner = worker("w" + i);
        workers.add(() -> drain(owner));
      }
      List<String> finished = new ArrayList<>();
      for (Future<List<String>> mine : threads.invokeAll(workers)) {
        finished.addAll(mine.get());
      }
      assertThat(finished).containsExactlyInAnyOrderElementsOf(submitted);
    } finally {
      threads.shutdownNow();
    }
    proxy.plan(command -> null);
    assertThat(proxy.faults()).isPositive();
    assertThat(jobs.counts()).containsEntry(JobState.COMPLETED, 12L);
    assertThat(jobs.results().total()).isEqualTo(12);
  }

  private List<String> drain(Lease.Owner owner) {
    List<String> finished = new ArrayList<>();
    Optional<Job> next;
    while ((next = jobs.claimNext(owner, LEASE, ALL_ALIVE)).isPresent()) {
      Job job = next.get();
      assertThat(fence(job)).as("nobody had it before").isEqualTo(1);
      assertThat(jobs.checkpoint(job.id(), 1, 50, work(2))).isTrue();
      assertThat(jobs.finish(job.id(), 1, JobState.COMPLETED, work(5), DONE, LIFETIMES)).isTrue();
      finished.add(job.id());
    }
    return finished;
  }
}
