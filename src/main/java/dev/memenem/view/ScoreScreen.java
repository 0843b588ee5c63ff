package dev.memenem.view;

import dev.memenem.virality.Virality;
import java.util.Locale;

/** A score for people. */
public final class ScoreScreen {
  private ScoreScreen() {}

  public static String of(Virality virality, Screen screen) {
    StringBuilder out = new StringBuilder();
    out.append(screen.bold(String.format(Locale.ROOT, "%.1f", virality.score())))
        .append(screen.dim("  of 100: its rank among captions on such a template"))
        .append('\n');
    for (Virality.Factor factor : virality.factors()) {
      String effect = String.format(Locale.ROOT, "%+6.1f", factor.effect());
      out.append(factor.effect() < 0 ? screen.warn(effect) : screen.good(effect))
          .append("  ")
          .append(Columns.safe(factor.factor()))
          .append('\n');
    }
    return out.toString();
  }
}
