package dev.memenem.view;

import dev.memenem.template.Panel;
import dev.memenem.template.Template;
import dev.memenem.view.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Templates for people. */
public final class TemplateScreen {
  private static final int LABEL = 12;
  private static final int WIDE = 110;

  private TemplateScreen() {}

  /** A row each; what a format is for only where it leaves the names room. */
  public static String list(List<Template> templates, Screen screen) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.of("ID").inked(screen::accent),
                Column.flexible("NAME"),
                Column.number("PANELS"),
                Column.number("POP"),
                Column.of("SOURCE")));
    if (screen.width() >= WIDE) {
      columns.add(Column.flexible("FOR"));
    }
    Table table = new Table(columns);
    for (Template template : templates) {
      Template.Meaning meaning = template.meaning();
      table.row(
          template.id(),
          template.name(),
          template.panels().size(),
          "%.0f".formatted(template.popularity()),
          template.source(),
          meaning.situation().isEmpty() ? String.join(", ", meaning.tags()) : meaning.situation());
    }
    return table.render(screen);
  }

  /** Everything known of one. */
  public static String whole(Template template, Screen screen) {
    Template.Meaning meaning = template.meaning();
    StringBuilder out = new StringBuilder();
    out.append(screen.bold(Columns.safe(template.name())))
        .append("  ")
        .append(screen.accent(Columns.safe(template.id())))
        .append('\n');
    field(out, "for", meaning.situation(), screen);
    field(out, "tone", meaning.tone(), screen);
    field(out, "structure", meaning.structure().replace('_', ' '), screen);
    field(out, "characters", String.join(", ", meaning.characters()), screen);
    field(out, "tags", String.join(", ", meaning.tags()), screen);
    field(out, "also", String.join(", ", meaning.otherNames()), screen);
    field(out, "source", template.source() + popularity(template), screen);
    field(out, "picture", picture(template), screen);
    field(out, "page", meaning.page(), screen);
    int number = 0;
    for (Panel panel : template.panels()) {
      number++;
      out.append('\n')
          .append(screen.bold("panel " + number))
          .append("  ")
          .append(Columns.safe(panel.role().replace('_', ' ')))
          .append('\n');
      field(out, "room", facts(panel), screen);
      field(out, "text", panel.guide(), screen);
      field(out, "says", panel.frame().orElse(""), screen);
    }
    out.append(meaning.examples().isEmpty() ? "" : "\n");
    for (List<String> example : meaning.examples()) {
      field(out, "example", String.join(screen.either(" · ", " | "), example), screen);
    }
    return out.toString();
  }

  private static String popularity(Template template) {
    return String.format(Locale.ROOT, ", popularity %.0f of 100", template.popularity());
  }

  private static String picture(Template template) {
    Template.Image image = template.image();
    String size = image.width() > 0 ? " (%d x %d)".formatted(image.width(), image.height()) : "";
    if (image.isDrawn()) {
      return "drawn by memenem" + size;
    }
    return image.url().map(url -> url + size).orElse("none known" + size);
  }

  private static String facts(Panel panel) {
    return String.format(
        Locale.ROOT,
        "%d words, at most %d; at %.0f%%, %.0f%% of %.0f%% x %.0f%%%s",
        panel.usualWords(),
        panel.maxWords(),
        panel.box().x() * 100,
        panel.box().y() * 100,
        panel.box().width() * 100,
        panel.box().height() * 100,
        panel.look().upper() ? "; capitals" : "");
  }

  private static void field(StringBuilder out, String label, String text, Screen screen) {
    if (text.isBlank()) {
      return;
    }
    boolean first = true;
    for (String line : Columns.wrap(Columns.safe(text), screen.atMost(120).width() - LABEL)) {
      out.append(screen.dim(Columns.fit(first ? label : "", LABEL, screen)))
          .append(line)
          .append('\n');
      first = false;
    }
  }
}
