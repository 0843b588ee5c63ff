package dev.memenem.testing;

import dev.memenem.json.Json;
import dev.memenem.json.Tree;
import dev.memenem.testing.ScriptedServer.Manner;
import dev.memenem.testing.ScriptedServer.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recorded answers of real upstreams, in the directory that {@code -Dcaptures=DIR} names; they are
 * not part of the project.
 */
public final class Captures {
  private static final Pattern STATUS = Pattern.compile("_(\\d{3})_");

  private Captures() {}

  /** Files of a folder whose names begin so; none when there is no such directory. */
  public static List<Path> of(String folder, String prefix) {
    Path directory = Path.of(System.getProperty("captures", "/nowhere")).resolve(folder);
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .filter(file -> file.toString().endsWith(".json") || file.toString().endsWith(".html"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The recorded answer; of a file that is only a body the status stands in its name, else 200. */
  public static Reply reply(Path file) {
    try {
      String text = Files.readString(file);
      String name = file.getFileName().toString();
      if (name.endsWith(".http.json")) {
        return exchange(Json.parse(text).get("response"));
      }
      Matcher status = STATUS.matcher(name);
      int code = status.find() ? Integer.parseInt(status.group(1)) : 200;
      return name.endsWith(".html") ? Reply.html(code, text) : Reply.json(code, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reply exchange(Tree response) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : response.get("headers").fields()) {
      boolean ours =
          List.of("content-length", "transfer-encoding", "content-encoding", "connection", "status")
              .contains(name.toLowerCase(Locale.ROOT));
      if (!ours && !response.get("headers").get(name).text().isEmpty()) {
        headers.put(name, response.get("headers").get(name).text());
      }
    }
    Tree body = response.get("body");
    String text = body.value() instanceof String s ? s : body.isPresent() ? Json.write(body) : "";
    return new Reply(response.get("status").integer(200), headers, text, Manner.WHOLE);
  }
}
