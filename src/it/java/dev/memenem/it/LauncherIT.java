package dev.memenem.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts Java, wherever it was put and whatever it finds there. */
class LauncherIT {
  /** Somebody with few rights, and somebody whom the system does not know, as in a container. */
  private static final String NOBODY = "65534";

  private static final String NOBODY_KNOWS = "12345";

  @TempDir Path home;

  @Test
  void worksFromAPathWithSpacesAndMakesItsArchiveThere() throws IOException {
    Installation moved = Installation.copy(home.resolve("my programs/memenem 1"));

    Shell.Result first = shell().run(moved.program(), "status", "-o", "json");

    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out()).contains("\"jobs\"");
    Path archive = Installation.archiveIn(home.resolve(".cache/memenem/start"));
    assertThat(archive.toString()).contains("my+programs+memenem+1");
    assertThat(moved.startsFromArchive(shell())).isTrue();
  }

  @Test
  void worksFromAReadOnlyDirectoryThroughASymbolicLink() throws IOException {
    Installation moved = Installation.copy(home.resolve("opt/memenem"));
    Path program = Path.of(moved.program());
    Path link = Files.createSymbolicLink(home.resolve("m"), program);
    Path relative = Files.createSymbolicLink(home.resolve("n"), home.relativize(program));
    moved.permissions("r-xr-xr-x");
    try {
      for (Path each : new Path[] {link, relative}) {
        Shell.Result result = shell().run(each.toString(), "submit", "--queue", "-q", "a topic");
        assertThat(result.err()).doesNotContain("Exception");
        assertThat(result.code()).isZero();
      }
      assertThat(moved.root().resolve("lib/start")).doesNotExist();
    } finally {
      moved.permissions("rwxr-xr-x");
    }
    Installation.archiveIn(home.resolve(".cache/memenem/start"));
  }

  @Test
  void worksForAnotherUserWhoMayNotWriteThereAndIsStillQuick() throws IOException {
    assumeTrue(Shell.isRoot() && Shell.has("setpriv"), "only root may become somebody else");
    Installation first = Installation.copy(home.resolve("opt/memenem 1"));
    Path elsewhere = Files.createDirectory(home.resolve("moved here"));
    Installation moved = new Installation(Files.move(first.root(), elsewhere.resolve("memenem 1")));
    moved.permissions("r-xr-xr-x");
    Installation.openTheWayTo(home);
    Path theirs = Files.createDirectory(home.resolve("theirs"));
    Shell root = shell();
    assertThat(root.run("chown", NOBODY, theirs.toString()).code()).isZero();
    Shell nobody = Shell.atHome(theirs).as(NOBODY);

    Shell.Result job =
        nobody.run(moved.program(), "submit", "cats", "--offline", "-n", "1", "-t", "1", "--json");

    assertThat(job.code()).as(job.err()).isZero();
    assertThat(job.out()).contains("\"completed\"");
    Installation.archiveIn(theirs.resolve(".cache/memenem/start"));
    assertThat(moved.startsFromArchive(nobody)).isTrue();
    Shell.Result smoke = nobody.run(moved.root().resolve("lib/smoke").toString());
    assertThat(smoke.out()).as(smoke.err()).endsWith("smoke: fine\n");
    assertThat(moved.root().resolve("lib/start")).doesNotExist();
  }

  @Test
  void aUserWithoutAHomeIsToldWhatToSet() throws IOException {
    assumeTrue(Shell.isRoot() && Shell.has("setpriv"), "only root may become somebody else");
    Installation.openTheWayTo(home);
    Shell unknown = Shell.in(home).as(NOBODY_KNOWS);
    String program = Installation.copy(home.resolve("memenem")).program();
    Shell.Result lost = unknown.run("env", "-i", program, "status");
    assertThat(lost.code()).isEqualTo(2);
    assertThat(lost.err()).contains("MEMENEM_HOME").hasLineCount(1);
    assertThat(unknown.run("env", "-i", program, "--version").code()).isZero();
    Path data = Files.createDirectory(home.resolve("data"));
    assertThat(shell().run("chown", NOBODY_KNOWS, data.toString()).code()).isZero();
    Shell.Result told =
        unknown.run("env", "-i", "MEMENEM_HOME=" + data, program, "submit", "--queue", "cats");
    assertThat(told.code()).as(told.err()).isZero();
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
    Installation built = new Installation(Shell.TREE);
    assumeTrue(Files.exists(built.root().resolve("lib/start")), "this Java made no archive");
    assertThat(built.startsFromArchive(shell())).isTrue();
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
    new Installation(old).permissions("rwxr-xr-x");

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
    Installation moved = Installation.copy(home.resolve("moved"));
    Files.writeString(moved.root().resolve("lib/prepare"), "#!/bin/sh\necho noise; exit 1\n");
    Shell.Result result = shell().run(moved.program(), "--help");
    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).startsWith("Usage: memenem");
  }

  private Shell shell() {
    return Shell.atHome(home);
  }
}
