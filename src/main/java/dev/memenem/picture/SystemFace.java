package dev.memenem.picture;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.util.List;
import java.util.Optional;

/**
 * A font drawn by AWT: installed ones for scripts that our own do not have, or a user's with
 * PostScript outlines. Without fontconfig, or without any installed font, AWT cannot be asked at
 * all; then there is no such face. Thread safe.
 */
record SystemFace(Font font) implements Face {
  private static final FontRenderContext PLAIN = new FontRenderContext(null, true, true);
  private static final float EM = 100;

  /** What the system has, chosen by AWT for each character. */
  static Optional<Face> installed() {
    return guarded(new Font(Font.SANS_SERIF, Font.BOLD, (int) EM));
  }

  /** A face that has been tried once, so that a broken AWT is noticed here and not later. */
  static Optional<Face> guarded(Font font) {
    try {
      Font sized = font.deriveFont(EM);
      sized.canDisplay('a');
      return Optional.of(new SystemFace(sized));
    } catch (RuntimeException | LinkageError | InternalError e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean covers(String text) {
    return text.codePoints().allMatch(c -> Clusters.isIgnorable(c) || font.canDisplay(c));
  }

  @Override
  public List<Glyph> glyphs(List<String> clusters, boolean rightToLeft) {
    char[] text = String.join("", clusters).toCharArray();
    int direction = rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
    GlyphVector run = font.layoutGlyphVector(PLAIN, text, 0, text.length, direction);
    return List.of(
        Glyph.of(
            java.awt.geom.AffineTransform.getScaleInstance(1 / EM, 1 / EM)
                .createTransformedShape(run.getOutline()),
            run.getLogicalBounds().getWidth() / EM,
            0));
  }
}
