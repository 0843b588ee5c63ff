package dev.memenem.template;

import dev.memenem.template.Panel.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Panels for a format of which only the number of texts is known: classic captions stacked from top
 * to bottom, the first two at the top and the bottom edge.
 */
public final class PlainPanels {
  /** More boxes than any known format has; a larger number is nonsense from upstream. */
  public static final int MOST = 12;

  private static final double MARGIN = 0.03;
  private static final double GAP = 0.02;

  private PlainPanels() {}

  /**
   * @param count 1 to {@link #MOST}
   */
  public static List<Panel> of(int count) {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(count + " panels");
    }
    List<Panel> panels = new ArrayList<>();
    double height = count <= 2 ? 0.24 : (1 - 2 * MARGIN - (count - 1) * GAP) / count;
    for (int i = 0; i < count; i++) {
      double y =
          count == 1 || (count == 2 && i == 1) ? 1 - MARGIN - height : MARGIN + i * (height + GAP);
      panels.add(
          new Panel(
              role(i, count),
              guide(i, count),
              Optional.empty(),
              count <= 2 ? 7 : 4,
              count <= 2 ? 14 : 8,
              Look.CLASSIC,
              new Box(MARGIN, y, 1 - 2 * MARGIN, height, 0)));
    }
    return List.copyOf(panels);
  }

  private static String role(int index, int count) {
    if (count == 1) {
      return "punchline";
    }
    if (index == 0) {
      return "setup";
    }
    return index == count - 1 ? "punchline" : count == 3 ? "turn" : "turn_" + index;
  }

  private static String guide(int index, int count) {
    if (count == 1) {
      return "The whole joke in one line.";
    }
    if (index == 0) {
      return "What everybody expects or knows.";
    }
    return index == count - 1 ? "What makes it funny." : "The next step of the joke.";
  }
}
