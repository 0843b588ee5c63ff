package dev.memenem.view;

import dev.memenem.template.Panel;
import dev.memenem.template.SourceReport;
import dev.memenem.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Templates as JSON trees. */
public final class TemplateDocument {
  private TemplateDocument() {}

  /** A list; {@code sources} says what each source answered. */
  public static Map<String, Object> list(
      List<Template> templates, List<Map<String, Object>> sources) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("success", true);
    document.put("count", templates.size());
    document.put("templates", templates.stream().map(TemplateDocument::of).toList());
    document.put("sources", sources);
    return document;
  }

  /** One template in a list. */
  static Map<String, Object> of(Template template) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("template_id", template.id());
    tree.put("name", template.name());
    tree.put("url", url(template));
    tree.put("tags", template.meaning().tags());
    tree.put("popularity", template.popularity());
    tree.put("source", template.source());
    tree.put("box_count", template.panels().size());
    tree.put("width", template.image().width());
    tree.put("height", template.image().height());
    tree.put("characters", template.meaning().characters());
    List<Map<String, Object>> panels = new ArrayList<>();
    for (Panel panel : template.panels()) {
      panels.add(panel(panel, panels.size() + 1));
    }
    tree.put("panels", panels);
    return tree;
  }

  /** Everything known of one template. */
  static Map<String, Object> whole(Template template) {
    Map<String, Object> tree = of(template);
    Template.Meaning meaning = template.meaning();
    tree.put("other_names", meaning.otherNames());
    tree.put("tone", meaning.tone());
    tree.put("situation", meaning.situation());
    tree.put("structure", meaning.structure());
    tree.put("page", meaning.page().isEmpty() ? null : meaning.page());
    tree.put("examples", meaning.examples());
    return tree;
  }

  /** One template with everything known of it, in the form of a list. */
  public static Map<String, Object> single(Template template, List<Map<String, Object>> sources) {
    Map<String, Object> document = list(List.of(), sources);
    document.put("count", 1);
    document.put("templates", List.of(whole(template)));
    return document;
  }

  private static Map<String, Object> panel(Panel panel, int number) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("panel", "panel_" + number);
    tree.put("role", panel.role());
    tree.put("guide", panel.guide());
    tree.put("frame", panel.frame().orElse(null));
    tree.put("usual_words", panel.usualWords());
    tree.put("max_words", panel.maxWords());
    tree.put("x", panel.box().x());
    tree.put("y", panel.box().y());
    tree.put("width", panel.box().width());
    tree.put("height", panel.box().height());
    tree.put("angle", panel.box().angle());
    return tree;
  }

  /** What one source said. */
  public static Map<String, Object> source(SourceReport report) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("source", report.source());
    tree.put("state", report.state().id());
    tree.put("cached", report.cached());
    tree.put("stale", report.stale());
    tree.put("fetched_at", JobDocument.instant(report.fetchedAt()));
    tree.put("until", JobDocument.instant(report.until()));
    tree.put("detail", report.detail().isEmpty() ? null : report.detail());
    return tree;
  }

  /** Where the blank is; null when there is no picture to fetch. */
  static String url(Template template) {
    return template.image().url().orElse(null);
  }
}
