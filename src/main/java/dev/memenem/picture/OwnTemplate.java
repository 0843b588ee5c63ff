package dev.memenem.picture;

import dev.memenem.template.Box;
import dev.memenem.template.Panel;
import dev.memenem.template.Panel.Look;
import dev.memenem.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a template of any picture: classic captions at the top and the bottom. */
public final class OwnTemplate {
  /** As many texts as can stand on a picture without hiding it. */
  public static final int MOST_TEXTS = 6;

  private static final double HEIGHT = 0.22;

  private OwnTemplate() {}

  /**
   * One text stands at the bottom, two at the top and the bottom, more are spread between them.
   *
   * @param id names it in results
   * @param name shown to people
   * @param url where the picture is; empty for one that came through stdin
   * @param texts how many, 1 to {@link #MOST_TEXTS}
   */
  public static Template of(
      String id, String name, Optional<String> url, Picture picture, int texts) {
    if (texts < 1 || texts > MOST_TEXTS) {
      throw new PictureException(
          "%d texts were given; 1 to %d fit on a picture".formatted(texts, MOST_TEXTS));
    }
    double height = Math.min(HEIGHT, 0.92 / texts);
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < texts; i++) {
      double y = texts == 1 ? 0.98 - height : 0.02 + i * (0.96 - height) / (texts - 1);
      String role =
          texts == 1
              ? "caption"
              : texts == 2 ? (i == 0 ? "setup" : "punchline") : "text_" + (i + 1);
      panels.add(
          new Panel(
              role, "", Optional.empty(), 6, 14, Look.CLASSIC, new Box(0.02, y, 0.96, height, 0)));
    }
    return new Template(
        id,
        name,
        "file",
        new Template.Image(url, picture.width(), picture.height()),
        Template.Meaning.UNKNOWN,
        panels,
        0);
  }
}
