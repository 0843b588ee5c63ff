package dev.memenem.cli;

import java.util.List;
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
    return 0;
  }
}
