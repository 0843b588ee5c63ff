package dev.memenem.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.cache.CacheStats;
import dev.memenem.job.Job;
import dev.memenem.job.JobState;
import dev.memenem.job.JobStore.Timing;
import dev.memenem.job.TemplateFailure;
import dev.memenem.job.Work;
import dev.memenem.json.Invisible;
import dev.memenem.json.Json;
import dev.memenem.pace.Pacer.Usage;
import dev.memenem.testing.Golden;
import dev.memenem.testing.Jobs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreensTest {
  private static final Screen COLOR = new Screen(80, true, true);
  private static final Screen WIDE = new Screen(160, false, true);
  private static final Screen ASCII = new Screen(60, false, false);

  @Test
  void aJobAtEightyColumns() {
    Golden.check("job-80.txt", JobScreen.of(Jobs.completed(), Screen.PLAIN));
  }

  @Test
  void aJobAtOneHundredAndSixtyColumns() {
    Golden.check("job-160.txt", JobScreen.of(Jobs.completed(), WIDE));
  }

  @Test
  void aJobInColour() {
    Golden.check("job-color.txt", JobScreen.of(Jobs.completed(), COLOR));
  }

  @Test
  void aJobInAnAsciiTerminal() {
    String screen = JobScreen.of(Jobs.completed(), ASCII);
    assertThat(screen.chars().allMatch(c -> c < 128)).isTrue();
  }

  @Test
  void aReasonThatSeveralTemplatesShareIsSaidOnce() {
    Job done = Jobs.completed();
    List<TemplateFailure> failures =
        List.of(
            new TemplateFailure("t1", "caption", "gemini is down", TemplateFailure.Cause.UPSTREAM),
            new TemplateFailure("t2", "caption", "gemini is down", TemplateFailure.Cause.UPSTREAM),
            new TemplateFailure("t3", "caption", "too long", TemplateFailure.Cause.OTHER));
    Job partly =
        new Job(
            done.id(),
            done.request(),
            done.state(),
            done.progress(),
            done.attempt(),
            done.lease(),
            done.cancelRequested(),
            new Work(done.work().plan(), done.work().results(), failures, List.of(), Map.of()),
            done.times(),
            done.outcome());
    assertThat(JobScreen.of(partly, Screen.PLAIN).lines().filter(l -> l.startsWith("missing")))
        .containsExactly("missing: t1, t2: gemini is down", "missing: t3: too long");
  }

  @Test
  void aJobAsJson() {
    Golden.check("job.json", Json.pretty(JobDocument.of(Jobs.completed())) + "\n");
  }

  @Test
  void aTemplateWithOnePanelHasACaptionInsteadOfCaptions() {
    List<Map<String, Object>> templates = list(JobDocument.of(Jobs.completed()).get("templates"));
    Map<String, Object> sign = list(templates.get(1).get("variations")).get(0);
    assertThat(sign).containsEntry("caption", "This meeting could have been a nap");
    assertThat(sign).doesNotContainKey("captions");
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Object value) {
    return (List<Map<String, Object>>) value;
  }

  @Test
  void onlyTheCaptions() {
    assertThat(JobScreen.captions(Jobs.completed()).lines())
        .containsExactly(
            "An e-mail | A meeting about that e-mail",
            "Reading the agenda beforehand | Nodding with the camera off",
            "This meeting could have been a nap");
  }

  @Test
  void aListOfJobs() {
    Job queued = Job.queued("aaaa1111-x", Jobs.request("日本語のトピック とても長い".repeat(6)), Jobs.NOON);
    Golden.check(
        "jobs.txt",
        JobScreen.list(
            List.of(queued, Jobs.completed()), Jobs.NOON.plusSeconds(7300), Screen.PLAIN));
  }

  @Test
  void cacheStatistics() {
    Map<String, CacheStats> caches = new LinkedHashMap<>();
    caches.put(
        "templates",
        new CacheStats(
            100,
            List.of("imgflip"),
            7,
            1,
            40_960,
            0,
            Optional.of(Jobs.NOON),
            Optional.of(Jobs.NOON.plusSeconds(60))));
    caches.put(
        "captions", new CacheStats(0, List.of(), 0, 0, 0, 3, Optional.empty(), Optional.empty()));
    CacheReport report =
        new CacheReport(
            Jobs.NOON.plusSeconds(3600),
            caches,
            Map.of(JobState.COMPLETED, 3L, JobState.FAILED, 1L),
            List.of(
                new Timing(5, Map.of(), 4100),
                new Timing(5, Map.of(), 3900),
                new Timing(5, Map.of(), 6000)),
            Map.of("gemini", new Usage(9, 1, 3150, Optional.empty())));
    Golden.check("cache-stats.txt", CacheScreen.of(report, Screen.PLAIN));
    Golden.check("cache-stats.json", Json.pretty(CacheDocument.stats(report)) + "\n");
  }

  @Test
  void accountsOfOneUpstreamAreOneLineAndMemoriesAreNone() {
    assertThat(
            CacheReport.byUpstream(
                Map.of(
                    "gemini:3f2a", new Usage(2, 1, 100, Optional.empty()),
                    "gemini:77b0", new Usage(1, 0, 50, Optional.empty()),
                    "gemini:3f2a#breaker", new Usage(0, 0, 0, Optional.empty()))))
        .containsExactly(Map.entry("gemini", new Usage(3, 1, 150, Optional.empty())));
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 40, 80, 200})
  void theProgressLineNeverWraps(int width) {
    SplittableRandom random = new SplittableRandom(width);
    for (int i = 0; i < 300; i++) {
      ProgressLine.State state =
          new ProgressLine.State(
              random.nextDouble(0, 101),
              "captions 3/5 " + "字".repeat(random.nextInt(60)),
              random.nextLong(100_000),
              random.nextLong(-1, 4000));
      String line = ProgressLine.of(state, new Screen(width, false, random.nextBoolean()));
      assertThat(Columns.width(line)).isLessThan(Math.max(width, 20));
    }
  }

  @Test
  void hostileTextReachesNoTerminal() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder("x");
      for (int n = 0; n < 80; n++) {
        text.appendCodePoint(random.nextInt(0x2100));
      }
      String screen =
          JobScreen.list(
              List.of(
                  new Job(
                      "bbbb\u001b[31m",
                      Jobs.request(text.toString().substring(0, 60)),
                      JobState.QUEUED,
                      0,
                      1,
                      Optional.empty(),
                      false,
                      Work.NONE,
                      new Job.Times(Jobs.NOON, Optional.empty(), Optional.empty()),
                      Optional.empty())),
              Jobs.NOON,
              Screen.PLAIN);
      assertThat(screen.chars().noneMatch(c -> Invisible.is((char) c))).isTrue();
      assertThat(screen.lines().mapToInt(Columns::width).max().orElse(0)).isLessThanOrEqualTo(80);
    }
  }

  @Test
  void wrappedTextLosesNoLetterAndNoLineIsTooLong() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(60); n >= 0; n--) {
        text.append(random.nextInt(5) == 0 ? " " : random.nextInt(8) == 0 ? "漢" : "ab");
      }
      int width = random.nextInt(2, 30);
      List<String> lines = Columns.wrap(text.toString(), width);
      assertThat(lines).allMatch(line -> Columns.width(line) <= width);
      assertThat(String.join("", lines).replace(" ", ""))
          .isEqualTo(text.toString().replace(" ", ""));
    }
  }
}
