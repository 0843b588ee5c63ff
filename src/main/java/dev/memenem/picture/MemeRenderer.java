package dev.memenem.picture;

import dev.memenem.picture.Fonts.Voice;
import dev.memenem.picture.Typesetter.TextBlock;
import dev.memenem.template.Box;
import dev.memenem.template.Panel;
import dev.memenem.template.Template;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Draws memes. Every text gets the largest size at which it fits its panel's box, in balanced
 * lines; it is never clipped. Thread safe.
 */
public final class MemeRenderer {
  /** Texts smaller than this many pixels are hard to read; the user is told. */
  public static final int READABLE = 10;

  /** Largest text, as a share of the picture's mean side. */
  private static final double LARGEST_LOUD = 0.145;

  private static final double LARGEST_PLAIN = 0.1;

  private final Fonts fonts;

  public MemeRenderer(Fonts fonts) {
    this.fonts = fonts;
  }

  /**
   * Draws a meme.
   *
   * @param blank the template's picture; the same one may be used for many memes, by many threads,
   *     and is decoded once
   * @param texts one a panel in the order of the panels; a missing or empty one draws nothing
   * @throws PictureException when the blank cannot be decoded, or when there are more texts than
   *     panels
   */
  public RenderedMeme render(
      Template template, Picture blank, List<String> texts, RenderOptions options) {
    if (texts.size() > template.panels().size()) {
      throw new PictureException(
          "%s has %d text boxes; %d texts were given"
              .formatted(template.name(), template.panels().size(), texts.size()));
    }
    PictureFormat format =
        options.format().orElse(blank.animated() ? PictureFormat.GIF : PictureFormat.PNG);
    int natural =
        blank.animated() && format == PictureFormat.GIF
            ? Math.min(blank.width(), RenderOptions.MOST_WIDTH)
            : Math.max(
                RenderOptions.LEAST_WIDTH, Math.min(blank.width(), RenderOptions.MOST_WIDTH));
    int width = options.width().orElse(natural);
    int height = blank.heightAt(width);
    if ((long) width * height > PictureHeader.MOST_PIXELS) {
      throw new PictureException(
          "a picture of %d × %d pixels is too large to draw".formatted(width, height));
    }
    Set<String> warnings = new LinkedHashSet<>();
    List<SetText> set = setTexts(template, texts, width, height, warnings);
    byte[] bytes =
        format == PictureFormat.GIF && blank.animated()
            ? animation(blank, set, width, height, options)
            : still(blank, set, width, format, options);
    return new RenderedMeme(bytes, width, height, format, new ArrayList<>(warnings));
  }

  /** A text where it will be drawn. */
  record SetText(Panel panel, TextBlock block, AffineTransform place) {}

  /** Sets every text without drawing anything. */
  List<SetText> setTexts(
      Template template, List<String> texts, int width, int height, Set<String> warnings) {
    List<SetText> set = new ArrayList<>();
    Set<String> missing = new LinkedHashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      Panel panel = template.panels().get(i);
      if (texts.get(i).isBlank()) {
        continue;
      }
      SetText text = set(panel, texts.get(i), width, height);
      missing.addAll(text.block().missing());
      if (text.block().size() > 0) {
        set.add(text);
        if (text.block().size() < READABLE) {
          warnings.add(
              "the text \"%s\" came out %.0f pixels high; a shorter one can be read"
                  .formatted(panel.role(), Math.max(1, Math.floor(text.block().size()))));
        }
      }
    }
    if (!missing.isEmpty()) {
      warnings.add("no font has " + named(missing) + "; left out");
    }
    return set;
  }

  private static String named(Set<String> clusters) {
    List<String> names =
        clusters.stream().limit(5).map(c -> "%s (U+%04X)".formatted(c, c.codePointAt(0))).toList();
    return String.join(", ", names)
        + (clusters.size() > 5 ? " and %d more".formatted(clusters.size() - 5) : "");
  }

  private SetText set(Panel panel, String text, int width, int height) {
    Box box = panel.box();
    double side = Math.sqrt((double) width * height);
    Voice voice = panel.look().upper() || outlined(panel) ? Voice.LOUD : Voice.PLAIN;
    double largest = side * (voice == Voice.LOUD ? LARGEST_LOUD : LARGEST_PLAIN);
    String shown = panel.look().upper() ? text.toUpperCase(Locale.ROOT) : text;
    double w = box.width() * width;
    double h = box.height() * height;
    double centreX = (box.x() + box.width() / 2) * width;
    double centreY = (box.y() + box.height() / 2) * height;
    SetText set = null;
    // a turned box may reach out of the picture; its text may not
    for (double share = 1; share > 0.2; share -= 0.1) {
      TextBlock block =
          new Typesetter(fonts, voice, outlined(panel))
              .set(shown, w * share, h * share, largest, panel.look().align());
      AffineTransform place = AffineTransform.getTranslateInstance(centreX, centreY);
      place.rotate(Math.toRadians(box.angle()));
      place.translate(-w * share / 2, -h * share / 2);
      set = new SetText(panel, block, place);
      Rectangle2D ink = place.createTransformedShape(block.ink()).getBounds2D();
      if (box.angle() == 0
          || block.ink().isEmpty()
          || new Rectangle2D.Double(0, 0, width, height).contains(ink)) {
        break;
      }
    }
    return set;
  }

  /** As the catalogue says: white has a black outline, every other colour none. */
  private static boolean outlined(Panel panel) {
    return panel.look().color().equals("white");
  }

  private static byte[] still(
      Picture blank, List<SetText> set, int width, PictureFormat format, RenderOptions options) {
    return blank.drawn(
        width,
        canvas -> {
          TextPainter.draw(set, canvas.pen());
          return switch (format) {
            case PNG -> PngWriter.write(canvas, options.embedded());
            case JPG -> JpegWriter.write(canvas, options.embedded());
            case GIF -> {
              GifWriter writer =
                  new GifWriter(canvas.width(), canvas.height(), false, options.embedded());
              writer.frame(canvas, 0);
              yield writer.finish();
            }
          };
        });
  }

  private static byte[] animation(
      Picture blank, List<SetText> set, int width, int height, RenderOptions options) {
    GifWriter writer = new GifWriter(width, height, true, options.embedded());
    BufferedImage layer = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    TextPainter.draw(set, layer.createGraphics());
    try (Frames frames = blank.frames()) {
      while (frames.hasNext()) {
        Frames.Frame frame = frames.next();
        Canvas canvas = Canvas.of(frame.image()).scaled(width, height);
        Graphics2D pen = canvas.pen();
        pen.drawImage(layer, 0, 0, null);
        pen.dispose();
        writer.frame(canvas, frame.delay());
      }
      return writer.finish();
    } catch (IOException e) {
      throw new PictureException("the animation is damaged and cannot be decoded", e);
    }
  }
}
