package dev.memenem.picture;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * Something to draw at the pen: an outline or a small picture. All measures in em, the origin on
 * the baseline, y grows downwards.
 *
 * @param outline the shape; null for a picture
 * @param picture an emoji; null for an outline
 * @param advance how far the pen moves
 * @param ink where it leaves marks, boldness included; empty for a blank
 * @param bold how much is added around the outline
 */
record Glyph(Shape outline, BufferedImage picture, double advance, Rectangle2D ink, double bold) {

  static Glyph of(Shape outline, double advance, double bold) {
    Rectangle2D bounds = outline.getBounds2D();
    if (!bounds.isEmpty()) {
      bounds.setRect(
          bounds.getX() - bold,
          bounds.getY() - bold,
          bounds.getWidth() + 2 * bold,
          bounds.getHeight() + 2 * bold);
    }
    return new Glyph(outline, null, advance, bounds, bold);
  }

  Glyph moved(double more) {
    return new Glyph(outline, picture, advance + more, ink, bold);
  }
}
