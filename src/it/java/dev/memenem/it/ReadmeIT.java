package dev.memenem.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.memenem.cli.ExitCode;
import dev.memenem.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command of the README runs as printed, in order and in one home; blocks marked {@code
 * no-run} need what a test cannot have, and only have to be right as shell.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadmeIT {
  private static final Pattern BLOCK =
      Pattern.compile("^```sh( no-run)?\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @TempDir static Path home;

  record Block(boolean run, String script) {
    @Override
    public String toString() {
      return script.lines().findFirst().orElse("");
    }
  }

  static List<Block> blocks() throws IOException {
    Matcher matcher = BLOCK.matcher(readme());
    Stream.Builder<Block> blocks = Stream.builder();
    while (matcher.find()) {
      blocks.add(new Block(matcher.group(1) == null, matcher.group(2)));
    }
    return blocks.build().toList();
  }

  private static String readme() throws IOException {
    return Files.readString(Shell.SOURCES.resolve("README.md"));
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void runsAsPrinted(Block block) {
    assumeTrue(!block.script().contains("jq ") || Shell.has("jq"), "jq is not installed");
    String flags = block.run() ? "-euc" : "-nc";
    Shell.Result result = Shell.atHome(home).run("bash", "-o", "pipefail", flags, block.script());
    assertThat(result.code()).as(block.script() + "\n" + result.out() + result.err()).isZero();
    assertThat(result.err()).doesNotContain("Exception").doesNotContain("syntax error");
  }

  @Test
  void mostCommandsAreReallyRun() throws IOException {
    assertThat(blocks()).filteredOn(Block::run).hasSizeGreaterThan(7);
  }

  @Test
  void theFirstTwoCommandsAreAllTheSetUp() throws IOException {
    assertThat(blocks().get(0).script()).contains("package && ").contains("memenem submit ");
    assertThat(blocks().get(1).script()).isEqualTo("./mvnw verify\n");
  }

  /** Times and ids differ from run to run; captions of one seed do not. */
  @Test
  void theTourShowsWhatTheProgramPrints() throws IOException {
    Matcher tour =
        Pattern.compile("## A tour\n+```sh\nmemenem (.*?)\n```\n+```\n(.*?)```", Pattern.DOTALL)
            .matcher(readme());
    assertThat(tour.find()).isTrue();
    String printed = Shell.atHome(home).run("sh", "-c", "memenem " + tour.group(1)).out();
    assertThat(steady(tour.group(2)))
        .as("put into README.md what is printed now:\n" + printed)
        .isEqualTo(steady(printed));
  }

  private static String steady(String text) {
    return text.replaceAll("in \\d+\\.\\d s · job \\w{8}", "");
  }

  @Test
  void theWorkflowRunsAsPrinted() throws IOException {
    Matcher workflow =
        Pattern.compile("^```yaml\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(readme());
    assertThat(workflow.find()).isTrue();
    List<String> runs =
        workflow
            .group(1)
            .lines()
            .filter(line -> line.startsWith("- run: "))
            .map(line -> line.substring("- run: ".length()))
            .toList();
    assertThat(runs).startsWith(blocks().get(0).script().split(" && ")[0]).hasSize(2);
    Shell.Result smoke = Shell.in(Shell.SOURCES).with("HOME", home.toString()).run(runs.get(1));
    assertThat(smoke.out()).as(smoke.err()).endsWith("smoke: fine\n");
  }

  @Test
  void everySettingAndItsDefaultAreThere() throws IOException {
    for (Setting setting : Setting.values()) {
      String value = setting.defaultText().map(text -> "`" + text + "`").orElse("–");
      assertThat(readme()).contains("| `%s` | %s |".formatted(setting, value));
    }
  }

  @Test
  void everyExitCodeIsThere() throws IOException {
    String table = readme().substring(readme().indexOf("## Exit codes"));
    for (ExitCode code : ExitCode.values()) {
      assertThat(table).containsPattern("\\| [0-9, ]*\\b" + code.code() + "\\b[0-9, ]* \\|");
    }
  }

  @Test
  void picturesAndFilesThatItNamesAreThere() throws IOException {
    for (Path root : List.of(Shell.SOURCES, Shell.TREE)) {
      String readme = Files.readString(root.resolve("README.md"));
      Matcher matcher = Pattern.compile("]\\(([^)#:]+)\\)").matcher(readme);
      assertThat(matcher.find()).isTrue();
      do {
        assertThat(root.resolve(matcher.group(1))).exists();
      } while (matcher.find());
    }
  }
}
