package dev.memenem.http;

import dev.memenem.config.ConfigException;
import dev.memenem.http.HttpOutcome.Cause;
import dev.memenem.http.HttpOutcome.Failed;
import dev.memenem.json.Json;
import dev.memenem.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Answers from a recording, without network: each request with what was recorded for the same
 * method, address and body, in the order of recording, the last one again and again. Thread safe.
 */
public final class ReplayHttp implements Http {
  private final Path directory;
  private final Redaction redaction;
  private final Map<String, List<HttpOutcome>> recorded = new HashMap<>();
  private final Map<String, Integer> played = new HashMap<>();

  /**
   * @param secrets those of this process, masked before a request is looked up
   * @throws ConfigException when there is no recording in the directory
   */
  public ReplayHttp(Path directory, List<String> secrets) {
    this.directory = directory;
    this.redaction = Redaction.of(secrets);
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        String name = file.getFileName().toString();
        recorded
            .computeIfAbsent(
                name.substring(0, Math.max(0, name.indexOf('-'))), k -> new ArrayList<>())
            .add(Exchange.outcome(Json.parse(Files.readString(file))));
      }
    } catch (IOException e) {
      throw new ConfigException("--replay: cannot read " + directory);
    } catch (JsonException | IllegalArgumentException e) {
      throw new ConfigException("--replay: a file in %s is no recording".formatted(directory));
    }
    if (recorded.isEmpty()) {
      throw new ConfigException("--replay: %s holds no recording".formatted(directory));
    }
  }

  @Override
  public synchronized HttpOutcome send(HttpRequest request) {
    String key = Exchange.key(request, redaction);
    List<HttpOutcome> outcomes = recorded.get(key);
    if (outcomes == null) {
      return new Failed(
          Cause.REFUSED_ADDRESS,
          "the recording in %s has no answer to %s %s; record it again"
              .formatted(directory, request.method(), redaction.line(request.uri().toString())));
    }
    int number = played.merge(key, 1, Integer::sum);
    return outcomes.get(Math.min(number, outcomes.size()) - 1);
  }
}
