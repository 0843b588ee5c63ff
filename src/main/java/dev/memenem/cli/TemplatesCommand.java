package dev.memenem.cli;

import dev.memenem.job.InvalidRequest;
import dev.memenem.json.Invisible;
import dev.memenem.template.Gathered;
import dev.memenem.template.Template;
import dev.memenem.template.TemplateNames;
import dev.memenem.template.TemplateSearch;
import dev.memenem.template.TopicRanking;
import dev.memenem.view.TemplateDocument;
import dev.memenem.view.TemplateScreen;
import java.util.List;
import java.util.Map;
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
    if (limit < 1) {
      throw new InvalidRequest("--limit is %d; it begins at 1".formatted(limit));
    }
    Gathered gathered = services.templates(sources, offline, refresh);
    Printer printer = new Printer(services);
    gathered.warnings().forEach(warning -> printer.note("warning: " + Invisible.strip(warning)));
    if (gathered.templates().isEmpty() && gathered.failed()) {
      throw new Failures.Failure(
          gathered.needsCredentials() ? ExitCode.CREDENTIALS : ExitCode.UNAVAILABLE,
          "no source answered: " + String.join("; ", gathered.warnings()));
    }
    return id.isPresent() ? one(id.get(), gathered, printer) : list(gathered, printer);
  }

  private int one(String reference, Gathered gathered, Printer printer) {
    TemplateNames names = new TemplateNames(gathered.templates());
    Template template =
        names
            .find(reference)
            .orElseThrow(() -> new Failures.Failure(ExitCode.NOT_FOUND, unknown(reference, names)));
    printer.document(
        TemplateDocument.single(template, reports(gathered)),
        screen -> TemplateScreen.whole(template, screen));
    return 0;
  }

  private static String unknown(String reference, TemplateNames names) {
    List<String> near = names.near(reference, 3).stream().map(Template::name).toList();
    return near.isEmpty()
        ? "there is no template '%s'; 'memenem templates' lists them".formatted(reference)
        : "there is no template '%s'; did you mean %s?"
            .formatted(reference, String.join(", ", near));
  }

  private int list(Gathered gathered, Printer printer) {
    List<Template> found = gathered.templates();
    if (query.isPresent()) {
      found = TemplateSearch.matching(query.get(), found);
    }
    if (topic.isPresent()) {
      found = new TopicRanking().rank(topic.get(), found);
    } else if (query.isEmpty()) {
      found = TemplateSearch.mostPopular(found);
    }
    List<Template> shown = found.subList(0, Math.min(limit, found.size()));
    Map<String, Object> document = TemplateDocument.list(shown, reports(gathered));
    printer.list(
        document,
        (List<?>) document.get("templates"),
        screen ->
            services.global().quiet()
                ? String.join("", shown.stream().map(t -> t.id() + "\n").toList())
                : TemplateScreen.list(shown, screen));
    if (shown.isEmpty()) {
      printer.note("no template fits; 'memenem templates' lists them all");
    }
    return 0;
  }

  private static List<Map<String, Object>> reports(Gathered gathered) {
    return gathered.reports().stream().map(TemplateDocument::source).toList();
  }
}
