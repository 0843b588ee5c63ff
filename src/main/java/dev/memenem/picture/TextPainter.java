package dev.memenem.picture;

import dev.memenem.picture.MemeRenderer.SetText;
import dev.memenem.picture.Typesetter.Placed;
import dev.memenem.picture.Typesetter.TextBlock;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws texts that were set, with the pen of a {@link Canvas}. */
final class TextPainter {
  private final Graphics2D pen;

  private TextPainter(Graphics2D pen) {
    this.pen = pen;
  }

  /**
   * Draws texts.
   *
   * @param pen takes colours with red and blue exchanged, and is disposed of
   */
  static void draw(List<SetText> texts, Graphics2D pen) {
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    TextPainter painter = new TextPainter(pen);
    AffineTransform upright = pen.getTransform();
    for (SetText text : texts) {
      pen.transform(text.place());
      painter.letters(text.block(), color(text.panel().look().color()));
      painter.emoji(text.block());
      pen.setTransform(upright);
    }
    pen.dispose();
  }

  private static Color color(String name) {
    return switch (name) {
      case "white" -> Color.WHITE;
      case "black" -> Color.BLACK;
      default -> {
        try {
          yield Color.decode(name);
        } catch (NumberFormatException e) {
          throw new PictureException("\"%s\" is no colour; #rrggbb is".formatted(name), e);
        }
      }
    };
  }

  private void letters(TextBlock block, Color color) {
    Path2D.Double letters = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double bold = 0;
    for (Placed placed : block.glyphs()) {
      Glyph glyph = placed.glyph();
      if (glyph.outline() != null) {
        AffineTransform place = AffineTransform.getTranslateInstance(placed.x(), placed.y());
        place.scale(block.size(), block.size());
        letters.append(glyph.outline().getPathIterator(place), false);
        bold = Math.max(bold, glyph.bold() * block.size());
      }
    }
    if (block.outline() > 0) {
      pen.setColor(Color.BLACK);
      pen.setStroke(stroke(block.outline() + bold));
      pen.draw(letters);
    }
    pen.setColor(Canvas.exchanged(color));
    if (bold > 0) {
      pen.setStroke(stroke(bold));
      pen.draw(letters);
    }
    pen.fill(letters);
  }

  private static BasicStroke stroke(double around) {
    return new BasicStroke((float) (2 * around), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  private void emoji(TextBlock block) {
    for (Placed placed : block.glyphs()) {
      BufferedImage small = placed.glyph().picture();
      if (small != null) {
        Rectangle2D ink = placed.glyph().ink();
        double scale = block.size() * ink.getWidth() / small.getWidth();
        for (; scale < 0.5 && small.getWidth() > 8; scale *= 2) {
          small = half(small);
        }
        AffineTransform place =
            AffineTransform.getTranslateInstance(
                placed.x() + ink.getX() * block.size(), placed.y() + ink.getY() * block.size());
        place.scale(
            block.size() * ink.getWidth() / small.getWidth(),
            block.size() * ink.getHeight() / small.getHeight());
        pen.drawImage(Canvas.exchanged(small), place, null);
      }
    }
  }

  private static BufferedImage half(BufferedImage image) {
    int w = Math.max(1, image.getWidth() / 2);
    int h = Math.max(1, image.getHeight() / 2);
    BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = out.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(image, 0, 0, w, h, null);
    g.dispose();
    return out;
  }
}
