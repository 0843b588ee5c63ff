package dev.memenem.it;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.memenem.it.Shell.Result;
import dev.memenem.json.Json;
import dev.memenem.json.Tree;
import dev.memenem.testing.FaultyProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The MongoDB goes away while a worker runs a job and others submit. */
class OutageIT {
  private static final int BATCHES = 5;

  @TempDir Path home;
  private final MongoServer server = new MongoServer(new MemoryBackend());
  private FaultyProxy proxy;
  private ScriptedModel model;
  private Shell shell;
  private Path log;

  @BeforeEach
  void start() {
    proxy = new FaultyProxy(server.bind());
    model = new ScriptedModel(300);
    shell =
        Shell.atHome(home)
            .with("OPENAI_BASE_URL", model.url())
            .with("OPENAI_MODEL", "scripted")
            .with("MEMENEM_SOURCES", "builtin")
            .with("MONGODB_URI", uri() + "?serverSelectionTimeoutMS=1000");
    log = home.resolve("worker.log");
  }

  private String uri() {
    return "mongodb://127.0.0.1:" + proxy.port() + "/memenem";
  }

  @AfterEach
  void stop() {
    model.close();
    proxy.close();
    server.shutdownNow();
  }

  @Test
  void aWorkerWaitsForItsStoreAndGoesOn() throws Exception {
    outage(Duration.ZERO);
  }

  @Tag("slow")
  @Test
  void aMinuteWithoutAServer() throws Exception {
    shell.with("MONGODB_URI", uri());
    outage(Duration.ofMinutes(1));
  }

  private void outage(Duration atLeast) throws Exception {
    String before = submit("before").out().strip();
    Process worker = shell.startLogged(log, "worker", "--poll", "200ms");
    try {
      await(() -> !model.calls().isEmpty());
      proxy.down();
      long gone = System.nanoTime();
      await(() -> said("waiting for it"));
      do {
        Result refused = submit("during");
        assertThat(refused.code()).as(refused.err()).isEqualTo(5);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("does not answer").hasLineCount(1);
      } while (System.nanoTime() - gone < atLeast.toNanos());
      assertThat(worker.isAlive()).isTrue();
      proxy.up();
      String after = submit("after").out().strip();
      await(() -> said(before + ": completed") && said(after + ": completed"));
      assertThat(said("the store answers again")).isTrue();
      for (String id : List.of(before, after)) {
        Tree job = Json.parse(shell.memenem("status", id, "--json").out());
        assertThat(job.get("count").integer(0)).isEqualTo(10);
        assertThat(job.get("failures").items()).isEmpty();
      }
      assertThat(model.calls()).as("nothing was paid twice").hasSize(2 * BATCHES);
      Tree list = Json.parse(shell.memenem("status", "--json").out());
      assertThat(list.get("count").integer(0)).isEqualTo(2);
    } finally {
      worker.destroy();
      assertThat(worker.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(worker.exitValue()).as(Files.readString(log)).isEqualTo(143);
  }

  @Test
  void aWorkerThatIsToldToEndDoesNotWaitForItsStore() throws Exception {
    Process worker = shell.startLogged(log, "worker", "--poll", "200ms");
    await(() -> said("taking jobs"));
    proxy.down();
    await(() -> said("waiting for it"));
    worker.destroy();
    assertThat(worker.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(worker.exitValue()).as(Files.readString(log)).isEqualTo(143);
  }

  @Test
  void whoWaitsForAJobWaitsForTheStoreToo() throws Exception {
    String id = submit("cats").out().strip();
    Process waiting = shell.startLogged(log, "status", id, "--wait", "--timeout", "100s");
    await(() -> said("no worker is running"));
    proxy.down();
    await(() -> said("waiting for it") || !waiting.isAlive());
    assertThat(waiting.isAlive()).as(Files.readString(log)).isTrue();
    proxy.up();
    assertThat(shell.memenem("worker", "--drain").code()).isZero();
    assertThat(waiting.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(waiting.exitValue()).as(Files.readString(log)).isZero();
  }

  @Test
  void whoeverOnlyLooksIsToldInOneLine() {
    proxy.down();
    for (String command : List.of("status", "status x", "cancel x", "retry x", "cache-stats")) {
      Result refused = shell.memenem(command.split(" "));
      assertThat(refused.code()).as(command).isEqualTo(5);
      assertThat(refused.err()).contains("does not answer", "MONGODB_URI").hasLineCount(1);
    }
  }

  private Result submit(String topic) {
    return shell.memenem("submit", topic, "-t", "10", "-n", "1", "--queue", "-q");
  }

  private boolean said(String words) {
    try {
      return Files.exists(log) && Files.readString(log).contains(words);
    } catch (IOException e) {
      return false;
    }
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) throws InterruptedException {
    for (int i = 0; i < 2400 && !condition.holds(); i++) {
      Thread.sleep(50);
    }
    assertThat(condition.holds()).isTrue();
  }
}
