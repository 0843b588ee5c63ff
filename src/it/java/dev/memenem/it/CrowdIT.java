package dev.memenem.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.it.Shell.Result;
import dev.memenem.json.Json;
import dev.memenem.json.Tree;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many processes on one embedded store. */
class CrowdIT {
  private static final int CROWD = 8;

  @TempDir Path home;

  @Tag("slow")
  @Test
  void eightProcessesForAMinute() throws Exception {
    crowd(Duration.ofMinutes(1));
  }

  @Test
  void eightProcessesForAMoment() throws Exception {
    crowd(Duration.ofSeconds(1));
  }

  private void crowd(Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    ExecutorService people = Executors.newFixedThreadPool(CROWD);
    List<Future<List<String>>> done = new ArrayList<>();
    for (int i = 0; i < CROWD; i++) {
      int person = i;
      Callable<List<String>> busy = () -> busy(person, end);
      done.add(people.submit(busy));
    }
    List<String> ids = new ArrayList<>();
    for (Future<List<String>> each : done) {
      ids.addAll(each.get());
    }
    people.shutdown();
    assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    Shell shell = Shell.atHome(home);
    assertThat(shell.memenem("worker", "--drain").code()).isZero();
    Tree list = Json.parse(shell.memenem("status", "--limit", "100000", "--json").out());
    assertThat(list.get("jobs").items().stream().map(job -> job.get("job_id").text()))
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(list.get("jobs").items()).allMatch(j -> j.get("status").text().equals("completed"));
  }

  /** Submits, polls and cleans until the time is over; every command has to succeed. */
  private List<String> busy(int person, long end) {
    Shell shell = Shell.atHome(home);
    List<String> ids = new ArrayList<>();
    do {
      String[] submit = {"submit", "crowd " + person, "--offline", "-t", "1", "-n", "1", "--json"};
      Result result =
          person % 2 == 0
              ? shell.memenem(submit)
              : shell.memenem("submit", "crowd " + person, "--queue", "--offline", "--json");
      assertThat(result.code()).as(result.err()).isZero();
      ids.add(Json.parse(result.out()).get("job_id").text());
      assertThat(shell.memenem("status", ids.get(ids.size() - 1), "-q").code()).isZero();
      Result cleaned = shell.memenem("cache-cleanup", "-q");
      assertThat(cleaned.code()).as(cleaned.err()).isZero();
    } while (System.nanoTime() < end);
    return ids;
  }
}
