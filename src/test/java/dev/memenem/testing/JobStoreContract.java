package dev.memenem.testing;

import static dev.memenem.testing.SampleJobs.failure;
import static dev.memenem.testing.SampleJobs.queued;
import static dev.memenem.testing.SampleJobs.request;
import static dev.memenem.testing.SampleJobs.work;
import static dev.memenem.testing.SampleJobs.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.memenem.cache.Sweep;
import dev.memenem.cache.Sweep.Swept;
import dev.memenem.job.Job;
import dev.memenem.job.JobQuery;
import dev.memenem.job.JobState;
import dev.memenem.job.JobStore;
import dev.memenem.job.JobStore.Beat;
import dev.memenem.job.JobStore.Lifetimes;
import dev.memenem.job.JobStore.Recorded;
import dev.memenem.job.Lease;
import dev.memenem.job.Work;
import dev.memenem.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does with jobs. */
public abstract class JobStoreContract {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Lifetimes LIFETIMES =
      new Lifetimes(Duration.ofHours(2), Duration.ofHours(12));
  private static final Predicate<Lease.Owner> ALL_ALIVE = owner -> false;
  private static final Job.Outcome DONE = new Job.Outcome(0, Optional.empty());
  private static final Job.Outcome FAILED = new Job.Outcome(5, Optional.of("no answer"));

  protected final TestClock clock = new TestClock();
  private Store store;
  private JobStore jobs;

  /** An empty store of this test's own. */
  protected abstract Store open(InstantSource clock);

