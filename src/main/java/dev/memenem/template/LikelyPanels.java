package dev.memenem.template;

import dev.memenem.template.Panel.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The panels that a format most likely has, when only its number of texts and perhaps its
 * proportions and its name are known.
 *
 * @param structure the joke's structure that goes with the roles
 * @param panels as many as the format has texts
 */
public record LikelyPanels(String structure, List<Panel> panels) {
  /** More texts than any known format has; a larger number is nonsense from upstream. */
  public static final int MOST = 12;

  private static final double MARGIN = 0.02;
  private static final Pattern CHOICE =
      Pattern.compile(
          "drake|hotline|pooh|\\b(no|yes|dislike|like)\\b.*\\b(no|yes|dislike|like)\\b");
  private static final Pattern VERSUS = Pattern.compile("\\b(vs|versus|or)\\b");
  private static final Pattern STEPS = Pattern.compile("brain|expanding|levels?\\b|stages?\\b");

  /**
   * For a format of which nothing but its number of texts is known.
   *
   * @param count 1 to {@link #MOST}
   */
  public static List<Panel> of(int count) {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(count + " panels");
    }
    return of("", 1, count).panels();
  }

  static LikelyPanels of(Template template) {
    Template.Image image = template.image();
    boolean measured = image.width() > 0 && image.height() > 0;
    return of(
        template.name().toLowerCase(Locale.ROOT),
        measured ? (double) image.width() / image.height() : 1,
        template.panels().size());
  }

  private static LikelyPanels of(String name, double shape, int count) {
    if (count == 1) {
      return new LikelyPanels(
          "reaction",
          List.of(
              panel(
                  "trigger",
                  "What has just happened, so that the picture is the answer to it.",
                  cell(0, 0, 1, Math.min(0.3, 0.22 * Math.max(1, shape))))));
    }
    if (count == 2 && CHOICE.matcher(name).find()) {
      return new LikelyPanels(
          "reject_prefer",
          List.of(
              label("rejected", "What is waved away.", cell(0.5, 0, 0.5, 0.5)),
              label("preferred", "What is welcomed instead.", cell(0.5, 0.5, 0.5, 0.5))));
    }
    if (count == 2 && VERSUS.matcher(name).find()) {
      return new LikelyPanels(
          "comparison",
          List.of(
              panel("first", "The one on the left.", cell(0, 0.75, 0.5, 0.25)),
              panel("second", "The one on the right.", cell(0.5, 0.75, 0.5, 0.25))));
    }
    if (count == 2) {
      double height = Math.min(0.3, 0.22 * Math.max(1, shape));
      return new LikelyPanels(
          "setup_punchline",
          List.of(
              panel("setup", "What everybody expects or knows.", cell(0, 0, 1, height)),
              panel("punchline", "What breaks the expectation.", cell(0, 1 - height, 1, height))));
    }
    boolean steps = STEPS.matcher(name).find();
    return new LikelyPanels(
        steps ? "escalation" : "labelled_scene",
        many(
            steps ? "level_" : "label_",
            count,
            steps || shape < 0.8 ? 1 : shape > 1.4 ? count : 2));
  }

  /** A grid that is filled row by row, the texts at the lower edge of each cell. */
  private static List<Panel> many(String role, int count, int mostColumns) {
    int columns = Math.min(mostColumns, 4);
    int rows = (count + columns - 1) / columns;
    double width = 1.0 / columns;
    double height = 1.0 / rows;
    double text = Math.min(height, Math.max(0.12, 0.4 * height));
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int row = i / columns;
      panels.add(
          panel(
              role + (i + 1),
              i == count - 1 ? "The last, which makes the joke." : "The next in reading order.",
              cell(i % columns * width, (row + 1) * height - text, width, text)));
    }
    return panels;
  }

  private static Box cell(double x, double y, double width, double height) {
    double inner = Math.min(MARGIN, height / 8);
    return new Box(x + MARGIN, y + inner, width - 2 * MARGIN, height - 2 * inner, 0);
  }

  private static Panel panel(String role, String guide, Box box) {
    return words(role, guide, Look.CLASSIC, box);
  }

  private static Panel label(String role, String guide, Box box) {
    return words(role, guide, Look.LABEL, box);
  }

  private static Panel words(String role, String guide, Look look, Box box) {
    int most = box.width() > 0.6 ? 14 : box.height() > 0.3 ? 12 : 6;
    return new Panel(role, guide, Optional.empty(), (most + 1) / 2, most, look, box);
  }
}
