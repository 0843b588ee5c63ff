package dev.memenem.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts Java, wherever it was put and whatever it finds there. */
class LauncherIT {
  private static final String JAVA = System.getProperty("java.home");

  private static final Path START = Shell.TREE.resolve("lib/start");

  @TempDir Path home;

  @Test
  void worksFromAPathWithSpacesAndMakesItsArchiveThere() throws IOException {
    Path moved = copy(home.resolve("my programs/memenem 1"));
    Path bin = moved.resolve("bin/memenem");

    Shell.Result first = shell().run(bin.toString(), "status", "-o", "json");

    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out()).contains("\"jobs\"");
    Path archive = await(home.resolve(".cache/memenem/start"));
    assertThat(archive.toString()).contains("my+programs+memenem+1");
    assertThat(classesFrom(bin)).contains("source: shared objects file");
  }

  @Test
  void worksFromAReadOnlyDirectoryThroughASymbolicLink() throws IOException {
    Path moved = copy(home.resolve("opt/memenem"));
    Path link = Files.createSymbolicLink(home.resolve("m"), moved.resolve("bin/memenem"));
    Path relative =
        Files.createSymbolicLink(home.resolve("n"), home.relativize(moved.resolve("bin/memenem")));
    permissions(moved, "r-xr-xr-x");
    try {
      for (Path each : new Path[] {link, relative}) {
        Shell.Result result = shell().run(each.toString(), "submit", "--queue", "-q", "a topic");
        assertThat(result.err()).doesNotContain("Exception");
        assertThat(result.code()).isZero();
      }
      assertThat(moved.resolve("lib/start")).doesNotExist();
    } finally {
      permissions(moved, "rwxr-xr-x");
    }
    await(home.resolve(".cache/memenem/start"));
  }

  @Test
  void worksWithNothingInItsEnvironmentAndNoHome() {
    Shell.Result result =
        Shell.in(home)
            .without("LANG")
            .without("TERM")
            .without("PATH")
            .run(Shell.TREE.resolve("bin/memenem").toString(), "--help");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).startsWith("Usage: memenem");
  }

  @Test
  void startsQuicklyFromTheArchiveThatWasPackaged() throws IOException {
    assumeTrue(Files.exists(Shell.TREE.resolve("lib/start")), "this Java made no archive");
    assertThat(classesFrom(Shell.TREE.resolve("bin/memenem"))).contains("shared objects file");
    assertThat(home.resolve(".cache")).doesNotExist();
  }

  @Test
  void saysInOneLineThatJavaIsMissing() {
    Shell.Result result =
        Shell.atHome(home).without("JAVA_HOME").with("PATH", home.toString()).memenem("--help");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).contains("Java 17").contains("JAVA_HOME");
  }

  @Test
  void saysInOneLineThatJavaIsTooOld() throws IOException {
    Path old = home.resolve("java 11");
    Files.createDirectories(old.resolve("bin"));
    Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"11.0.2\"\n");
    Files.writeString(old.resolve("bin/java"), "#!/bin/sh\necho ran >&2\n");
    permissions(old, "rwxr-xr-x");

    Shell.Result result = Shell.atHome(home).with("JAVA_HOME", old.toString()).memenem("--help");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).contains("11.0.2").doesNotContain("ran");
  }

  @Test
  void saysInOneLineThatJavaHomeLeadsNowhere() {
    Shell.Result result =
        Shell.atHome(home).with("JAVA_HOME", home.resolve("no").toString()).memenem("--help");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("JAVA_HOME is").hasLineCount(1);
  }

  @Test
  void passesArgumentsOnAsTheyAre() {
    Shell.Result result =
        shell().memenem("submit", "--queue", "-o", "json", "--", "-a \"b\" $HOME * `c` \\ ü 😀");
    assertThat(result.code()).isZero();
    assertThat(shell().memenem("status", "latest", "-o", "json").out())
        .contains("-a \\\"b\\\" $HOME * `c` \\\\ ü 😀");
  }

  @Test
  void losesNoLetterInTheCLocale() {
    shell().with("LC_ALL", "C").memenem("submit", "--queue", "Füße 😀");
    assertThat(shell().memenem("status", "latest", "-o", "json").out()).contains("Füße 😀");
  }

  @Test
  void takesMoreOptionsForJava() {
    Shell.Result result = shell().with("MEMENEM_JAVA_OPTS", "-showversion -Da=b").memenem("--help");
    assertThat(result.err()).contains("VM");
    assertThat(result.out()).startsWith("Usage: memenem");
  }

  @Test
  void anArchiveThatCannotBeMadeOnlyMakesStartsSlower() throws IOException {
    Path moved = copy(home.resolve("moved"));
    Files.writeString(moved.resolve("lib/prepare"), "#!/bin/sh\necho noise; exit 1\n");
    Shell.Result result = shell().run(moved.resolve("bin/memenem").toString(), "--help");
    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).startsWith("Usage: memenem");
  }

  private Shell shell() {
    return Shell.atHome(home);
  }

  private String classesFrom(Path memenem) throws IOException {
    Path log = Files.createTempFile("memenem-classes", ".log");
    try {
      shell()
          .with("MEMENEM_JAVA_OPTS", "-Xlog:class+load:file=" + log)
          .run(memenem.toString(), "--version");
      return Files.readAllLines(log).stream()
          .filter(line -> line.contains("dev.memenem.Main "))
          .findFirst()
          .orElseThrow();
    } finally {
      Files.delete(log);
    }
  }

  /** An installation that nobody has started yet. */
  private static Path copy(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(Shell.TREE)) {
      for (Path file : files.filter(each -> !each.startsWith(START)).toList()) {
        Path copy = target.resolve(Shell.TREE.relativize(file));
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return target;
  }

  private static void permissions(Path tree, String permissions) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      }
    }
  }

  /** The archive that is being made in the background, once it is there and its maker has gone. */
  private static Path await(Path start) throws IOException {
    for (int tries = 0; tries < 600; tries++) {
      if (Files.isDirectory(start)) {
        try (Stream<Path> files = Files.walk(start)) {
          Path[] found = files.toArray(Path[]::new);
          Path archive = null;
          boolean making = false;
          for (Path file : found) {
            archive = file.toString().endsWith(".jsa") ? file : archive;
            making |= file.toString().endsWith(".lock") || file.toString().contains(".making");
          }
          if (archive != null && !making) {
            return archive;
          }
        } catch (UncheckedIOException e) {
          // its temporary directory went away while we looked
        }
      }
      LockSupport.parkNanos(100_000_000);
    }
    throw new AssertionError("no archive below " + start + " on Java of " + JAVA);
  }
}
