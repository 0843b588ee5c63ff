package dev.memenem.cli;

import dev.memenem.job.InvalidRequest;
import dev.memenem.json.Json;
import dev.memenem.json.JsonException;
import dev.memenem.json.Tree;
import dev.memenem.template.Template;
import dev.memenem.view.JobDocument;
import dev.memenem.view.ScoreScreen;
import dev.memenem.virality.Virality;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code score}: virality of given captions, with the reasons. */
@Command(
    name = "score",
    description = {
      "Ranks captions by the engagement that a model predicts.",
      "The score from 0 to 100 says how a caption ranks among captions on such a template; it is"
          + " no promise and no expectation of votes or views."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  memenem score --template drake \"Sleeping\" \"One more episode\"",
      "  memenem score --file captions.ndjson"
    })
public final class ScoreCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "TEXT",
      description = "The panels of one variation, in order.")
  List<String> texts = List.of();

  @Option(
      names = "--template",
      paramLabel = "ID",
      order = 1,
      description = "The template they stand on: an id, its beginning, or a name.")
  Optional<String> template = Optional.empty();

  @Option(
      names = "--file",
      paramLabel = "F",
      order = 2,
      description =
          "Read lines {\"template_id\":…,\"captions\":[…]} from F (- is stdin) and print one line"
              + " {\"virality_score\":…,\"raw\":…} for each, in order.")
  Optional<String> file = Optional.empty();

  private final Services services;

  public ScoreCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    if (texts.isEmpty() == file.isEmpty()) {
      throw new InvalidRequest("give the texts of one variation, or --file with many");
    }
    if (file.isPresent()) {
      return scoreFile(file.get());
    }
    if (texts.stream().anyMatch(String::isBlank)) {
      throw new InvalidRequest("a text is empty; each panel needs one");
    }
    String id = template.map(this::known).orElse("");
    Virality virality = services.virality().score(id, texts);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("success", true);
    document.put("template_id", id.isEmpty() ? null : id);
    document.put("captions", texts);
    document.put("virality_score", virality.score());
    document.put("raw", virality.raw());
    document.put("factors", JobDocument.factors(virality.factors()));
    new Printer(services).document(document, screen -> ScoreScreen.of(virality, screen));
    return 0;
  }

  /** An unknown template is scored without regard to it. */
  private String known(String reference) {
    return services.catalog().find(reference).map(Template::id).orElse(reference);
  }

  private int scoreFile(String name) {
    try (BufferedReader lines =
            new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8));
        BufferedWriter out =
            new BufferedWriter(
                new OutputStreamWriter(services.terminal().out(), StandardCharsets.UTF_8))) {
      int number = 0;
      String line;
      while ((line = lines.readLine()) != null && !services.terminal().out().checkError()) {
        number++;
        if (!line.isBlank()) {
          out.write(Json.write(scored(line, name, number)));
          out.write('\n');
        }
      }
      return 0;
    } catch (IOException e) {
      throw new Failures.Failure(ExitCode.FAILED, "cannot read %s to its end".formatted(name));
    }
  }

  private InputStream open(String name) {
    try {
      return name.equals("-")
          ? services.in()
          : Files.newInputStream(services.directory().resolve(name));
    } catch (IOException | InvalidPathException e) {
      throw new Failures.Failure(
          ExitCode.USAGE, "cannot read %s; is the path right?".formatted(name));
    }
  }

  private Map<String, Object> scored(String line, String name, int number) {
    List<String> captions;
    Tree tree;
    try {
      tree = Json.parse(line);
      captions = tree.get("captions").texts();
    } catch (JsonException e) {
      throw new InvalidRequest("%s, line %d: %s".formatted(name, number, e.getMessage()));
    }
    if (captions.isEmpty()) {
      throw new InvalidRequest(
          "%s, line %d: there is no list \"captions\" with texts".formatted(name, number));
    }
    Virality virality = services.virality().rank(tree.get("template_id").text(), captions);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("virality_score", virality.score());
    document.put("raw", virality.raw());
    return document;
  }
}
