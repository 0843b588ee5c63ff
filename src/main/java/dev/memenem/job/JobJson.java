package dev.memenem.job;

import dev.memenem.caption.Captions;
import dev.memenem.caption.Style;
import dev.memenem.caption.Variation;
import dev.memenem.json.JsonException;
import dev.memenem.json.Tree;
import dev.memenem.template.Template;
import dev.memenem.template.TemplateJson;
import dev.memenem.virality.Virality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stored form of what a job was asked for and of what it has done. It is not the document that
 * users see. Readers are lenient, so that an older program can read what a newer one wrote: fields
 * they do not know are ignored, names they do not know count as the nearest they know, and a
 * template that cannot be read is left out.
 */
public final class JobJson {
  /** Written into every document, so that a later reader can tell its form. */
  public static final int VERSION = 1;

  private JobJson() {}

  public static Map<String, Object> write(JobRequest request) {
    Map<String, Object> tree = versioned();
    tree.put("topic", request.topic());
    tree.put("style", request.style().id());
    tree.put("max_templates", request.maxTemplates());
    tree.put("variations", request.variations());
    tree.put("templates", request.choice().templates());
    tree.put("sources", request.choice().sources());
    tree.put("providers", request.choice().providers());
    JobRequest.Options options = request.options();
    tree.put("offline", options.offline());
    tree.put("refresh", options.refresh());
    tree.put("strict", options.strict());
    tree.put("seed", options.seed());
    options.record().ifPresent(directory -> tree.put("record", directory));
    options.replay().ifPresent(directory -> tree.put("replay", directory));
    request.label().ifPresent(label -> tree.put("label", label));
    request.key().ifPresent(key -> tree.put("key", key));
    request
        .pictures()
        .ifPresent(
            pictures -> {
              Map<String, Object> drawn = new LinkedHashMap<>();
              drawn.put("directory", pictures.directory());
              drawn.put("best_only", pictures.bestOnly());
              drawn.put("force", pictures.force());
              drawn.put("host", pictures.host());
              tree.put("pictures", drawn);
            });
    return tree;
  }

  /**
   * @throws JsonException when it is no request that this version can carry out
   */
  public static JobRequest readRequest(Tree tree) {
    try {
      return new JobRequest(
          tree.get("topic").text(),
          Style.of(tree.get("style").text()).orElse(Style.SARCASTIC),
          tree.get("max_templates").integer(5),
          tree.get("variations").integer(4),
          new JobRequest.Choice(
              tree.get("templates").texts(),
              tree.get("sources").texts(),
              tree.get("providers").texts()),
          new JobRequest.Options(
              tree.get("offline").flag(false),
              tree.get("refresh").flag(false),
              tree.get("strict").flag(false),
              tree.get("seed").longer(0),
              tree.get("record").optionalText(),
              tree.get("replay").optionalText()),
          tree.get("label").optionalText(),
          tree.get("key").optionalText(),
          readPictures(tree.get("pictures")));
    } catch (InvalidRequest e) {
      throw new JsonException("a stored request that cannot be read: " + e.getMessage());
    }
  }

  private static Optional<JobRequest.Pictures> readPictures(Tree tree) {
    return tree.isObject()
        ? Optional.of(
            new JobRequest.Pictures(
                tree.get("directory").text(),
                tree.get("best_only").flag(false),
                tree.get("force").flag(false),
                tree.get("host").text()))
        : Optional.empty();
  }

  /** A result names its template when the plan has it, which is nearly always. */
  public static Map<String, Object> write(Work work) {
    Map<String, Object> tree = versioned();
    tree.put("plan", work.plan().stream().map(TemplateJson::write).toList());
    tree.put("results", work.results().stream().map(result -> write(result, work.plan())).toList());
    tree.put("failures", work.failures().stream().map(JobJson::write).toList());
    tree.put("warnings", work.warnings());
    tree.put("timings", work.timings());
    return tree;
  }

  public static Work readWork(Tree tree) {
    Map<String, Template> plan = new LinkedHashMap<>();
    for (Tree item : tree.get("plan").items()) {
      template(item).ifPresent(template -> plan.put(template.id(), template));
    }
    List<TemplateResult> results = new ArrayList<>();
    for (Tree item : tree.get("results").items()) {
      readResult(item, plan).ifPresent(results::add);
    }
    Map<String, Long> timings = new LinkedHashMap<>();
    for (String stage : tree.get("timings").fields()) {
      timings.put(stage, tree.get("timings").get(stage).longer(0));
    }
    return new Work(
        List.copyOf(plan.values()),
        results,
        tree.get("failures").items().stream().map(JobJson::readFailure).toList(),
        tree.get("warnings").texts(),
        timings);
  }

  private static Map<String, Object> write(TemplateResult result, List<Template> plan) {
    Template template = result.template();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("template", plan.contains(template) ? template.id() : TemplateJson.write(template));
    tree.put("variations", result.variations().stream().map(JobJson::write).toList());
    return tree;
  }

  private static Optional<TemplateResult> readResult(Tree tree, Map<String, Template> plan) {
    Tree named = tree.get("template");
    Optional<Template> template =
        named.isObject() ? template(named) : Optional.ofNullable(plan.get(named.text()));
    List<Variation> variations =
        tree.get("variations").items().stream()
            .map(JobJson::readVariation)
            .flatMap(Optional::stream)
            .toList();
    return template
        .filter(known -> !variations.isEmpty())
        .map(known -> new TemplateResult(known, variations));
  }

  private static Optional<Template> template(Tree tree) {
    try {
      return Optional.of(TemplateJson.read(tree));
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> write(Variation variation) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", variation.id());
    tree.put("captions", variation.captions().texts());
    tree.put("score", variation.virality().score());
    tree.put("raw", variation.virality().raw());
    List<Object> factors = new ArrayList<>();
    for (Virality.Factor factor : variation.virality().factors()) {
      Map<String, Object> item = new LinkedHashMap<>();
      item.put("factor", factor.factor());
      item.put("effect", factor.effect());
      factors.add(item);
    }
    tree.put("factors", factors);
    tree.put("method", variation.origin().method());
    tree.put("model", variation.origin().model());
    tree.put("cached", variation.origin().cached());
    variation.imagePath().ifPresent(path -> tree.put("image_path", path));
    return tree;
  }

  private static Optional<Variation> readVariation(Tree tree) {
    List<String> texts = tree.get("captions").texts();
    if (texts.isEmpty() || texts.stream().anyMatch(String::isBlank)) {
      return Optional.empty();
    }
    return Optional.of(
        new Variation(
            tree.get("id").integer(0),
            new Captions(texts),
            new Virality(
                tree.get("score").number(0),
                tree.get("raw").number(0),
                tree.get("factors").items().stream()
                    .map(
                        item ->
                            new Virality.Factor(
                                item.get("factor").text(), item.get("effect").number(0)))
                    .toList()),
            new Variation.Origin(
                tree.get("method").text(),
                tree.get("model").text(),
                tree.get("cached").flag(false)),
            tree.get("image_path").optionalText()));
  }

  private static Map<String, Object> write(TemplateFailure failure) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("template_id", failure.templateId());
    tree.put("stage", failure.stage());
    tree.put("reason", failure.reason());
    tree.put("cause", failure.cause().id());
    return tree;
  }

  private static TemplateFailure readFailure(Tree tree) {
    return new TemplateFailure(
        tree.get("template_id").text(),
        tree.get("stage").text(),
        tree.get("reason").text(),
        TemplateFailure.Cause.of(tree.get("cause").text()));
  }

  private static Map<String, Object> versioned() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("version", VERSION);
    return tree;
  }
}
