package dev.memenem.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memenem.batch.TemplateChoice.Choice;
import dev.memenem.caption.Variation;
import dev.memenem.job.Job;
import dev.memenem.job.JobRequest;
import dev.memenem.job.JobState;
import dev.memenem.job.JobStore.Lifetimes;
import dev.memenem.job.Lease;
import dev.memenem.job.TemplateFailure;
import dev.memenem.job.TemplateFailure.Cause;
import dev.memenem.store.Store;
import dev.memenem.store.sqlite.SqliteStore;
import dev.memenem.template.Template;
import dev.memenem.testing.Jobs;
import dev.memenem.testing.ScriptedWriter;
import dev.memenem.testing.TestClock;
import dev.memenem.virality.ViralityModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stories of jobs that run, stop, die and go on. */
class WorkerTest {
  private static final Lifetimes LIFETIMES =
      new Lifetimes(Duration.ofHours(2), Duration.ofHours(12));

  @TempDir Path home;
  private final TestClock clock = new TestClock();
  private final ScriptedWriter writer = new ScriptedWriter();
  private final List<RuntimeException> unexpected = new ArrayList<>();
  private final List<Template> five =
      IntStream.rangeClosed(1, 5)
          .mapToObj(i -> Jobs.template("t" + i, "Template " + i, "setup", "punchline"))
          .toList();
  private TemplateChoice choice = (request, deadline) -> new Choice(five, List.of(), List.of());
  private Store store;
  private JobService service;

