package dev.memenem.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.memenem.it.Shell.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program prints is what the schemas that come with it promise. */
class SchemaIT {
  private static final Path SCHEMAS = Shell.TREE.resolve("docs/schema");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path home;
  private final Set<String> checked = new TreeSet<>();

  @Test
  void everyDocumentValidates() throws IOException {
    Shell shell = Shell.atHome(home);
    String text = "cats";
    Result job = shell.memenem("submit", text, "--offline", "-t", "3", "-n", "2", "--json");
    holds("job", job.out());
    holds("job", shell.memenem("status", "latest", "--json").out());
    Result failed =
        shell.memenem("submit", text, "--offline", "--template", "nosuchthing", "--json");
    assertThat(failed.code()).isEqualTo(3);
    holds("job", failed.out());
    shell
        .memenem("submit", text, "--offline", "-t", "2", "-n", "1", "-o", "ndjson")
        .out()
        .lines()
        .forEach(line -> holds("event", line));
    holds("job", shell.memenem("retry", "latest", "--json").out());
    shell
        .memenem("status", "latest", "--watch", "-o", "ndjson")
        .out()
        .lines()
        .forEach(line -> holds("event", line));
    holds("submitted", shell.memenem("submit", text, "--queue", "--json").out());
    holds("job", shell.memenem("status", "latest", "--json").out());
    holds("cancel", shell.memenem("cancel", "latest", "--json").out());
    holds("jobs", shell.memenem("status", "--json").out());
    shell
        .memenem("status", "-o", "ndjson")
        .out()
        .lines()
        .forEach(
            line -> holds("jobs", "{\"success\":true,\"count\":1,\"jobs\":[%s]}".formatted(line)));
    Files.writeString(home.resolve("topics"), "dogs\nbirds\n");
    holds(
        "jobs",
        shell
            .memenem("submit", "--file", "topics", "--offline", "-t", "1", "-n", "1", "--json")
            .out());
    holds("templates", shell.memenem("templates", "--offline", "--limit", "300", "--json").out());
    holds("templates", shell.memenem("templates", "--offline", "--id", "drake", "--json").out());
    holds("score", shell.memenem("score", "--template", "drake", "a", "b", "--json").out());
    holds(
        "score-line",
        shell
            .input("{\"template_id\":\"Two-Buttons\",\"captions\":[\"a\",\"b\"]}\n")
            .memenem("score", "--file", "-")
            .out());
    holds("cache-stats", shell.memenem("cache-stats", "--json").out());
    holds("cache-cleanup", shell.memenem("cache-cleanup", "--json").out());
    holds("doctor", shell.memenem("doctor", "--json").out());
    holds(
        "render",
        shell
            .memenem("render", "--template", "two boxes", "--text", "a", "--text", "b", "--json")
            .out());
    holds("error", shell.memenem("status", "nope", "--json").err());
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      assertThat(checked)
          .as("a schema that nothing was held against proves nothing")
          .containsExactlyElementsOf(
              files.map(f -> f.getFileName().toString().replace(".json", "")).sorted().toList());
    }
  }

  private void holds(String name, String document) {
    checked.add(name);
    try {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(Files.readString(SCHEMAS.resolve(name + ".json")));
      JsonNode tree = JSON.readTree(document);
      assertThat(schema.validate(tree)).as("%s: %s", name, document).isEmpty();
    } catch (JsonProcessingException e) {
      throw new AssertionError(name + " is no JSON: " + document, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
