package dev.memenem.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
    Shell.Result result =
        Shell.atHome(home)
            .with("MEMENEM_TREE", Shell.TREE.toString())
            .run("bash", "-o", "pipefail", flags, block.script());
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
