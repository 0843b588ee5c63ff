package dev.memenem.http;

import dev.memenem.config.ConfigException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Passes requests on and keeps each with its outcome as a file of a directory, for {@link
 * ReplayHttp}. Request headers are left out, and so are the answer's but for a few; secrets and
 * whatever looks like one are masked in the rest. Several processes may record into one directory.
 */
public final class RecordingHttp implements Http {
  private final Http http;
  private final Path directory;
  private final Redaction redaction;

  /**
   * @param secrets that must not stand in a recording, wherever an upstream repeats them
   */
  public RecordingHttp(Http http, Path directory, List<String> secrets) {
    this.http = http;
    this.directory = directory;
    this.redaction = Redaction.of(secrets);
  }

  /**
   * @throws ConfigException when the directory cannot be written
   */
  @Override
  public void prepare() {
    http.prepare();
  }

  @Override
  public HttpOutcome send(HttpRequest request) {
    HttpOutcome outcome = http.send(request);
    String key = Exchange.key(request, redaction);
    String text = Exchange.write(request, outcome, redaction);
    try {
      Files.createDirectories(directory);
      for (int number = 1; ; number++) {
        Path file = directory.resolve("%s-%03d.json".formatted(key, number));
        try {
          Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          return outcome;
        } catch (FileAlreadyExistsException e) {
          continue;
        }
      }
    } catch (IOException e) {
      throw new ConfigException("--record: cannot write to " + directory);
    }
  }
}
