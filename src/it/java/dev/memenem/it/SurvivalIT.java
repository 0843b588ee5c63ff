package dev.memenem.it;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.memenem.it.Shell.Result;
import dev.memenem.json.Json;
import dev.memenem.json.Tree;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Jobs outlive their workers, on either store, and nobody is paid twice. */
class SurvivalIT {
  private static final int TEMPLATES = 10;
  private static final int BATCHES = 5;

  @TempDir Path home;
  @TempDir Path elsewhere;
  private MongoServer mongo;

  enum Kind {
    SQLITE,
    MONGODB
  }

  @AfterEach
  void stop() {
    if (mongo != null) {
      mongo.shutdownNow();
    }
  }

  private Shell shell(Kind kind, ScriptedModel model) {
    return connected(Shell.atHome(home), kind, model);
  }

  private Shell connected(Shell shell, Kind kind, ScriptedModel model) {
    shell.with("OPENAI_BASE_URL", model.url()).with("OPENAI_MODEL", "scripted");
    shell.with("MEMENEM_SOURCES", "builtin");
    if (kind == Kind.MONGODB) {
      if (mongo == null) {
        mongo = new MongoServer(new MemoryBackend());
        mongo.bind();
      }
      InetSocketAddress address = mongo.getLocalAddress();
      shell.with("MONGODB_URI", "mongodb://127.0.0.1:" + address.getPort() + "/memenem");
    }
    return shell;
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void afterKillNineAnotherWorkerFinishesAndAsksForNothingTwice(Kind kind) {
    rounds(kind, 5);
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(Kind.class)
  void aHundredTimes(Kind kind) {
    rounds(kind, 100);
  }

  private void rounds(Kind kind, int rounds) {
    SplittableRandom random = new SplittableRandom(rounds);
    try (ScriptedModel model = new ScriptedModel(150)) {
      Shell shell = shell(kind, model);
      for (int round = 0; round < rounds; round++) {
        int before = model.calls().size();
        String id =
            shell
                .memenem("submit", "round " + round, "-t", "10", "-n", "2", "--queue", "-q")
                .out()
                .strip();
        int kills = 1 + random.nextInt(2);
        for (int i = 0; i < kills; i++) {
          killSoon(shell, model, random);
        }
        Result drained = shell.memenem("worker", "--drain");
        assertThat(drained.code()).as(drained.err()).isZero();
        Tree job = Json.parse(shell.memenem("status", id, "--json").out());
        assertThat(job.get("status").text()).as(drained.err()).isEqualTo("completed");
        assertThat(job.get("count").integer(0)).isEqualTo(TEMPLATES);
        assertThat(job.get("failures").items()).isEmpty();
        assertThat(model.calls().size() - before).isLessThanOrEqualTo(BATCHES + kills);
      }
    }
  }

  /**
   * Kills a worker without a word: three times in four a random while after it asked something, so
   * that a slow machine too is met at work, else at any moment of its start.
   */
  private static void killSoon(Shell shell, ScriptedModel model, SplittableRandom random) {
    int before = model.calls().size();
    Process worker = shell.start("worker", "--drain");
    try {
      if (random.nextInt(4) > 0) {
        while (worker.isAlive() && model.calls().size() == before) {
          Thread.sleep(10);
        }
      }
      worker.waitFor(random.nextInt(900), TimeUnit.MILLISECONDS);
      worker.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The pace is slow enough that a tenth of it covers what a busy machine adds on the way. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void threeDetachedJobsKeepOnePace(Kind kind) {
    assertApart(pacedStarts(kind, "3s"), 2_700);
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(Kind.class)
  void andLoseNoTimeByIt(Kind kind) {
    List<Long> starts = pacedStarts(kind, "1s");
    assertApart(starts, 900);
    assertThat(starts.get(5) - starts.get(0)).as("starts at %s", starts).isBetween(4_900L, 5_750L);
  }

  private static void assertApart(List<Long> starts, long millis) {
    for (int i = 1; i < starts.size(); i++) {
      assertThat(starts.get(i) - starts.get(i - 1))
          .as("starts at %s", starts)
          .isGreaterThanOrEqualTo(millis);
    }
  }

  /** When the six calls of three jobs began. */
  private List<Long> pacedStarts(Kind kind, String pace) {
    try (ScriptedModel model = new ScriptedModel(50)) {
      Shell shell = shell(kind, model).with("MEMENEM_RATE_LIMIT_DELAY", pace);
      for (int i = 0; i < 3; i++) {
        assertThat(shell.memenem("submit", "pace " + i, "-t", "4", "-n", "1", "-d", "-q").code())
            .isZero();
      }
      for (Tree job : Json.parse(shell.memenem("status", "--json").out()).get("jobs").items()) {
        Result done =
            shell.memenem("status", job.get("job_id").text(), "--wait", "--timeout", "60s", "-q");
        assertThat(done.code()).as(done.err()).isZero();
      }
      List<Long> starts = model.calls().stream().map(ScriptedModel.Call::millis).sorted().toList();
      assertThat(starts).hasSize(6);
      return starts;
    }
  }

  @Test
  void aPaidAnswerIsNeverPaidAgain() {
    try (ScriptedModel model = new ScriptedModel(10)) {
      Shell shell = shell(Kind.SQLITE, model);
      shell.memenem("submit", "cats", "-q", "--template", "drake", "--template", "two buttons");
      assertThat(model.calls()).hasSize(1);
      shell.memenem("submit", "cats", "-q", "--template", "drake", "--template", "two buttons");
      assertThat(model.calls()).as("a second run costs none").hasSize(1);
      Result five = shell.memenem("submit", "cats", "--json", "--template", "drake", "-n", "5");
      assertThat(model.calls()).hasSize(2);
      assertThat(five.out()).contains("\"cached\": true").contains("\"cached\": false");
    }
  }

  @Test
  void twoMachinesShareAMongoDb() {
    try (ScriptedModel model = new ScriptedModel(20)) {
      Shell one = shell(Kind.MONGODB, model);
      Shell two = connected(Shell.atHome(elsewhere), Kind.MONGODB, model);
      String id =
          one.memenem("submit", "cats", "--queue", "-q", "-t", "2", "-n", "1").out().strip();
      assertThat(two.memenem("worker", "--drain").code()).isZero();
      assertThat(one.memenem("status", id, "--exit-status", "-q").code()).isZero();
      assertThat(two.memenem("status", id, "--json").out())
          .isEqualTo(one.memenem("status", id, "--json").out());
    }
  }

  @Test
  void whatWasCancelledOnOneMachineIsRetriedOnAnother() throws InterruptedException {
    try (ScriptedModel model = new ScriptedModel(60_000)) {
      Shell one = shell(Kind.MONGODB, model);
      Shell two = connected(Shell.atHome(elsewhere), Kind.MONGODB, model);
      String id = one.memenem("submit", "cats", "-d", "-q", "-t", "10", "-n", "1").out().strip();
      awaitCall(model);
      assertThat(two.memenem("cancel", id).code()).isZero();
      assertThat(one.memenem("status", id, "--wait", "--timeout", "60s").code()).isEqualTo(7);
      model.delay(10);
      Result retried = two.memenem("retry", id, "--json");
      assertThat(retried.code()).as(retried.err()).isZero();
      Tree job = Json.parse(one.memenem("status", id, "--json").out());
      assertThat(job.get("status").text()).isEqualTo("completed");
      assertThat(job.get("count").integer(0)).isEqualTo(TEMPLATES);
      assertThat(model.calls()).hasSizeLessThanOrEqualTo(BATCHES + 1);
      assertThat(two.memenem("retry", id).code()).as("nothing is left to do").isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aWorkerThatIsTerminatedGivesItsJobBack(Kind kind) throws InterruptedException {
    try (ScriptedModel model = new ScriptedModel(60_000)) {
      Shell shell = shell(kind, model);
      String id =
          shell.memenem("submit", "cats", "--queue", "-q", "-t", "10", "-n", "1").out().strip();
      Process worker = shell.start("worker");
      awaitCall(model);
      worker.destroy();
      assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(worker.exitValue()).isEqualTo(143);
      Tree back = Json.parse(shell.memenem("status", id, "--json").out());
      assertThat(back.get("status").text()).isEqualTo("queued");
      model.delay(10);
      assertThat(shell.memenem("worker", "--drain").code()).isZero();
      assertThat(shell.memenem("status", id, "--exit-status", "-q").code()).isZero();
      assertThat(model.calls()).hasSizeLessThanOrEqualTo(BATCHES + 1);
    }
  }

  private static void awaitCall(ScriptedModel model) throws InterruptedException {
    for (int i = 0; i < 3_000 && model.calls().isEmpty(); i++) {
      Thread.sleep(20);
    }
    assertThat(model.calls()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void cancellingStopsAWorkerInAnotherProcessWithinASecondOrSo(Kind kind) {
    try (ScriptedModel model = new ScriptedModel(5_000)) {
      Shell shell = shell(kind, model);
      String id = shell.memenem("submit", "cats", "-d", "-q", "-t", "4").out().strip();
      assertThat(shell.memenem("cancel", id).out()).contains("cancelled " + id);
      Result done = shell.memenem("status", id, "--wait", "--timeout", "4s");
      assertThat(done.code()).as(done.out() + done.err()).isEqualTo(7);
    }
  }

  @Test
  void aFrozenWorkerThatWakesUpWritesNothing() throws IOException, InterruptedException {
    try (ScriptedModel model = new ScriptedModel(300)) {
      Shell shell = shell(Kind.SQLITE, model);
      String id = shell.memenem("submit", "cats", "--queue", "-q", "-t", "10").out().strip();
      Process frozen = shell.start("worker", "--drain");
      awaitCall(model);
      signal("STOP", frozen);
      Result drained = shell.memenem("worker", "--drain");
      Tree running = Json.parse(shell.memenem("status", id, "--json").out());
      if (running.get("status").text().equals("processing")) {
        // The frozen one still holds its lease: wait until it has run out.
        Thread.sleep(21_000);
        drained = shell.memenem("worker", "--drain");
      }
      assertThat(drained.code()).isZero();
      String finished = shell.memenem("status", id, "--json").out();
      assertThat(Json.parse(finished).get("status").text()).isEqualTo("completed");
      signal("CONT", frozen);
      assertThat(frozen.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(shell.memenem("status", id, "--json").out()).isEqualTo(finished);
      assertThat(frozen.exitValue()).isZero();
    }
  }

  private static void signal(String name, Process process)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }
}
