package dev.memenem.cli;

import dev.memenem.caption.Style;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code submit}: makes a job and runs it here, detached, or leaves it to any worker. */
@Command(
    name = "submit",
    description = "Makes memes on a topic: records a job and runs it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  memenem submit \"Monday morning meetings\"",
      "  memenem submit \"code review\" --style corporate-irony -t 3 -n 2 -o json",
      "  id=$(memenem submit \"cats\" -d -q) && memenem status \"$id\" --wait",
      "  memenem submit --file topics.txt --key \"$(date +%%F)\" -o ndjson",
      "  memenem submit -- \"-40 degrees\""
    })
public final class SubmitCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TOPIC",
      description = "What the memes are about, 1 to 200 characters; - reads it from stdin.")
  String topic;

  @Option(
      names = "--file",
      paramLabel = "F",
      order = 1,
      description =
          "One topic a line, one job each, in turn; - is stdin. Empty lines and lines that begin"
              + " with # are skipped.")
  String file;

  @Option(
      names = {"-s", "--style"},
      paramLabel = "STYLE",
      order = 2,
      converter = Names.StyleConverter.class,
      completionCandidates = Names.Styles.class,
      description =
          "Humour: sarcastic (default), gen_z_slang, wholesome, dark_humor or corporate_irony.")
  Style style;

  @Option(
      names = {"-t", "--max-templates"},
      paramLabel = "N",
      order = 3,
      defaultValue = "5",
      description = "How many templates, 1 to 10 (default: ${DEFAULT-VALUE}).")
  int maxTemplates;

  @Option(
      names = {"-n", "--variations"},
      paramLabel = "N",
      order = 4,
      defaultValue = "4",
      description = "How many captions for each template, 1 to 6 (default: ${DEFAULT-VALUE}).")
  int variations;

  @Option(
      names = "--template",
      paramLabel = "ID",
      order = 5,
      description = "Use this template: an id, its beginning, or a name. Repeatable.")
  List<String> templates = List.of();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      order = 6,
      converter = Names.SourceConverter.class,
      completionCandidates = Names.Sources.class,
      description =
          "Take templates only from builtin, imgflip, reddit or knowyourmeme. Repeatable.")
  List<String> sources = List.of();

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      order = 7,
      converter = Names.ProviderConverter.class,
      completionCandidates = Names.Providers.class,
      description =
          "Let only gemini, openai or builtin write the captions, in the order given. Repeatable.")
  List<String> providers = List.of();

  @Option(
      names = {"-d", "--detach"},
      order = 8,
      description = "Run the job in a process of its own, print the job's id and return.")
  boolean detach;

  @Option(
      names = "--queue",
      order = 9,
      description = "Only record the job: any 'memenem worker' takes it.")
  boolean queue;

  @Option(
      names = "--images",
      paramLabel = "DIR",
      arity = "0..1",
      order = 10,
      fallbackValue = "",
      description =
          "Draw the memes into DIR (written --images=DIR; default: ./memenem-<short id>/).")
  Optional<String> images = Optional.empty();

  @Option(
      names = "--best",
      order = 11,
      description = "Draw only the best variation of each template.")
  boolean best;

  @Option(names = "--force", order = 12, description = "Overwrite pictures that exist.")
  boolean force;

  @Option(names = "--offline", order = 13, description = "Touch no network.")
  boolean offline;

  @Option(
      names = "--seed",
      paramLabel = "N",
      order = 14,
      description = "Make every free choice of the built-in captions from this number.")
  Optional<Long> seed = Optional.empty();

  @Option(names = "--refresh", order = 15, description = "Do not read caches.")
  boolean refresh;

  @Option(
      names = "--strict",
      order = 16,
      description = "End with 6 when a part of the result is missing.")
  boolean strict;

  @Option(
      names = "--label",
      paramLabel = "TEXT",
      order = 17,
      description = "A label to find the job by in 'memenem status --label'.")
  Optional<String> label = Optional.empty();

  @Option(
      names = "--key",
      paramLabel = "K",
      order = 18,
      description =
          "Idempotency: the same key returns the same job. With --file line n has the key K:n.")
  Optional<String> key = Optional.empty();

  @Option(
      names = "--record",
      paramLabel = "DIR",
      order = 19,
      description = "Keep what upstreams answer in DIR, without secrets.")
  Optional<Path> record = Optional.empty();

  @Option(
      names = "--replay",
      paramLabel = "DIR",
      order = 20,
      description = "Answer from a recording in DIR instead of the network.")
  Optional<Path> replay = Optional.empty();

  @Spec CommandSpec spec;

  private final Services services;

  public SubmitCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    return 0;
  }
}
