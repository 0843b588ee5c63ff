package dev.memenem.picture;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The embedded texts in one comment, for formats that have no fields for them. */
final class Comment {
  private Comment() {}

  static String of(RenderOptions.Embedded texts) {
    return Stream.of(
            line("Description", texts.alt()),
            line("Title", texts.topic()),
            line("Software", texts.software()),
            line("Source", texts.page()))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String line(String name, String text) {
    return text.isEmpty() ? "" : name + ": " + text;
  }
}
