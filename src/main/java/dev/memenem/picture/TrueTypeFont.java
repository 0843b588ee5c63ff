package dev.memenem.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.nio.ByteBuffer;

/**
 * Reads outlines, widths and kerning of a TrueType font (tables {@code cmap}, {@code glyf}, {@code
 * hmtx}, {@code kern}, {@code GPOS}). Needs no fontconfig and no native library, unlike AWT's
 * fonts, and starts faster. All measures are in em, y grows downwards. Immutable; thread safe.
 */
final class TrueTypeFont {
  private final FontTables font;
  private final double em;
  private final boolean longLoca;
  private final int glyphs;
  private final int wideMetrics;
  private final CharacterMap characters;
  private final PairKerning kerning;
  private final int loca;
  private final int glyf;
  private final int hmtx;

  /**
   * @param bytes the whole file; the first font of a collection is used
   * @throws PictureException when it is no TrueType font
   */
  TrueTypeFont(ByteBuffer bytes) {
    try {
      font = new FontTables(bytes);
      if (!font.hasTrueTypeOutlines()) {
        throw new PictureException("not a TrueType font");
      }
      em = font.u16(font.start("head") + 18);
      longLoca = font.u16(font.start("head") + 50) != 0;
      glyphs = font.u16(font.start("maxp") + 4);
      wideMetrics = font.u16(font.start("hhea") + 34);
      glyf = font.start("glyf");
      loca = font.start("loca");
      hmtx = font.start("hmtx");
      characters = new CharacterMap(font);
      kerning = new PairKerning(font);
    } catch (IndexOutOfBoundsException e) {
      throw new PictureException("a damaged font", e);
    }
  }

  /** The glyph of a character, 0 when the font has none. */
  int glyph(int codePoint) {
    return characters.glyph(codePoint);
  }

  /** How far the pen moves. */
  double advance(int glyph) {
    int index = Math.min(glyph, wideMetrics - 1);
    return font.u16(hmtx + 4 * index) / em;
  }

  /** What is added between two glyphs, usually negative. */
  double kern(int left, int right) {
    return kerning.between(left, right) / em;
  }

  /** The outline with its origin on the baseline; empty for a blank. */
  Path2D outline(int glyph) {
    Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    append(path, glyph, AffineTransform.getScaleInstance(1 / em, -1 / em), 0);
    return path;
  }

  private void append(Path2D path, int glyph, AffineTransform place, int depth) {
    if (glyph >= glyphs || depth > 5) {
      return;
    }
    int from = longLoca ? font.i32(loca + 4 * glyph) : 2 * font.u16(loca + 2 * glyph);
    int to = longLoca ? font.i32(loca + 4 * glyph + 4) : 2 * font.u16(loca + 2 * glyph + 2);
    if (to <= from) {
      return;
    }
    int at = glyf + from;
    int contours = font.i16(at);
    if (contours >= 0) {
      simple(path, at + 10, contours, place);
    } else {
      composite(path, at + 10, place, depth);
    }
  }

  private void composite(Path2D path, int start, AffineTransform place, int depth) {
    int at = start;
    int flags;
    do {
      flags = font.u16(at);
      int part = font.u16(at + 2);
      at += 4;
      boolean words = (flags & 1) != 0;
      boolean offsets = (flags & 2) != 0;
      double dx = !offsets ? 0 : words ? font.i16(at) : font.i8(at);
      double dy = !offsets ? 0 : words ? font.i16(at + 2) : font.i8(at + 1);
      at += words ? 4 : 2;
      double xx = 1;
      double yx = 0;
      double xy = 0;
      double yy = 1;
      if ((flags & 8) != 0) {
        xx = f2dot14(at);
        yy = xx;
        at += 2;
      } else if ((flags & 0x40) != 0) {
        xx = f2dot14(at);
        yy = f2dot14(at + 2);
        at += 4;
      } else if ((flags & 0x80) != 0) {
        xx = f2dot14(at);
        yx = f2dot14(at + 2);
        xy = f2dot14(at + 4);
        yy = f2dot14(at + 6);
        at += 8;
      }
      AffineTransform inner = new AffineTransform(place);
      inner.concatenate(new AffineTransform(xx, yx, xy, yy, dx, dy));
      append(path, part, inner, depth + 1);
    } while ((flags & 0x20) != 0);
  }

  private void simple(Path2D path, int start, int contours, AffineTransform place) {
    int points = contours == 0 ? 0 : font.u16(start + 2 * contours - 2) + 1;
    int at = start + 2 * contours;
    at += 2 + font.u16(at);
    int[] flags = new int[points];
    for (int i = 0; i < points; i++) {
      int flag = font.u8(at++);
      flags[i] = flag;
      for (int repeat = (flag & 8) != 0 ? font.u8(at++) : 0;
          repeat > 0 && i + 1 < points;
          repeat--) {
        flags[++i] = flag;
      }
    }
    double[] xy = new double[2 * points];
    for (int axis = 0; axis < 2; axis++) {
      int small = axis == 0 ? 2 : 4;
      int same = axis == 0 ? 16 : 32;
      int value = 0;
      for (int i = 0; i < points; i++) {
        if ((flags[i] & small) != 0) {
          int step = font.u8(at++);
          value += (flags[i] & same) != 0 ? step : -step;
        } else if ((flags[i] & same) == 0) {
          value += font.i16(at);
          at += 2;
        }
        xy[2 * i + axis] = value;
      }
    }
    place.transform(xy, 0, xy, 0, points);
    int first = 0;
    for (int c = 0; c < contours; c++) {
      int last = font.u16(start + 2 * c);
      contour(path, flags, xy, first, last);
      first = last + 1;
    }
  }

  /** Quadratic curves; between two control points the point on the curve is their middle. */
  private static void contour(Path2D path, int[] flags, double[] xy, int first, int last) {
    int count = last - first + 1;
    if (count < 2) {
      return;
    }
    int begin = first;
    while (begin <= last && (flags[begin] & 1) == 0) {
      begin++;
    }
    double startX;
    double startY;
    if (begin > last) {
      begin = first;
      startX = (xy[2 * last] + xy[2 * first]) / 2;
      startY = (xy[2 * last + 1] + xy[2 * first + 1]) / 2;
      begin--;
    } else {
      startX = xy[2 * begin];
      startY = xy[2 * begin + 1];
    }
    path.moveTo(startX, startY);
    boolean pending = false;
    double controlX = 0;
    double controlY = 0;
    int steps = begin < first ? count : count - 1;
    for (int s = 1; s <= steps; s++) {
      int i = first + Math.floorMod(begin - first + s, count);
      double x = xy[2 * i];
      double y = xy[2 * i + 1];
      boolean onCurve = (flags[i] & 1) != 0;
      if (onCurve && pending) {
        path.quadTo(controlX, controlY, x, y);
        pending = false;
      } else if (onCurve) {
        path.lineTo(x, y);
      } else {
        if (pending) {
          path.quadTo(controlX, controlY, (controlX + x) / 2, (controlY + y) / 2);
        }
        controlX = x;
        controlY = y;
        pending = true;
      }
    }
    if (pending) {
      path.quadTo(controlX, controlY, startX, startY);
    }
    path.closePath();
  }

  private double f2dot14(int at) {
    return font.i16(at) / 16384.0;
  }
}
