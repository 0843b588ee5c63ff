package dev.memenem.picture;

import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TrueType font, made wider, bolder or larger where that makes it sit well beside the others.
 *
 * @param font the font
 * @param scale size against the other fonts of the chain
 * @param stretch width against the font's own
 * @param bold em added around every outline
 */
record OutlineFace(
    TrueTypeFont font, double scale, double stretch, double bold, Map<Integer, Glyph> cache)
    implements Face {

  OutlineFace(TrueTypeFont font, double scale, double stretch, double bold) {
    this(font, scale, stretch, bold, new ConcurrentHashMap<>());
  }

  @Override
  public boolean covers(String text) {
    return text.codePoints().allMatch(c -> Clusters.isIgnorable(c) || font.glyph(c) != 0);
  }

  @Override
  public List<Glyph> glyphs(List<String> clusters, boolean rightToLeft) {
    List<Glyph> glyphs = new ArrayList<>();
    int before = 0;
    for (int i = 0; i < clusters.size(); i++) {
      String cluster = clusters.get(rightToLeft ? clusters.size() - 1 - i : i);
      for (int at = 0; at < cluster.length(); ) {
        int c = cluster.codePointAt(at);
        at += Character.charCount(c);
        if (Clusters.isIgnorable(c)) {
          continue;
        }
        int glyph = font.glyph(rightToLeft ? Clusters.mirrored(c) : c);
        if (before != 0 && !glyphs.isEmpty()) {
          double kern = font.kern(before, glyph) * scale * stretch;
          if (kern != 0) {
            glyphs.set(glyphs.size() - 1, glyphs.get(glyphs.size() - 1).moved(kern));
          }
        }
        glyphs.add(cache.computeIfAbsent(glyph, this::load));
        before = glyph;
      }
    }
    return glyphs;
  }

  private Glyph load(int glyph) {
    AffineTransform place = AffineTransform.getScaleInstance(scale * stretch, scale);
    return Glyph.of(
        place.createTransformedShape(font.outline(glyph)),
        font.advance(glyph) * scale * stretch + bold,
        bold);
  }
}