  @BeforeEach
  void open() {
    store = open(clock);
    jobs = store.jobs();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Job submit(String topic) {
    return jobs.create(queued(topic, clock.instant())).job();
  }

  private Job claim(Job job, String name) {
    return jobs.claim(job.id(), worker(name), LEASE, ALL_ALIVE).orElseThrow();
  }

  private static long fence(Job job) {
    return job.lease().orElseThrow().fence();
  }

  private Job find(Job job) {
    return jobs.find(job.id()).orElseThrow();
  }

  /** A job that ended so. */
  private Job ended(String topic, JobState state, Work work) {
    Job job = claim(submit(topic), "w");
    Job.Outcome outcome = state == JobState.COMPLETED ? DONE : FAILED;
    assertThat(jobs.finish(job.id(), fence(job), state, work, outcome, LIFETIMES)).isTrue();
    return find(job);
  }

  private Sweep expired() {
    return new Sweep(clock.instant(), Instant.MIN, false);
  }

  private Sweep everything() {
    return new Sweep(clock.instant(), Instant.MAX, false);
  }

  @Test
  void aJobIsGivenBackAsItWasRecorded() {
    Job job = queued("Monday morning meetings", clock.instant());
    assertThat(jobs.create(job)).isEqualTo(new Recorded(job, true));
    assertThat(jobs.find(job.id())).contains(job);
    assertThat(jobs.find("no-such-job")).isEmpty();
  }

  @Test
  void hostileTopicsAreJustText() {
    for (String topic :
        List.of("'); DROP TABLE jobs; --", "{\"$gt\": \"\"}", "$where", "a.b", "😀 مرحبا", "%_")) {
      Job job = queued(request(topic, Optional.of(topic), Optional.of(topic)), clock.instant());
      jobs.create(job);
      assertThat(find(job)).isEqualTo(job);
      assertThat(jobs.list(new JobQuery(9, Optional.empty(), Optional.of(topic), Optional.empty())))
          .containsExactly(job);
    }
  }

  @Test
  void theSameKeyReturnsTheSameJobUntilItsResultHasExpired() {
    Job first = queued(request("cats", Optional.empty(), Optional.of("cron-1")), clock.instant());
    Job second = queued(request("dogs", Optional.empty(), Optional.of("cron-1")), clock.instant());
    assertThat(jobs.create(first).created()).isTrue();
    assertThat(jobs.create(second)).isEqualTo(new Recorded(first, false));
    assertThat(jobs.find(second.id())).isEmpty();

    Job claimed = claim(first, "w");
    jobs.finish(first.id(), fence(claimed), JobState.COMPLETED, work(5), DONE, LIFETIMES);
    clock.forward(Duration.ofHours(3));
    assertThat(jobs.create(second).job().id())
        .as("jobs has forgotten it, results has not")
        .isEqualTo(first.id());
    jobs.sweepJobs(expired());
    assertThat(jobs.create(second).job().id()).isEqualTo(first.id());

    clock.forward(Duration.ofHours(9));
    assertThat(jobs.create(second)).isEqualTo(new Recorded(second, true));
    assertThat(jobs.find(first.id())).isEmpty();
    assertThat(find(second)).isEqualTo(second);
  }

  @Test
  void aWorkerClaimsAQueuedJobAndNobodyElseCan() {
    Job job = submit("cats");
    clock.forward(Duration.ofSeconds(2));
    Job claimed = claim(job, "first");
    assertThat(claimed.state()).isEqualTo(JobState.PROCESSING);
    assertThat(claimed.times().startedAt()).contains(clock.instant());
    assertThat(claimed.lease().orElseThrow().owner()).isEqualTo(worker("first"));
    assertThat(claimed.lease().orElseThrow().until()).isEqualTo(clock.instant().plus(LEASE));
    assertThat(find(job)).isEqualTo(claimed);
    assertThat(jobs.claim(job.id(), worker("second"), LEASE, ALL_ALIVE)).isEmpty();
    assertThat(jobs.claimNext(worker("second"), LEASE, ALL_ALIVE)).isEmpty();
    assertThat(jobs.claim("no-such-job", worker("second"), LEASE, ALL_ALIVE)).isEmpty();
  }

  @Test
  void theOldestJobIsClaimedFirst() {
    Job first = submit("one");
    clock.forward(Duration.ofMillis(1));
    Job second = submit("two");
    clock.forward(Duration.ofMillis(1));
    Job third = submit("three");
    assertThat(jobs.claimNext(worker("a"), LEASE, ALL_ALIVE).orElseThrow().id())
        .isEqualTo(first.id());
    clock.forward(LEASE);
    assertThat(jobs.claimNext(worker("b"), LEASE, ALL_ALIVE).orElseThrow().id())
        .as("an orphan keeps its place in the queue")
        .isEqualTo(first.id());
    assertThat(jobs.claimNext(worker("c"), LEASE, ALL_ALIVE).orElseThrow().id())
        .isEqualTo(second.id());
    assertThat(jobs.claimNext(worker("d"), LEASE, ALL_ALIVE).orElseThrow().id())
        .isEqualTo(third.id());
    assertThat(jobs.claimNext(worker("e"), LEASE, ALL_ALIVE)).isEmpty();
  }

  @Test
  void aDeadWorkersJobIsTakenOverWhenItsLeaseHasRunOut() {
    Job job = claim(submit("cats"), "first");
    clock.forward(LEASE.minusMillis(1));
    assertThat(jobs.claimNext(worker("second"), LEASE, ALL_ALIVE)).isEmpty();
    clock.forward(Duration.ofMillis(1));
    Job taken = jobs.claimNext(worker("second"), LEASE, ALL_ALIVE).orElseThrow();
    assertThat(fence(taken)).isGreaterThan(fence(job));
    assertThat(taken.times().startedAt()).isEqualTo(job.times().startedAt());
    assertThat(taken.attempt()).isEqualTo(1);
  }

  @Test
  void aWorkerSeenToBeGoneOnTheSameHostIsRelievedAtOnce() {
    Job job = claim(submit("cats"), "first");
    assertThat(jobs.claim(job.id(), worker("second"), LEASE, worker("first")::equals)).isPresent();

    Lease.Owner elsewhere = new Lease.Owner("another-host", 4711, 1_000, "third");
    assertThat(jobs.claim(job.id(), elsewhere, LEASE, owner -> true))
        .as("nobody can see the processes of another host")
        .isEmpty();
    assertThat(jobs.claimNext(elsewhere, LEASE, owner -> true)).isEmpty();
    assertThat(jobs.claimNext(worker("third"), LEASE, worker("second")::equals)).isPresent();
  }

  @Test
  void aHeartbeatKeepsTheLease() {
    Job job = claim(submit("cats"), "first");
    for (int i = 0; i < 5; i++) {
      clock.forward(Duration.ofSeconds(20));
      assertThat(jobs.heartbeat(job.id(), fence(job), LEASE)).isEqualTo(Beat.HELD);
      assertThat(jobs.claimNext(worker("second"), LEASE, ALL_ALIVE)).isEmpty();
    }
    clock.forward(LEASE.multipliedBy(2));
    assertThat(jobs.heartbeat(job.id(), fence(job), LEASE))
        .as("late, but nobody took it")
        .isEqualTo(Beat.HELD);
    assertThat(jobs.claimNext(worker("second"), LEASE, ALL_ALIVE)).isEmpty();
  }

  @Test
  void aFrozenWorkerThatLostItsLeaseCanWriteNothing() {
    Job frozen = claim(submit("cats"), "frozen");
    jobs.checkpoint(frozen.id(), fence(frozen), 20, work(1));
    clock.forward(LEASE);
    Job taken = claim(frozen, "second");
    assertThat(taken.work()).isEqualTo(work(1));

    long old = fence(frozen);
    assertThat(jobs.heartbeat(frozen.id(), old, LEASE)).isEqualTo(Beat.LOST);
    assertThat(jobs.checkpoint(frozen.id(), old, 90, work(4))).isFalse();
    assertThat(jobs.giveBack(frozen.id(), old)).isFalse();
    assertThat(jobs.finish(frozen.id(), old, JobState.COMPLETED, work(5), DONE, LIFETIMES))
        .isFalse();
    assertThat(find(frozen)).isEqualTo(taken);
    assertThat(jobs.results().total()).isZero();
  }

  @Test
  void aWorkerOfAnEndedJobCanWriteNothing() {
    Job job = claim(submit("cats"), "w");
    jobs.finish(job.id(), fence(job), JobState.COMPLETED, work(5), DONE, LIFETIMES);
    Job ended = find(job);
    assertThat(jobs.heartbeat(job.id(), fence(job), LEASE)).isEqualTo(Beat.LOST);
    assertThat(jobs.checkpoint(job.id(), fence(job), 10, work(1))).isFalse();
    assertThat(jobs.giveBack(job.id(), fence(job))).isFalse();
    assertThat(jobs.finish(job.id(), fence(job), JobState.FAILED, work(1), FAILED, LIFETIMES))
        .isFalse();
    assertThat(find(job)).isEqualTo(ended);
  }

  @Test
  void progressNeverGoesBack() {
    Job job = claim(submit("cats"), "w");
    assertThat(jobs.checkpoint(job.id(), fence(job), 40, work(2))).isTrue();
    assertThat(jobs.checkpoint(job.id(), fence(job), 30, work(3))).isTrue();
    assertThat(find(job).progress()).isEqualTo(40);
    assertThat(find(job).work()).isEqualTo(work(3));
    jobs.giveBack(job.id(), fence(job));
    Job again = claim(job, "second");
    assertThat(again.progress()).isEqualTo(40);
    assertThat(again.work()).isEqualTo(work(3));
  }

  @Test
  void aFinishedJobIsCompleteAndNobodyClaimsIt() {
    Job job = claim(submit("cats"), "w");
    clock.forward(Duration.ofSeconds(4));
    assertThat(
            jobs.finish(
                job.id(), fence(job), JobState.COMPLETED, work(5, failure()), DONE, LIFETIMES))
        .isTrue();
    Job ended = find(job);
    assertThat(ended.state()).isEqualTo(JobState.COMPLETED);
    assertThat(ended.progress()).isEqualTo(100);
    assertThat(ended.outcome()).contains(DONE);
    assertThat(ended.work()).isEqualTo(work(5, failure()));
    assertThat(ended.times().completedAt()).contains(clock.instant());
    clock.forward(LEASE.multipliedBy(2));
    assertThat(jobs.claimNext(worker("second"), LEASE, owner -> true)).isEmpty();
    assertThat(jobs.claim(job.id(), worker("second"), LEASE, owner -> true)).isEmpty();
  }

  @Test
  void aFailedJobKeepsItsExitCodeAndItsProgress() {
    Job job = claim(submit("cats"), "w");
    jobs.checkpoint(job.id(), fence(job), 60, work(0, failure()));
    jobs.finish(job.id(), fence(job), JobState.FAILED, work(0, failure()), FAILED, LIFETIMES);
    assertThat(find(job).outcome()).contains(FAILED);
    assertThat(find(job).progress()).isEqualTo(60);
  }

  @Test
  void aJobThatWasGivenBackIsClaimedByTheNext() {
    Job job = claim(submit("cats"), "w");
    assertThat(jobs.giveBack(job.id(), fence(job))).isTrue();
    assertThat(find(job).state()).isEqualTo(JobState.QUEUED);
    Job next = jobs.claimNext(worker("second"), LEASE, ALL_ALIVE).orElseThrow();
    assertThat(fence(next)).isGreaterThan(fence(job));
    assertThat(jobs.heartbeat(job.id(), fence(job), LEASE)).isEqualTo(Beat.LOST);
  }

  @Test
  void cancellingAQueuedJobEndsItAtOnce() {
    Job job = submit("cats");
    clock.forward(Duration.ofSeconds(1));
    Job cancelled = jobs.cancel(job.id(), LIFETIMES).orElseThrow();
    assertThat(cancelled.state()).isEqualTo(JobState.CANCELLED);
    assertThat(cancelled.outcome()).contains(Job.Outcome.CANCELLED);
    assertThat(cancelled.times().completedAt()).contains(clock.instant());
    assertThat(jobs.claim(job.id(), worker("w"), LEASE, ALL_ALIVE)).isEmpty();
    assertThat(jobs.results().total()).isEqualTo(1);
    assertThat(jobs.cancel("no-such-job", LIFETIMES)).isEmpty();
  }

  @Test
  void theWorkerOfACancelledJobSeesItWithItsNextHeartbeat() {
    Job job = claim(submit("cats"), "w");
    Job marked = jobs.cancel(job.id(), LIFETIMES).orElseThrow();
    assertThat(marked.state()).isEqualTo(JobState.PROCESSING);
    assertThat(marked.cancelRequested()).isTrue();
    assertThat(jobs.heartbeat(job.id(), fence(job), LEASE)).isEqualTo(Beat.CANCEL_WANTED);
    assertThat(
            jobs.finish(
                job.id(),
                fence(job),
                JobState.CANCELLED,
                work(2),
                Job.Outcome.CANCELLED,
                LIFETIMES))
        .isTrue();
    assertThat(find(job).work().results()).hasSize(2);
  }

  @Test
  void whoeverTakesOverACancelledJobIsTold() {
    Job job = claim(submit("cats"), "w");
    jobs.cancel(job.id(), LIFETIMES);
    clock.forward(LEASE);
    Job taken = claim(job, "second");
    assertThat(taken.cancelRequested()).isTrue();
    assertThat(jobs.heartbeat(job.id(), fence(taken), LEASE)).isEqualTo(Beat.CANCEL_WANTED);
    assertThat(jobs.giveBack(job.id(), fence(taken))).isTrue();
    assertThat(claim(job, "third").cancelRequested()).isTrue();
  }

  @Test
  void cancellingAnEndedJobChangesNothing() {
    Job job = ended("cats", JobState.COMPLETED, work(5));
    assertThat(jobs.cancel(job.id(), LIFETIMES)).contains(job);
    assertThat(find(job)).isEqualTo(job);
    clock.forward(Duration.ofHours(3));
    assertThat(jobs.cancel(job.id(), LIFETIMES).orElseThrow().state())
        .isEqualTo(JobState.COMPLETED);
  }

  @Test
  void retryQueuesWhatFailedAndKeepsWhatIsFinished() {
    Job job = ended("cats", JobState.COMPLETED, work(3, failure()));
    Job again = jobs.requeue(job.id()).orElseThrow();
    assertThat(again.id()).isEqualTo(job.id());
    assertThat(again.state()).isEqualTo(JobState.QUEUED);
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(again.progress()).isZero();
    assertThat(again.work()).isEqualTo(work(3, failure()).forRetry());
    assertThat(again.work().results()).isEqualTo(job.work().results());
    assertThat(again.outcome()).isEmpty();
    assertThat(again.times())
        .isEqualTo(new Job.Times(job.times().createdAt(), Optional.empty(), Optional.empty()));
    assertThat(find(job)).isEqualTo(again);
    assertThat(jobs.results().total()).isZero();

    clock.forward(Duration.ofHours(100));
    Job claimed = claim(job, "w");
    assertThat(fence(claimed)).isGreaterThan(fence(job));
    assertThat(claimed.times().startedAt()).contains(clock.instant());
    jobs.finish(job.id(), fence(claimed), JobState.COMPLETED, work(5), DONE, LIFETIMES);
    clock.forward(Duration.ofHours(3));
    assertThat(find(job).work()).isEqualTo(work(5));
    assertThat(find(job).attempt()).isEqualTo(2);
  }

  @Test
  void failedAndCancelledJobsCanBeRetriedAndOthersCannot() {
    assertThat(jobs.requeue(ended("a", JobState.FAILED, work(0)).id())).isPresent();
    Job cancelled = jobs.cancel(submit("b").id(), LIFETIMES).orElseThrow();
    Job again = jobs.requeue(cancelled.id()).orElseThrow();
    assertThat(again.cancelRequested()).isFalse();
    assertThat(jobs.requeue(again.id())).as("it is queued already").isEmpty();
    assertThat(jobs.requeue(ended("c", JobState.COMPLETED, work(5)).id())).isEmpty();
    assertThat(jobs.requeue(claim(submit("d"), "w").id())).isEmpty();
    assertThat(jobs.requeue("no-such-job")).isEmpty();
    Job old = ended("e", JobState.FAILED, work(0));
    clock.forward(Duration.ofHours(2));
    assertThat(jobs.requeue(old.id())).as("jobs has forgotten it").isEmpty();
  }

  @Test
  void anUnfinishedJobNeverExpires() {
    Job waiting = submit("waiting");
    Job running = claim(submit("running"), "w");
    clock.forward(Duration.ofDays(365));
    assertThat(jobs.sweepJobs(everything())).isEqualTo(Swept.NOTHING);
    assertThat(jobs.sweepJobs(new Sweep(Instant.MAX, Instant.MAX, false))).isEqualTo(Swept.NOTHING);
    assertThat(find(waiting)).isEqualTo(waiting);
    assertThat(find(running)).isEqualTo(running);
  }

  @Test
  void aResultOutlivesItsJobAndThenBothAreGone() {
    Job job = ended("cats", JobState.COMPLETED, work(5));
    clock.forward(Duration.ofHours(2));
    Job kept = find(job);
    assertThat(kept.work()).isEqualTo(job.work());
    assertThat(kept.outcome()).isEqualTo(job.outcome());
    assertThat(kept.times()).isEqualTo(job.times());
    assertThat(kept.request()).isEqualTo(job.request());
    assertThat(jobs.list(JobQuery.newest(5))).extracting(Job::id).containsExactly(job.id());
    assertThat(jobs.idsStartingWith("", 5)).containsExactly(job.id());
    clock.forward(Duration.ofHours(10).minusMillis(1));
    assertThat(jobs.find(job.id())).isPresent();
    clock.forward(Duration.ofMillis(1));
    assertThat(jobs.find(job.id())).as("expired, though nobody has swept").isEmpty();
    assertThat(jobs.list(JobQuery.newest(5))).isEmpty();
    assertThat(jobs.idsStartingWith("", 5)).isEmpty();
    assertThat(jobs.counts()).containsEntry(JobState.COMPLETED, 0L);
    assertThat(jobs.cancel(job.id(), LIFETIMES)).isEmpty();
  }

  @Test
  void aJobOutlivesItsResultToo() {
    Job job = claim(submit("cats"), "w");
    jobs.finish(
        job.id(),
        fence(job),
        JobState.COMPLETED,
        work(5),
        DONE,
        new Lifetimes(Duration.ofHours(2), Duration.ofHours(1)));
    clock.forward(Duration.ofMinutes(90));
    assertThat(jobs.find(job.id())).isPresent();
    assertThat(jobs.results().total()).isZero();
    clock.forward(Duration.ofMinutes(30));
    assertThat(jobs.find(job.id())).isEmpty();
  }

  @Test
  void aListIsNewestFirstAndWithoutWork() {
    Job old = ended("old", JobState.FAILED, work(1, failure()));
    clock.forward(Duration.ofHours(3));
    Job done = ended("done", JobState.COMPLETED, work(5));
    clock.forward(Duration.ofMinutes(1));
    Job waiting =
        jobs.create(
                queued(request("waiting", Optional.of("blue"), Optional.empty()), clock.instant()))
            .job();
    assertThat(jobs.list(JobQuery.newest(10)))
        .extracting(Job::id)
        .containsExactly(waiting.id(), done.id(), old.id());
    assertThat(jobs.list(JobQuery.newest(10))).extracting(Job::work).containsOnly(Work.NONE);
    assertThat(jobs.list(JobQuery.newest(2)))
        .extracting(Job::id)
        .containsExactly(waiting.id(), done.id());
    assertThat(ids(Optional.of(JobState.FAILED), Optional.empty(), Optional.empty()))
        .containsExactly(old.id());
    assertThat(ids(Optional.empty(), Optional.of("blue"), Optional.empty()))
        .containsExactly(waiting.id());
    assertThat(ids(Optional.empty(), Optional.empty(), Optional.of(done.times().createdAt())))
        .containsExactly(waiting.id(), done.id());
    assertThat(ids(Optional.of(JobState.COMPLETED), Optional.of("blue"), Optional.empty()))
        .isEmpty();
  }

  private List<String> ids(
      Optional<JobState> state, Optional<String> label, Optional<Instant> since) {
    return jobs.list(new JobQuery(10, state, label, since)).stream().map(Job::id).toList();
  }

  @Test
  void aJobIsFoundByTheBeginningOfItsId() {
    Job first = Job.queued("aa11-x", request("one"), clock.instant());
    clock.forward(Duration.ofMillis(1));
    Job second = Job.queued("aa12-x", request("two"), clock.instant());
    jobs.create(first);
    jobs.create(second);
    assertThat(jobs.idsStartingWith("aa1", 5)).containsExactly("aa12-x", "aa11-x");
    assertThat(jobs.idsStartingWith("aa1", 1)).containsExactly("aa12-x");
    assertThat(jobs.idsStartingWith("aa11", 5)).containsExactly("aa11-x");
    assertThat(jobs.idsStartingWith("aa11-x", 5)).containsExactly("aa11-x");
    assertThat(jobs.idsStartingWith("b", 5)).isEmpty();
    assertThat(jobs.idsStartingWith(".*", 5)).isEmpty();
    assertThat(jobs.idsStartingWith("%", 5)).isEmpty();
  }

  @Test
  void jobsAreCountedByState() {
    submit("one");
    submit("two");
    claim(submit("three"), "w");
    ended("four", JobState.COMPLETED, work(5));
    assertThat(jobs.counts())
        .containsOnly(
            entry(JobState.QUEUED, 2L),
            entry(JobState.PROCESSING, 1L),
            entry(JobState.COMPLETED, 1L),
            entry(JobState.FAILED, 0L),
            entry(JobState.CANCELLED, 0L));
    clock.forward(Duration.ofHours(3));
    assertThat(jobs.counts()).containsEntry(JobState.COMPLETED, 1L);
  }

  @Test
  void timingsOfCompletedJobsAreRememberedNewestFirst() {
    ended("failed", JobState.FAILED, work(1));
    ended("first", JobState.COMPLETED, work(2));
    clock.forward(Duration.ofMinutes(1));
    Job slow = claim(submit("slow"), "w");
    clock.forward(Duration.ofMillis(1500));
    jobs.finish(slow.id(), fence(slow), JobState.COMPLETED, work(5), DONE, LIFETIMES);
    assertThat(jobs.timings(10))
        .containsExactly(
            new JobStore.Timing(5, work(5).timings(), 1500),
            new JobStore.Timing(2, work(2).timings(), 0));
    assertThat(jobs.timings(1)).hasSize(1);
  }

  @Test
  void workersThatLiveAreKnown() {
    jobs.announce(worker("a"), Duration.ofSeconds(10));
    jobs.announce(worker("b"), Duration.ofSeconds(10));
    assertThat(jobs.workers()).containsExactlyInAnyOrder(worker("a"), worker("b"));
    clock.forward(Duration.ofSeconds(9));
    jobs.announce(worker("b"), Duration.ofSeconds(10));
    clock.forward(Duration.ofSeconds(1));
    assertThat(jobs.workers()).containsExactly(worker("b"));
    jobs.retire(worker("b"));
    assertThat(jobs.workers()).isEmpty();
  }

  @Test
  void aCleanupTakesWhatHasExpired() {
    Job old = ended("old", JobState.COMPLETED, work(5));
    Instant oldest = old.times().createdAt();
    clock.forward(Duration.ofHours(1));
    Job young = ended("young", JobState.COMPLETED, work(5));
    Instant youngest = young.times().createdAt();
    assertThat(jobs.jobs().total()).isEqualTo(2);
    assertThat(jobs.jobs().oldest()).contains(oldest);
    assertThat(jobs.jobs().newest()).contains(youngest);
    clock.forward(Duration.ofHours(1));
    assertThat(jobs.jobs().expired()).isEqualTo(1);
    assertThat(jobs.jobs().total()).isEqualTo(1);
    assertThat(jobs.jobs().oldest()).contains(youngest);

    long bytes = jobs.jobs().bytes();
    Swept dry = jobs.sweepJobs(new Sweep(clock.instant(), Instant.MIN, true));
    assertThat(dry.count()).isEqualTo(1);
    assertThat(jobs.jobs().expired()).as("a dry run takes nothing").isEqualTo(1);
    assertThat(jobs.sweepJobs(expired())).isEqualTo(dry);
    assertThat(dry.bytes()).isPositive();
    assertThat(jobs.jobs().bytes()).isEqualTo(bytes - dry.bytes());
    assertThat(jobs.jobs().expired()).isZero();
    assertThat(jobs.sweepJobs(expired())).isEqualTo(Swept.NOTHING);
    assertThat(jobs.find(old.id())).isPresent();
    assertThat(jobs.sweepResults(expired())).isEqualTo(Swept.NOTHING);
  }

  @Test
  void aCleanupByAgeTakesWhatEndedBefore() {
    Job old = ended("old", JobState.COMPLETED, work(5));
    clock.forward(Duration.ofMinutes(30));
    Job young = ended("young", JobState.FAILED, work(0));
    Instant border = clock.instant();
    Sweep older = new Sweep(clock.instant(), border, false);
    assertThat(jobs.sweepResults(older).count()).isEqualTo(1);
    assertThat(jobs.sweepJobs(older).count()).isEqualTo(1);
    assertThat(jobs.find(old.id())).isEmpty();
    assertThat(find(young)).isEqualTo(young);
  }

  @Test
  void aCleanupOfEverythingLeavesUnfinishedJobs() {
    for (int i = 0; i < 60; i++) {
      ended("job " + i, JobState.COMPLETED, Work.NONE);
    }
    Job waiting = submit("waiting");
    Job running = claim(submit("running"), "w");
    Job retried = ended("retried", JobState.FAILED, work(2));
    jobs.requeue(retried.id());
    assertThat(jobs.sweepJobs(everything()).count()).isEqualTo(60);
    assertThat(jobs.results().total()).isEqualTo(60);
    assertThat(jobs.sweepResults(everything()).count()).isEqualTo(60);
    assertThat(jobs.list(JobQuery.newest(10)))
        .extracting(Job::id)
        .containsExactlyInAnyOrder(waiting.id(), running.id(), retried.id());
  }

  @Test
  void manyWorkersAtOnceClaimEveryJobOnce() throws Exception {
    Set<String> submitted = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      submitted.add(submit("job " + i).id());
    }
    List<String> claimed =
        atOnce(
            6,
            number -> {
              List<String> mine = new ArrayList<>();
              Optional<Job> next;
              while ((next = jobs.claimNext(worker("w" + number), LEASE, ALL_ALIVE)).isPresent()) {
                mine.add(next.get().id());
              }
              return mine;
            });
    assertThat(claimed).containsExactlyInAnyOrderElementsOf(submitted);
  }

