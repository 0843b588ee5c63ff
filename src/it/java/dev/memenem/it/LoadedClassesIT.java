package dev.memenem.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is loaded that is not used: what a start loads is what it costs. */
class LoadedClassesIT {
  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version", "submit --help", "status --help"})
  void helpAndVersionOpenNothing(String arguments) throws IOException {
    assertThat(loaded(arguments.split(" ")))
        .anyMatch(name -> name.equals("dev.memenem.Main"))
        .noneMatch(name -> name.startsWith("org.sqlite."))
        .noneMatch(name -> name.startsWith("com.mongodb."))
        .noneMatch(name -> name.startsWith("com.fasterxml."))
        .noneMatch(name -> name.startsWith("dev.memenem.json.Json"))
        .noneMatch(name -> name.startsWith("org.jline."))
        .noneMatch(name -> name.startsWith("java.awt."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "status -o json", "cache-stats", "submit --queue topic"})
  void theStoreAloneIsOpenedForWhatOnlyNeedsTheStore(String arguments) throws IOException {
    assertThat(loaded(arguments.split(" ")))
        .anyMatch(name -> name.startsWith("org.sqlite."))
        .noneMatch(name -> name.startsWith("com.mongodb."))
        .noneMatch(name -> name.startsWith("com.fasterxml.jackson.databind."))
        .noneMatch(name -> name.startsWith("java.net.http."))
        .noneMatch(name -> name.startsWith("org.jsoup."))
        .noneMatch(name -> name.startsWith("java.awt."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "templates --offline", "cache-stats"})
  void optionsAreReadFromNoAnnotation(String arguments) throws IOException {
    assertThat(loaded(arguments.split(" ")))
        .anyMatch(name -> name.startsWith("picocli.CommandLine$Model$OptionSpec"))
        .noneMatch(name -> name.contains("$Proxy"));
  }

  @Test
  void ourOwnFormatsNeedNoStoreNoNetworkAndNoJson() throws IOException {
    assertThat(loaded("templates", "--offline"))
        .anyMatch(name -> name.startsWith("dev.memenem.template.builtin.PackedTemplates"))
        .noneMatch(name -> name.startsWith("org.sqlite."))
        .noneMatch(name -> name.startsWith("jdk.internal.net.http."))
        .noneMatch(name -> name.startsWith("com.fasterxml."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "--help", "status", "cache-stats"})
  void theCatalogueCostsNothingWhereItIsNotUsed(String arguments) throws IOException {
    assertThat(loaded(arguments.split(" ")))
        .noneMatch(name -> name.startsWith("dev.memenem.template.builtin."));
  }

  @Test
  void captionsNeedNoPicturesAndNoNetwork() throws IOException {
    assertThat(loaded("submit", "--offline", "-q", "code review"))
        .noneMatch(name -> name.startsWith("jdk.internal.net.http."))
        .noneMatch(name -> name.startsWith("sun.security.ssl."))
        .noneMatch(name -> name.startsWith("java.awt."))
        .noneMatch(name -> name.startsWith("org.jsoup."))
        .noneMatch(name -> name.startsWith("com.mongodb."));
  }

  private List<String> loaded(String... arguments) throws IOException {
    Path log = Files.createTempFile("memenem-classes", ".log");
    try {
      Shell.Result result =
          Shell.atHome(home)
              .with("MEMENEM_JAVA_OPTS", "-Xlog:class+load:file=" + log + ":none")
              .memenem(arguments);
      assertThat(result.code()).as(result.err()).isZero();
      return Files.readAllLines(log).stream().map(line -> line.split(" ")[0]).toList();
    } finally {
      Files.delete(log);
    }
  }
}
