package dev.memenem.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.memenem.cli.ExitCode;
import dev.memenem.config.Setting;
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
        for (String locale : new String[] {"C.UTF-8", "C"}) {
          Shell.Result result =
              Shell.in(Shell.SOURCES)
                  .with("MANWIDTH", "80")
                  .with("LC_ALL", locale)
                  .run("man", "--warnings", "-l", page);
          assertThat(result.err()).as("%s in %s", page, locale).isEmpty();
          assertThat(result.out()).contains("EXIT STATUS").contains("--color=WHEN");
        }
      }
    }
  }

  @Test
  void theMainPageTellsOfEverySettingFileAndExitCode() {
    String page = made.get("man/memenem.1");
    for (Setting setting : Setting.values()) {
      assertThat(page).contains("\\fB" + setting.name() + "\\fP");
    }
    for (ExitCode code : ExitCode.values()) {
      assertThat(page).contains("\\fB" + code.code() + "\\fP");
    }
    assertThat(page).contains("ENVIRONMENT", "FILES", "config.properties", "memenem.db");
  }
}
