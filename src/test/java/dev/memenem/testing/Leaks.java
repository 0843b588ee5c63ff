package dev.memenem.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Looks for canary keys where none may be: in what was said, and in every file that was written.
 */
public final class Leaks {
  private static final String CANARY = "canary";

  private Leaks() {}

  public static void check(Path home, Object said) {
    assertThat(String.valueOf(said).toLowerCase(Locale.ROOT)).doesNotContain(CANARY);
    try (Stream<Path> files = Files.walk(home)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).as("files of a store at least").isNotEmpty();
      for (Path file : all) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(text.toLowerCase(Locale.ROOT).contains(CANARY))
            .as("a key in %s", file)
            .isFalse();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
