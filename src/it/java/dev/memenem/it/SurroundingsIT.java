package dev.memenem.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program in the surroundings that people have: terminals, pipes, locales, containers. */
class SurroundingsIT {
  private static final String ESCAPE = "\033";
  private static final String SUBMIT = "submit cats --offline --seed 1 -t 2 -n 1";

  @TempDir Path home;
  private Shell shell;

  @BeforeEach
  void nobodyIsHomeYet() {
    shell = Shell.atHome(home);
  }

  /** On a terminal that {@code script} of util-linux plays. */
  @Nested
  class OnATerminal {
    @BeforeEach
    void itCanBePlayed() {
      assumeTrue(
          Shell.has("script") && System.getProperty("os.name").equals("Linux"),
          "there is no script of util-linux");
    }

    @Test
    void progressMovesAndResultsHaveColours() {
      String seen = terminal(80, SUBMIT);
      assertThat(seen).contains("\r" + ESCAPE + "[K").contains(ESCAPE + "[1mcats" + ESCAPE + "[0m");
    }

    @Test
    void aDumbOneSeesPlainLines() {
      shell.with("TERM", "dumb");
      assertThat(terminal(80, SUBMIT)).doesNotContain(ESCAPE).startsWith("cats\r\n");
      assertThat(terminal(80, "status")).doesNotContain(ESCAPE).contains("completed");
      assertThat(terminal(80, "--help")).doesNotContain(ESCAPE).contains("submit");
    }

    @Test
    void noColorMeansNoColour() {
      shell.with("NO_COLOR", "1");
      assertThat(terminal(80, SUBMIT)).contains("completed").doesNotContain(ESCAPE + "[1m");
      for (String each : new String[] {"status", "templates --offline", "doctor", "--help"}) {
        assertThat(terminal(80, each)).as(each).isNotBlank().doesNotContain(ESCAPE);
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          SUBMIT,
          "status",
          "status latest",
          "templates --offline --limit 40",
          "templates --offline --id drake",
          "cache-stats",
          "score --template drake one two",
          "doctor",
          "doctor -v"
        })
    void sixtyColumnsAreEnough(String command) {
      shell.memenem(SUBMIT.split(" "));
      assertThat(terminal(60, command + " --color=never --no-progress").lines())
          .isNotEmpty()
          .allSatisfy(line -> assertThat(width(line)).as(line).isLessThanOrEqualTo(60));
    }

    @Test
    void theCLocaleSeesProgressInAscii() {
      String seen = terminal(80, "LC_ALL=C", SUBMIT + " --color=never");
      assertThat(seen).contains("#", " %").doesNotContain("█").doesNotContain("⠋");
      assertThat(terminal(80, "LC_ALL=C.UTF-8", SUBMIT + " --color=never")).contains("█");
    }

    private String terminal(int columns, String command) {
      return terminal(columns, "", command);
    }

    private String terminal(int columns, String assignment, String command) {
      Shell.Result result =
          shell.run(
              "script",
              "-qec",
              "stty cols %d; %s memenem %s".formatted(columns, assignment, command),
              "/dev/null");
      assertThat(result.code()).as(result.out()).isZero();
      return result.out();
    }

    /** All that these commands print is one column a letter. */
    private int width(String line) {
      return line.codePointCount(0, line.length());
    }
  }

  @Test
  void aPipeSeesDataAlone() {
    Shell.Result result = shell.run("sh", "-c", "memenem " + SUBMIT + " | cat");
    assertThat(result.out()).startsWith("cats\n").doesNotContain(ESCAPE).doesNotContain("\r");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void aPipeThatCloses() {
    Shell.Result result =
        shell.run("sh", "-c", "memenem templates --offline --limit 200 | head -n 1");
    assertThat(result.out()).hasLineCount(1);
    assertThat(result.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "C.UTF-8", "en_US.UTF-8", "not_HERE.UTF-8"})
  void everyLocaleKeepsEveryLetter(String locale) {
    shell.with("LC_ALL", locale);
    Shell.Result job =
        shell.memenem("submit", "Füße 😀 冬", "--offline", "-t", "1", "-n", "1", "--json");
    assertThat(job.code()).as(job.err()).isZero();
    assertThat(job.out()).contains("\"Füße 😀 冬\"");
    assertThat(job.err()).isEmpty();
  }

  /** What a container or a cron job has: hardly anything. */
  @ParameterizedTest
  @ValueSource(strings = {"", "HOME=.", "HOME=. PATH=/usr/bin:/bin TERM=dumb", "MEMENEM_HOME=h"})
  void anEnvironmentThatIsNearlyEmpty(String assignments) {
    String java = System.getProperty("java.home");
    Shell.Result result =
        shell.run(
            "sh",
            "-c",
            "exec env -i JAVA_HOME='%s' %s '%s' %s --store sqlite:here.db"
                .formatted(java, assignments, Shell.TREE.resolve("bin/memenem"), SUBMIT));
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out()).startsWith("cats\n");
    assertThat(result.err()).isEmpty();
  }
}
