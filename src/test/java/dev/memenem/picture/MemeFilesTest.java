package dev.memenem.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemeFilesTest {
  @ParameterizedTest
  @CsvSource({
    "Drake Hotline Bling, drake-hotline-bling-2.png",
    "One Does Not Simply, one-does-not-simply-2.png",
    "Ain't Nobody Got Time, aint-nobody-got-time-2.png",
    "Crème brûlée!, creme-brulee-2.png",
    "../../etc/passwd, etc-passwd-2.png",
    "-rf, rf-2.png",
    ".hidden, hidden-2.png",
    "CON, con-2.png",
    "猫, builtin-cat-2.png",
    "'  ', builtin-cat-2.png"
  })
  void namesAreReadableAndHarmless(String name, String file) {
    assertThat(MemeFiles.name(name, "builtin_cat", 2, PictureFormat.PNG)).isEqualTo(file);
  }

  @Test
  void longNamesAreCut() {
    assertThat(MemeFiles.name("a b ".repeat(100), "x", 1, PictureFormat.JPG))
        .hasSizeLessThan(70)
        .endsWith("-1.jpg")
        .doesNotContain("--");
  }

  @Test
  void aFileIsWrittenWholeAndReplacedOnlyWhenAsked(@TempDir Path folder) throws IOException {
    Path home = folder.resolve("new/folder");
    Path file = MemeFiles.write(home, "a.png", new byte[] {1}, false);
    assertThat(file).isAbsolute().hasBinaryContent(new byte[] {1});
    assertThatThrownBy(() -> MemeFiles.write(home, "a.png", new byte[] {2}, false))
        .isInstanceOf(PictureException.class)
        .hasMessageContaining("--force");
    assertThat(file).hasBinaryContent(new byte[] {1});
    MemeFiles.write(home, "a.png", new byte[] {3}, true);
    assertThat(file).hasBinaryContent(new byte[] {3});
    try (var files = Files.list(home)) {
      assertThat(files).as("no drafts are left").containsExactly(file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a.png", "/tmp/a.png", "x/a.png", "..", ".", ""})
  void noFileIsWrittenElsewhere(String name, @TempDir Path folder) {
    assertThatThrownBy(() -> MemeFiles.write(folder.resolve("in"), name, new byte[1], true))
        .isInstanceOf(PictureException.class);
    assertThat(folder.resolve("a.png")).doesNotExist();
  }

  @Test
  void aSymbolicLinkInTheWayIsNotFollowed(@TempDir Path folder) throws IOException {
    Path victim = Files.writeString(folder.resolve("victim"), "keep");
    Files.createSymbolicLink(folder.resolve("a.png"), victim);
    assertThatThrownBy(() -> MemeFiles.write(folder, "a.png", new byte[] {1}, false))
        .hasMessageContaining("exists");
    MemeFiles.write(folder, "a.png", new byte[] {1}, true);
    assertThat(victim).hasContent("keep");
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsSaidInOneLine(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> MemeFiles.write(file, "a.png", new byte[1], false))
        .isInstanceOf(PictureException.class)
        .message()
        .contains("cannot write")
        .hasLineCount(1);
  }
}
