package dev.memenem.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code -Prelease} made, as those who download it find it. */
class ReleaseIT {
  private static final Path TARGET = Shell.SOURCES.resolve("target");
  private static final Path RELEASE = TARGET.resolve("jreleaser");

  @TempDir Path home;

  @BeforeAll
  static void aReleaseWasMade() {
    assumeTrue(Files.isDirectory(RELEASE.resolve("prepare")), "built without -Prelease");
  }

  @Test
  void theArchivesUnpackToAProgramThatWorks() throws IOException {
    assumeTrue(Shell.has("unzip"), "unzip is not installed");
    Path tar = artifact("assemble/memenem/archive", "memenem-.*\\.tar\\.gz");
    for (Path archive : new Path[] {tar, file(TARGET, "memenem-.*\\.zip")}) {
      Path there = Files.createDirectory(home.resolve("unpacked " + archive.getFileName()));
      unpack(archive, there);
      try (Stream<Path> roots = Files.list(there)) {
        Path root = roots.findFirst().orElseThrow();
        assertThat(names(root)).isEqualTo(namesWithoutStart());
        smoke(Shell.atHome(home), root);
      }
    }
  }

  @Test
  void theOneWithARuntimeNeedsNoJava() throws IOException {
    unpack(artifact("assemble/memenem-runtime/archive", "memenem-runtime-.*\\.tar\\.gz"), home);
    try (Stream<Path> roots = Files.list(home)) {
      Path root = roots.findFirst().orElseThrow();
      Shell noJava = Shell.atHome(home).without("JAVA_HOME").with("PATH", "/usr/bin:/bin");
      smoke(noJava, root);
      assertThat(noJava.run(root.resolve("bin/memenem").toString(), "doctor", "-v").out())
          .contains(System.getProperty("java.version"));
    }
  }

  @Test
  void checksumsAreThoseOfTheFiles() throws IOException {
    Path all = Files.createDirectory(home.resolve("downloads"));
    try (Stream<Path> archives = Files.walk(RELEASE.resolve("assemble"), 3)) {
      for (Path each : archives.filter(Files::isRegularFile).toList()) {
        Files.createSymbolicLink(all.resolve(each.getFileName()), each);
      }
    }
    for (String more :
        new String[] {"memenem-.*\\.zip", "memenem-sbom\\.json", "memenem_.*\\.deb"}) {
      Path each = file(TARGET, more);
      Files.createSymbolicLink(all.resolve(each.getFileName()), each);
    }
    for (String algorithm : new String[] {"sha256", "sha512"}) {
      Path sums = artifact("checksums", "checksums_" + algorithm + "\\.txt");
      assertThat(Files.readAllLines(sums)).hasSize(5);
      Shell.Result result = Shell.in(all).run(algorithm + "sum", "-c", sums.toString());
      assertThat(result.code()).as(result.out() + result.err()).isZero();
    }
  }

  @Test
  void theDebianPackagePutsEverythingInItsPlace() throws IOException {
    assumeTrue(Shell.has("dpkg-deb"), "dpkg-deb is not installed");
    Path deb = file(TARGET, "memenem_.*\\.deb");
    Shell.Result fields = Shell.in(home).run("dpkg-deb", "--field", deb.toString());
    assertThat(fields.out())
        .contains("Package: memenem\n", "Architecture: all\n", "Depends: java17-runtime-headless\n")
        .contains("Maintainer: ", "Homepage: https://", "Installed-Size: ");
    assertThat(Shell.in(home).run("dpkg-deb", "-x", deb.toString(), ".").code()).isZero();
    for (String each :
        new String[] {
          "bash-completion/completions/memenem",
          "zsh/vendor-completions/_memenem",
          "fish/vendor_completions.d/memenem.fish",
          "man/man1/memenem.1.gz",
          "man/man1/memenem-submit.1.gz",
          "doc/memenem/copyright",
          "doc/memenem/docs/schema/job.json"
        }) {
      assertThat(home.resolve("usr/share").resolve(each)).isRegularFile();
    }
    assertThat(home.resolve("usr/bin/memenem")).isSymbolicLink();
    assertThat(Shell.atHome(home).run("usr/bin/memenem", "--version").out())
        .isEqualTo(Shell.atHome(home).memenem("--version").out());
    smoke(Shell.atHome(home), home.resolve("usr/lib/memenem"));
  }