  @Test
  void anOrphanIsTakenOverByOne() throws Exception {
    for (int round = 0; round < 10; round++) {
      Job job = claim(submit("cats"), "dead");
      clock.forward(LEASE);
      List<Long> fences =
          atOnce(
              6,
              number ->
                  jobs.claim(job.id(), worker("w" + number), LEASE, ALL_ALIVE).stream()
                      .map(JobStoreContract::fence)
                      .toList());
      assertThat(fences).containsExactly(fence(job) + 1);
    }
  }

  @Test
  void theSameKeyAtTheSameTimeMakesOneJob() throws Exception {
    for (int round = 0; round < 10; round++) {
      String key = "key " + round;
      List<Recorded> recorded =
          atOnce(
              6,
              number ->
                  List.of(
                      jobs.create(
                          queued(
                              request("cats", Optional.empty(), Optional.of(key)),
                              clock.instant()))));
      assertThat(recorded).hasSize(6);
      assertThat(recorded).extracting(Recorded::created).containsOnlyOnce(true);
      assertThat(recorded.stream().map(one -> one.job().id()).distinct()).hasSize(1);
    }
  }

  @Test
  void aJobIsRetriedOnceHoweverManyAsk() throws Exception {
    Job job = ended("cats", JobState.FAILED, work(1));
    List<Job> queued = atOnce(6, number -> jobs.requeue(job.id()).stream().toList());
    assertThat(queued).hasSize(1);
    assertThat(find(job).attempt()).isEqualTo(2);
  }

  /** What so many threads that begin together found. */
  private static <T> List<T> atOnce(int number, IntFunction<List<T>> task) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(number);
    try {
      CyclicBarrier start = new CyclicBarrier(number);
      List<Future<List<T>>> running = new ArrayList<>();
      for (int i = 0; i < number; i++) {
        int mine = i;
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return task.apply(mine);
                }));
      }
      List<T> found = new ArrayList<>();
      for (Future<List<T>> future : running) {
        found.addAll(future.get());
      }
      return found;
    } finally {
      threads.shutdownNow();
    }
  }
}
