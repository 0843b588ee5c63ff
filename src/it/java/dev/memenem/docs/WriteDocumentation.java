package dev.memenem.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes man pages, completions and help pages into the sources; {@code -Pdocs} runs it. */
public final class WriteDocumentation {
  private WriteDocumentation() {}

  public static void main(String[] args) throws IOException {
    Path sources = Path.of(args[0]);
    for (Map.Entry<String, String> file : Documentation.all().entrySet()) {
      Path path = sources.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