  @Test
  void theBillOfMaterialsNamesEveryJar() throws IOException {
    JsonNode bill = new ObjectMapper().readTree(file(TARGET, "memenem-sbom\\.json").toFile());
    Set<String> named = new TreeSet<>();
    bill.get("components")
        .forEach(each -> named.add(each.get("name").asText() + "-" + each.get("version").asText()));
    try (Stream<Path> jars = Files.list(Shell.TREE.resolve("lib"))) {
      assertThat(named)
          .containsAll(
              jars.map(each -> each.getFileName().toString())
                  .filter(each -> each.endsWith(".jar") && !each.equals("memenem.jar"))
                  .map(each -> each.replace(".jar", ""))
                  .toList());
    }
  }

  /** No engine to build it with: its commands are only right as shell. */
  @Test
  void theImagesRecipeIsRight() throws IOException {
    String recipe = Files.readString(artifact("prepare/memenem/docker", "Dockerfile"));
    assertThat(recipe).contains("FROM eclipse-temurin:17-jre\n", "ENTRYPOINT [\"memenem\"]\n");
    Matcher runs =
        Pattern.compile("^RUN (.*?[^\\\\])$", Pattern.MULTILINE | Pattern.DOTALL).matcher(recipe);
    assertThat(runs.find()).isTrue();
    do {
      assertThat(Shell.in(home).run("sh", "-nc", runs.group(1)).code()).as(runs.group(1)).isZero();
    } while (runs.find());
    assertThat(recipe.replace("\\\n", "").lines())
        .allMatch(
            line -> line.matches("|#.*|(FROM|LABEL|COPY|RUN|USER|ENV|VOLUME|WORKDIR|ENTRY).*"));
  }

  @Test
  void theFormulaIsRubyAndNamesTheZip() throws IOException {
    Path formula = artifact("prepare/memenem/brew/Formula", "memenem\\.rb");
    Path zip = file(TARGET, "memenem-.*\\.zip");
    String sum = Shell.in(home).run("sha256sum", zip.toString()).out().split(" ")[0];
    assertThat(Files.readString(formula))
        .contains("class Memenem < Formula", "sha256 \"" + sum + "\"", zip.getFileName() + "\"\n");
    Shell.Result ruby =
        Shell.in(home)
            .run(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.jruby.Main",
                "-c",
                formula.toString());
    assertThat(ruby.out()).as(ruby.err()).contains("Syntax OK");
  }

  @Test
  void theJarTellsANativeImageOfTheCommands() throws IOException {
    String entry =
        "META-INF/native-image/picocli-generated/dev.memenem/memenem/reflect-config.json";
    try (ZipFile jar = new ZipFile(Shell.TREE.resolve("lib/memenem.jar").toFile())) {
      assertThat(new String(jar.getInputStream(jar.getEntry(entry)).readAllBytes(), UTF_8))
          .contains("dev.memenem.cli.SubmitCommand", "dev.memenem.cli.DoctorCommand");
    }
  }

  private static void smoke(Shell shell, Path root) {
    Shell.Result result = shell.run(root.resolve("lib/smoke").toString());
    assertThat(result.out()).as(result.err()).endsWith("smoke: fine\n");
  }

  private void unpack(Path archive, Path there) {
    Shell.Result result =
        archive.toString().endsWith(".zip")
            ? Shell.in(there).run("unzip", "-q", archive.toString())
            : Shell.in(there).run("tar", "xzf", archive.toString());
    assertThat(result.code()).as(result.err()).isZero();
  }

  private static Set<String> names(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return new TreeSet<>(files.map(each -> root.relativize(each).toString()).toList());
    }
  }

  private static Set<String> namesWithoutStart() throws IOException {
    Set<String> names = names(Shell.TREE);
    names.removeIf(each -> each.startsWith("lib/start"));
    return names;
  }

  private static Path artifact(String directory, String pattern) throws IOException {
    return file(RELEASE.resolve(directory), pattern);
  }

  private static Path file(Path directory, String pattern) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(each -> each.getFileName().toString().matches(pattern))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no " + pattern + " in " + directory));
    }
  }
}
