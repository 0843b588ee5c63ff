package dev.memenem.picture;

import dev.memenem.template.Panel;
import dev.memenem.template.Template;
import java.util.ArrayList;
import java.util.List;

/** Says what a meme shows, for those who cannot see it. */
public final class AltText {
  private AltText() {}

  /** The template and its captions, each with its part in the joke. */
  public static String of(Template template, List<String> texts) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < texts.size() && i < template.panels().size(); i++) {
      Panel panel = template.panels().get(i);
      String text = texts.get(i).strip().replaceAll("\\s+", " ");
      if (!text.isEmpty()) {
        String role = panel.role().replace('_', ' ');
        parts.add(
            template.panels().size() == 1 ? "“%s”".formatted(text) : role + ": “" + text + "”");
      }
    }
    String head = "“%s” meme".formatted(template.name());
    return parts.isEmpty() ? head + "." : head + " – " + String.join("; ", parts) + ".";
  }
}
