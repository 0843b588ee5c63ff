package dev.memenem.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.memenem.it.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Man pages and completions say what the commands say. */
class DocumentationIT {
  private static Map<String, String> made;

  @BeforeAll
  static void make() {
    made = Documentation.all();
  }

  @Test
  void pagesAndCompletionsAreThoseOfTheCommandModel() throws IOException {
    for (Map.Entry<String, String> file : made.entrySet()) {
      assertThat(Shell.SOURCES.resolve(file.getKey()))
          .as("./mvnw -q -Pdocs -DskipTests package writes it")
          .hasContent(file.getValue());
    }
  }

  @Test
  void nothingIsLeftOfCommandsThatAreGone() throws IOException {
    Set<String> there = new TreeSet<>();
    for (String directory :
        new String[] {"man", "completions", "src/main/resources/dev/memenem/cli/help"}) {
      try (Stream<Path> files = Files.list(Shell.SOURCES.resolve(directory))) {
        files.forEach(file -> there.add(directory + "/" + file.getFileName()));
      }
    }
    assertThat(there).isEqualTo(new TreeSet<>(made.keySet()));
  }

  @Test
  void theInstalledTreeHasThem() {
    made.keySet().stream()
        .filter(file -> !file.startsWith("src/"))
        .map(file -> file.replace("man/", "man/man1/"))
        .forEach(file -> assertThat(Shell.TREE.resolve(file)).exists());
  }

  @Test
  void manRendersEachPageWithoutWarnings() {
    assumeTrue(Shell.has("man"), "man is not installed");
    for (String page : made.keySet()) {
      if (page.startsWith("man/")) {
        Shell.Result result =
            Shell.in(Shell.SOURCES)
                .with("MANWIDTH", "80")
                .with("LC_ALL", "C.UTF-8")
                .run("man", "--warnings", "-l", page);
        assertThat(result.err()).as(page).isEmpty();
        assertThat(result.out()).contains("EXIT STATUS").contains("--color=WHEN");
      }
    }
  }

  @Test
  void theMainPageTellsOfEverySettingFileAndExitCode() {
    assertThat(made.get("man/memenem.1"))
        .contains("MEMENEM_RATE_LIMIT_DELAY", "GEMINI_API_KEY", "ENVIRONMENT", "FILES")
        .contains("config.properties", "memenem.db", "124", "143");
  }
}
