package dev.memenem.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code templates}: lists meme formats, or shows all of one. */
@Command(
    name = "templates",
    description = "Lists meme templates.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  memenem templates drake",
      "  memenem templates --topic \"code review\" --limit 5",
      "  memenem templates --id imgflip_181913649"
    })
public final class TemplatesCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "QUERY",
      description = "Words of a name, a tag or a character.")
  Optional<String> query = Optional.empty();

  @Option(
      names = "--topic",
      paramLabel = "TEXT",
      order = 1,
      description = "Rank for this topic; the best fit comes first.")
  Optional<String> topic = Optional.empty();

  @Option(
      names = "--id",
      paramLabel = "ID",
      order = 2,
      description = "Show everything known of one template: an id, its beginning, or a name.")
  Optional<String> id = Optional.empty();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      order = 3,
      converter = Names.SourceConverter.class,
      completionCandidates = Names.Sources.class,
      description = "Only from builtin, imgflip, reddit or knowyourmeme. Repeatable.")
  List<String> sources = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      order = 4,
      defaultValue = "20",
      description = "At most N (default: ${DEFAULT-VALUE}).")
  int limit;

  @Option(names = "--refresh", order = 5, description = "Do not read caches.")
  boolean refresh;

  @Option(names = "--offline", order = 6, description = "Touch no network.")
  boolean offline;

  private final Services services;

  public TemplatesCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    return 0;
  }
}
