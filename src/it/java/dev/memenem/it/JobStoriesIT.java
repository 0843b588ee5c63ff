package dev.memenem.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.it.Shell.Result;
import dev.memenem.json.Json;
import dev.memenem.json.Tree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user does with jobs, on the built program, without a network. */
class JobStoriesIT {
  @TempDir Path home;
  @TempDir Path other;
  private Shell shell;

  @BeforeEach
  void anEmptyHome() {
    shell = Shell.atHome(home);
  }

  private static List<String> captions(String document) {
    List<String> all = new ArrayList<>();
    for (Tree template : Json.parse(document).get("templates").items()) {
      for (Tree variation : template.get("variations").items()) {
        all.add(
            template.get("template_id").text()
                + Json.write(variation.get("captions").value())
                + variation.get("caption").text());
      }
    }
    return all;
  }

  @Test
  void theSameSeedGivesTheSameMemesInTwoHomes() {
    String[] command = {
      "submit", "Monday morning meetings", "--offline", "--seed", "7", "-o", "json"
    };
    Result one = shell.memenem(command);
    Result two = Shell.atHome(other).memenem(command);
    assertThat(one.code()).as(one.err()).isZero();
    assertThat(captions(one.out())).hasSize(20).doesNotHaveDuplicates();
    assertThat(captions(two.out())).isEqualTo(captions(one.out()));
    assertThat(shell.memenem("status", "latest", "-o", "json").out()).isEqualTo(one.out());
    List<Tree> templates = Json.parse(one.out()).get("templates").items();
    assertThat(templates.stream().map(t -> -t.get("average_virality_score").number(0))).isSorted();
    for (Tree template : templates) {
      assertThat(
              template.get("variations").items().stream()
                  .map(v -> -v.get("virality_score").number(0)))
          .isSorted();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sarcastic", "gen-z-slang", "WHOLESOME", "dark_humor", "corporate_irony"})
  void everyStyleFillsTenTemplatesBySix(String style) {
    Result result =
        shell.memenem(
            "submit", "code review", "--offline", "-s", style, "-t", "10", "-n", "6", "--json");
    assertThat(result.code()).as(result.err()).isZero();
    List<String> captions = captions(result.out());
    assertThat(captions).hasSize(60).doesNotHaveDuplicates();
    assertThat(captions).noneMatch(text -> text.contains(":\"\"") || text.contains("{a}"));
  }

  @Test
  void aDetachedJobIsClaimedWhenItsIdIsPrintedAndIsWaitedFor() {
    Result submitted = shell.memenem("submit", "cats", "--offline", "-d", "-q");
    assertThat(submitted.code()).as(submitted.err()).isZero();
    assertThat(submitted.err()).isEmpty();
    String id = submitted.out().strip();
    assertThat(id).hasSize(36);
    Result now = shell.memenem("status", id, "-o", "json");
    assertThat(Json.parse(now.out()).get("status").text()).isIn("processing", "completed");
    Result done = shell.memenem("status", id, "--wait", "--timeout", "60s", "-q");
    assertThat(done.code()).as(done.err()).isZero();
    assertThat(done.out().lines()).hasSize(20);
  }

  @Test
  void aQueuedJobWaitsForAWorkerAndSaysSo() {
    String id = shell.memenem("submit", "cats", "--queue", "-q", "--offline").out().strip();
    Result waiting = shell.memenem("status", id, "--exit-status");
    assertThat(waiting.code()).isEqualTo(8);
    assertThat(waiting.err()).contains("memenem worker");
    assertThat(shell.memenem("status", id, "--wait", "--timeout", "300ms").code()).isEqualTo(124);
    assertThat(shell.memenem("worker", "--drain").code()).isZero();
    assertThat(shell.memenem("status", id, "--exit-status", "-q").code()).isZero();
  }

  @Test
  void theSameKeyIsTheSameJob() {
    String one = shell.memenem("submit", "cats", "--offline", "--key", "k", "--json").out();
    String two = shell.memenem("submit", "dogs", "--offline", "--key", "k", "--json").out();
    assertThat(two).isEqualTo(one);
  }

  @Test
  void aFileOfTopicsIsOneJobEach() {
    Result result =
        shell
            .input("cats\n# no topic\n\ndogs\n")
            .memenem("submit", "--file", "-", "--offline", "-t", "1", "-n", "1", "--json");
    assertThat(result.code()).as(result.err()).isZero();
    Tree list = Json.parse(result.out());
    assertThat(list.get("jobs").items().stream().map(job -> job.get("topic").text()))
        .containsExactly("cats", "dogs");
    Result wrong = shell.input("cats\n" + "x".repeat(201) + "\n").memenem("submit", "--file", "-");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("line 2");
    assertThat(Json.parse(shell.memenem("status", "--json").out()).get("count").integer(0))
        .as("nothing was recorded")
        .isEqualTo(2);
  }

  @Test
  void anEventStreamEndsWithDone() {
    Result result =
        shell.memenem("submit", "cats", "--offline", "-t", "2", "-n", "1", "-o", "ndjson");
    List<Tree> events = result.out().lines().map(Json::parse).toList();
    assertThat(events.stream().map(e -> e.get("event").text())).contains("state", "progress");
    Tree last = events.get(events.size() - 1);
    assertThat(last.get("event").text()).isEqualTo("done");
    assertThat(last.get("job").get("count").integer(0)).isEqualTo(2);
    assertThat(events.stream().map(e -> e.get("progress").number(-1))).isSorted();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 | status nope",
        "3 | cancel nope",
        "3 | retry nope",
        "3 | status latest",
        "2 | submit x --style sarcastc",
        "2 | submit",
        "2 | submit x -t 11",
        "2 | submit x -n 0",
        "2 | sumbit x",
        "2 | status --limit 0",
        "2 | cache-cleanup --kind nonsense",
        "2 | submit x -d --queue",
        "5 | status --store sqlite:/proc/no/such/place.db",
        "4 | submit x --provider gemini --template drake",
        "3 | submit x --offline --template nosuchtemplateanywhere",
        "5 | submit x --offline --source imgflip"
      })
  void eachMistakeHasItsCodeAndOneLine(int code, String command) {
    Result result = shell.memenem(command.split(" "));
    assertThat(result.code()).as(result.out() + result.err()).isEqualTo(code);
    assertThat(result.err().lines().filter(line -> line.startsWith("\tat"))).isEmpty();
    Result json = shell.memenem((command + " -o json").split(" "));
    assertThat(json.code()).isEqualTo(code);
    if (json.out().isEmpty()) {
      Tree error = Json.parse(json.err().lines().reduce((a, b) -> b).orElse(""));
      assertThat(error.get("success").flag(true)).isFalse();
      assertThat(error.get("exit_code").integer(0)).isEqualTo(code);
    } else {
      assertThat(Json.parse(json.out()).get("success").flag(true)).isFalse();
    }
  }

  @Test
  void topicsOfNothingAndOfTooMuchAreRefused() {
    assertThat(shell.memenem("submit", "").code()).isEqualTo(2);
    assertThat(shell.memenem("submit", "x".repeat(201)).code()).isEqualTo(2);
    assertThat(shell.memenem("submit", "x".repeat(200), "--queue", "-q").code()).isZero();
  }

  @Test
  void hostileTopicsAreJustText() {
    Set<String> hostile = new HashSet<>();
    hostile.add("'; DROP TABLE jobs; --");
    hostile.add("{{7*7}} ${x} %s %n");
    hostile.add("\u001b]0;pwned\u0007\u001b[2Jtopic");
    hostile.add("abc\u202edef\u2066x");
    hostile.add("שלום 😀👩‍👩‍👧‍👦 عالم");
    hostile.add("two\nlines");
    hostile.add("--help");
    for (String topic : hostile) {
      Result result = shell.memenem("submit", "--offline", "-t", "2", "-n", "2", "--", topic);
      assertThat(result.code()).as(result.err()).isZero();
      assertThat(result.out() + result.err())
          .doesNotContain("\u001b", "\u0007", "\u202e", "\u2066");
    }
  }

  @Test
  void aCleanHouseCanBeCleanedAndCounted() {
    shell.memenem("submit", "cats", "--offline", "-q", "-t", "1");
    Tree stats = Json.parse(shell.memenem("cache-stats", "--json").out()).get("cache_stats");
    assertThat(stats.get("jobs").get("completed").integer(0)).isEqualTo(1);
    assertThat(stats.get("cached_results").get("total").integer(0)).isEqualTo(1);
    Tree dry = Json.parse(shell.memenem("cache-cleanup", "--all", "--dry-run", "--json").out());
    assertThat(dry.get("deleted").get("results").integer(0)).isEqualTo(1);
    assertThat(shell.memenem("status", "latest", "-q").code()).isZero();
    Tree real = Json.parse(shell.memenem("cache-cleanup", "--all", "--json").out());
    assertThat(real.get("deleted").get("results").integer(0)).isEqualTo(1);
    assertThat(shell.memenem("status", "latest").code()).isEqualTo(3);
    assertThat(shell.memenem("cache-cleanup", "-q").out()).isEmpty();
  }

  @Test
  void anOfflineRunEndsInPictures() {
    Result result =
        shell.memenem(
            "submit", "cats", "--offline", "-t", "2", "-n", "1", "--images=out", "--json");
    assertThat(result.code()).as(result.err()).isZero();
    for (Tree template : Json.parse(result.out()).get("templates").items()) {
      for (Tree variation : template.get("variations").items()) {
        assertThat(Path.of(variation.get("image_path").text()))
            .exists()
            .hasParent(home.resolve("out"));
      }
    }
  }
}