  @BeforeEach
  void open() {
    store = SqliteStore.open(home.resolve("m.db"), clock, clock);
    service = new JobService(store.jobs(), LIFETIMES, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Worker worker(String name) {
    BatchProcessor processor =
        new BatchProcessor(
            (request, deadline) -> choice.choose(request, deadline),
            job -> writer,
            ViralityModel::load,
            Illustrator.NONE,
            new BatchProcessor.Limits(2, 1, Duration.ofMinutes(10)),
            clock);
    return new Worker(
        store.jobs(),
        processor,
        new Worker.Identity(new Lease.Owner("host", 1, 1, name), owner -> false),
        LIFETIMES,
        clock,
        duration -> Thread.sleep(duration.toMillis()),
        unexpected::add);
  }

  private Job submit() {
    return service.submit(JobService.newId(), Jobs.request()).job();
  }

  private Job run(Job job) {
    return worker("w").run(job.id(), BatchListener.NONE, new StopSignal()).orElseThrow();
  }

  @Test
  void fiveTemplatesByFourVariationsAreThreeCallsAndASortedResult() {
    Job job = run(submit());
    assertThat(job.state()).isEqualTo(JobState.COMPLETED);
    assertThat(job.outcome()).contains(new Job.Outcome(0, Optional.empty()));
    assertThat(job.progress()).isEqualTo(100);
    assertThat(writer.calls()).hasSize(3);
    assertThat(job.work().results()).hasSize(5);
    assertThat(job.work().results())
        .allSatisfy(
            result -> {
              assertThat(result.variations()).hasSize(4);
              assertThat(result.variations().stream().map(Variation::id))
                  .containsExactlyInAnyOrder(1, 2, 3, 4);
            });
    assertThat(job.work().failures()).isEmpty();
  }

  @Test
  void progressOnlyGoesUpAndEndsAtAHundred() {
    List<Double> seen = new ArrayList<>();
    BatchListener listener =
        new BatchListener() {
          @Override
          public void progress(Job job, double progress, String step) {
            seen.add(progress);
          }
        };
    worker("w").run(submit().id(), listener, new StopSignal());
    assertThat(seen).isSorted().endsWith(100.0);
  }

  @Test
  void aTemplateThatGotTooFewIsShownWithWhatItHasAndRetryAsksOnlyForTheRest() {
    writer.giveAtMost("t2", 1).giveAtMost("t4", 0);
    Job job = run(submit());
    assertThat(job.state()).isEqualTo(JobState.COMPLETED);
    assertThat(job.work().results()).hasSize(4);
    assertThat(job.work().failures().stream().map(TemplateFailure::templateId))
        .containsExactlyInAnyOrder("t2", "t4");

    writer.giveAll();
    int before = writer.asked().size();
    Job queued = service.requeue("latest").orElseThrow();
    assertThat(queued.attempt()).isEqualTo(2);
    assertThat(queued.id()).isEqualTo(job.id());
    Job again = run(queued);
    assertThat(writer.asked().subList(before, writer.asked().size()))
        .containsExactlyInAnyOrder("t2", "t4");
    assertThat(again.work().failures()).isEmpty();
    List<Variation> second =
        again.work().results().stream()
            .filter(result -> result.template().id().equals("t2"))
            .findFirst()
            .orElseThrow()
            .variations();
    assertThat(second.stream().map(Variation::id)).containsExactlyInAnyOrder(1, 2, 3, 4);
    assertThat(
            second.stream().filter(v -> v.id() == 1).findFirst().orElseThrow().captions().texts())
        .as("the first variation stays what it was")
        .allMatch(text -> text.contains("call 1"));
    assertThat(service.requeue("latest")).as("nothing is left to do").isEmpty();
  }

  @Test
  void aJobWhoseEveryTemplateFailedIsFailedAndTheCauseDecidesTheCode() {
    choice =
        (request, deadline) ->
            new Choice(
                List.of(),
                List.of(new TemplateFailure("", "templates", "imgflip is down", Cause.UPSTREAM)),
                List.of("imgflip: timed out"));
    Job job = run(submit());
    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(job.outcome()).contains(new Job.Outcome(5, Optional.of("imgflip is down")));
    assertThat(job.work().warnings()).containsExactly("imgflip: timed out");
    five.forEach(template -> writer.giveAtMost(template.id(), 0));
    choice = (request, deadline) -> new Choice(five, List.of(), List.of());
    assertThat(run(submit()).outcome().orElseThrow().exitCode()).isEqualTo(1);
  }

  @Test
  void strictMakesAPartialResultACodeOfItsOwn() {
    writer.giveAtMost("t2", 3);
    JobRequest plain = Jobs.request();
    JobRequest strict =
        new JobRequest(
            plain.topic(),
            plain.style(),
            plain.maxTemplates(),
            plain.variations(),
            plain.choice(),
            new JobRequest.Options(false, false, true, 7, Optional.empty(), Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Job job = service.submit(JobService.newId(), strict).job();
    Job ended = run(job);
    assertThat(ended.state()).isEqualTo(JobState.COMPLETED);
    assertThat(ended.outcome().orElseThrow().exitCode()).isEqualTo(6);
  }

  @Test
  void whenTheTimeIsOverTheRestFailsAndWhatIsDoneIsTheResult() {
    writer.during(
        request -> {
          if (writer.calls().size() == 2) {
            clock.forward(Duration.ofMinutes(11));
          }
        });
    Job job = run(submit());
    assertThat(job.state()).isEqualTo(JobState.COMPLETED);
    assertThat(job.work().results().size()).isBetween(2, 4);
    assertThat(job.work().failures())
        .isNotEmpty()
        .allSatisfy(failure -> assertThat(failure.stage()).isEqualTo("deadline"));
  }

  @Test
  void ctrlCKeepsWhatIsFinishedAndRetryGoesOnThere() {
    StopSignal stop = new StopSignal();
    BatchListener stopAfterTheFirstBatch =
        new BatchListener() {
          @Override
          public void progress(Job job, double progress, String step) {
            if (progress > 10) {
              stop.stop(StopSignal.Reason.CANCELLED);
            }
          }
        };
    Job job = worker("w").run(submit().id(), stopAfterTheFirstBatch, stop).orElseThrow();
    assertThat(job.state()).isEqualTo(JobState.CANCELLED);
    assertThat(job.outcome().orElseThrow().exitCode()).isEqualTo(7);
    assertThat(job.work().results()).hasSize(2);
    Job again = run(service.requeue(job.id()).orElseThrow());
    assertThat(again.state()).isEqualTo(JobState.COMPLETED);
    assertThat(again.work().results()).hasSize(5);
    assertThat(writer.asked().stream().filter(id -> id.equals("t1"))).hasSize(1);
  }

  @Test
  void aWorkerThatEndsGivesItsJobBackAndAnotherFinishesIt() {
    StopSignal stop = new StopSignal();
    writer.during(request -> stop.stop(StopSignal.Reason.GIVEN_BACK));
    Job job = submit();
    Job back = worker("one").run(job.id(), BatchListener.NONE, stop).orElseThrow();
    assertThat(back.state()).isEqualTo(JobState.QUEUED);
    writer.during(request -> {});
    Job done = worker("two").runNext(BatchListener.NONE, new StopSignal()).orElseThrow();
    assertThat(done.id()).isEqualTo(job.id());
    assertThat(done.state()).isEqualTo(JobState.COMPLETED);
    assertThat(done.work().results()).hasSize(5);
  }

  @Test
  void cancellingFromElsewhereStopsARunningJob() {
    writer.during(
        request -> {
          service.cancel("latest");
          pause(1200);
        });
    Job job = run(submit());
    assertThat(job.state()).isEqualTo(JobState.CANCELLED);
    assertThat(writer.calls()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void aWorkerThatLostItsJobWritesNothingMore() {
    writer.during(
        request -> {
          if (writer.calls().size() == 1) {
            clock.forward(Duration.ofMinutes(1));
            assertThat(
                    store
                        .jobs()
                        .claim(
                            service.find("latest").id(),
                            new Lease.Owner("other", 2, 2, "thief"),
                            Duration.ofSeconds(20),
                            owner -> false))
                .isPresent();
          }
        });
    Job job = submit();
    assertThat(worker("slow").run(job.id(), BatchListener.NONE, new StopSignal())).isEmpty();
    Job now = service.find(job.id());
    assertThat(now.state()).isEqualTo(JobState.PROCESSING);
    assertThat(now.lease().orElseThrow().owner().worker()).isEqualTo("thief");
    assertThat(now.work().results()).isEmpty();
  }

  @Test
  void somethingUnexpectedFailsTheJobInOneLineAndIsReported() {
    writer.during(
        request -> {
          throw new IllegalStateException("boom");
        });
    Job job = run(submit());
    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(job.outcome().orElseThrow().error().orElseThrow())
        .contains("boom")
        .doesNotContain("\n");
    assertThat(unexpected).hasSize(1);
  }

  @Test
  void aJobIsFoundByItsBeginningOrAsTheLatest() {
    Job job = submit();
    assertThat(service.find(job.shortId()).id()).isEqualTo(job.id());
    assertThat(service.find("latest").id()).isEqualTo(job.id());
    assertThatThrownBy(() -> service.find("nope")).isInstanceOf(NoSuchJob.class);
    assertThatThrownBy(() -> service.find("")).isInstanceOf(NoSuchJob.class);
  }

  @Test
  void theEstimateComesFromWhatWasMeasured() {
    assertThat(service.estimate(submit(), true, Duration.ofSeconds(2), 2)).isEqualTo(10);
    writer.during(request -> clock.forward(Duration.ofSeconds(20)));
    run(service.find("latest"));
    writer.during(request -> {});
    assertThat(service.estimate(submit(), true, Duration.ofSeconds(2), 2)).isBetween(55L, 65L);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
