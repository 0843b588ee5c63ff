package dev.memenem.template;

import dev.memenem.json.JsonException;
import dev.memenem.json.Tree;
import dev.memenem.template.Panel.Align;
import dev.memenem.template.Panel.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one form of a template in JSON: in catalogue files, in users' files, in caches and in jobs.
 */
public final class TemplateJson {
  private TemplateJson() {}

  /**
   * Reads a template; what may be missing has its default.
   *
   * @throws JsonException when it is no template; the message says which field is wrong
   */
  public static Template read(Tree tree) {
    String id = required(tree, "id");
    try {
      Tree image = tree.get("image");
      return new Template(
          id,
          required(tree, "name"),
          tree.get("source").text("builtin"),
          new Template.Image(
              image.get("url").optionalText(),
              image.get("width").integer(0),
              image.get("height").integer(0)),
          new Template.Meaning(
              tree.get("other_names").texts(),
              tree.get("tags").texts(),
              tree.get("characters").texts(),
              tree.get("tone").text(),
              tree.get("situation").text(),
              tree.get("structure").text("setup_punchline"),
              tree.get("page").text(),
              examples(tree.get("examples"))),
          panels(tree.get("panels")),
          tree.get("popularity").number(0));
    } catch (IllegalArgumentException e) {
      throw new JsonException(id + ": " + e.getMessage());
    }
  }

  // Loops, not streams: the whole catalogue is read by a process that has just started.

  private static List<List<String>> examples(Tree tree) {
    List<List<String>> examples = new ArrayList<>();
    for (Tree example : tree.items()) {
      examples.add(example.texts());
    }
    return examples;
  }

  private static List<Panel> panels(Tree tree) {
    List<Panel> panels = new ArrayList<>();
    for (Tree panel : tree.items()) {
      panels.add(panel(panel));
    }
    return panels;
  }

  private static Panel panel(Tree tree) {
    List<Tree> box = tree.get("box").items();
    if (box.size() != 4) {
      throw new JsonException("box is not [x, y, width, height]");
    }
    return new Panel(
        required(tree, "role"),
        tree.get("guide").text(),
        tree.get("frame").optionalText(),
        tree.get("usual_words").integer(6),
        tree.get("max_words").integer(14),
        new Look(
            tree.get("upper").flag(false),
            tree.get("color").text("black"),
            align(tree.get("align").text("center"))),
        new Box(
            box.get(0).number(-1),
            box.get(1).number(-1),
            box.get(2).number(-1),
            box.get(3).number(-1),
            tree.get("angle").number(0)));
  }

  private static Align align(String id) {
    for (Align align : Align.values()) {
      if (align.id().equals(id)) {
        return align;
      }
    }
    throw new JsonException("align is \"" + id + "\"");
  }

  private static String required(Tree tree, String field) {
    String text = tree.get(field).text();
    if (text.isBlank()) {
      throw new JsonException("a template without \"" + field + "\"");
    }
    return text;
  }

  /** The tree that {@link #read} reads back as the same template. */
  public static Map<String, Object> write(Template template) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", template.id());
    tree.put("name", template.name());
    tree.put("source", template.source());
    Map<String, Object> image = new LinkedHashMap<>();
    template.image().url().ifPresent(url -> image.put("url", url));
    image.put("width", template.image().width());
    image.put("height", template.image().height());
    tree.put("image", image);
    Template.Meaning meaning = template.meaning();
    tree.put("other_names", meaning.otherNames());
    tree.put("tags", meaning.tags());
    tree.put("characters", meaning.characters());
    tree.put("tone", meaning.tone());
    tree.put("situation", meaning.situation());
    tree.put("structure", meaning.structure());
    tree.put("page", meaning.page());
    tree.put("popularity", template.popularity());
    tree.put("panels", template.panels().stream().map(TemplateJson::panel).toList());
    tree.put("examples", meaning.examples());
    return tree;
  }

  private static Map<String, Object> panel(Panel panel) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("role", panel.role());
    tree.put("guide", panel.guide());
    panel.frame().ifPresent(frame -> tree.put("frame", frame));
    tree.put("usual_words", panel.usualWords());
    tree.put("max_words", panel.maxWords());
    tree.put("upper", panel.look().upper());
    tree.put("color", panel.look().color());
    tree.put("align", panel.look().align().id());
    Box box = panel.box();
    tree.put("box", List.of(box.x(), box.y(), box.width(), box.height()));
    tree.put("angle", box.angle());
    return tree;
  }
}
