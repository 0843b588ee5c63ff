package dev.memenem.picture;

import dev.memenem.picture.Fonts.Shaped;
import dev.memenem.picture.Fonts.Voice;
import dev.memenem.picture.TextFitter.Fit;
import dev.memenem.picture.TextFitter.Line;
import dev.memenem.picture.TextFitter.Type;
import dev.memenem.picture.TextFitter.Word;
import dev.memenem.template.Panel.Align;
import java.awt.geom.Rectangle2D;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Sets one text into one box: words are shaped, fitted, and their glyphs placed. */
final class Typesetter {
  /** Ink of the outline around a letter, in em. */
  static final double OUTLINE = 0.05;

  /** A text smaller than this share of the wanted size may have its longest words broken. */
  private static final double SMALL = 0.5;

  /** Breaking a word must make the text this much larger. */
  private static final double WORTH_BREAKING = 1.5;

  private final Fonts fonts;
  private final Voice voice;
  private final double outline;
  private final Set<String> missing = new LinkedHashSet<>();
  private double dash;

  /**
   * @param outlined true when letters have an outline
   */
  Typesetter(Fonts fonts, Voice voice, boolean outlined) {
    this.fonts = fonts;
    this.voice = voice;
    outline = outlined ? OUTLINE : 0;
  }

  /** A glyph and where its pen stands, in pixels of the box. */
  record Placed(Glyph glyph, double x, double y) {}

  /**
   * A text in its box.
   *
   * @param size pixels an em; 0 when there was nothing to set
   * @param outline pixels around every letter
   * @param ink where it leaves marks, outline included, in pixels of the box
   * @param missing characters that no font has
   */
  record TextBlock(
      double size, double outline, List<Placed> glyphs, Rectangle2D ink, Set<String> missing) {}

  /** A word, or a part of one where it may be broken. */
  private record Piece(String text, Shaped shaped, Word word, boolean glued, boolean hyphen) {}

  /**
   * Sets a text.
   *
   * @param text line breaks in it are kept
   * @param width of the box in pixels
   * @param height of the box in pixels
   * @param largest size wanted
   */
  TextBlock set(String text, double width, double height, double largest, Align align) {
    String clean = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    boolean rightToLeft = startsRightToLeft(clean);
    List<List<Piece>> paragraphs =
        clean.lines().map(line -> words(line.strip(), rightToLeft)).toList();
    double edge = Math.min(0.04 * Math.min(width, height), 9);
    double room = width - 2 * edge;
    double space = height - 2 * edge;
    Type type = measure(paragraphs);
    Fit fit = TextFitter.fit(plain(paragraphs), type, room, space, largest);
    if (fit.size() > 0 && fit.size() < SMALL * largest) {
      double longest = 0.4 * room / fit.size();
      List<List<Piece>> broken =
          paragraphs.stream().map(words -> broken(words, longest, rightToLeft)).toList();
      Fit other = TextFitter.fit(plain(broken), type, room, space, largest);
      if (other.size() > WORTH_BREAKING * fit.size()) {
        paragraphs = broken;
        fit = other;
      }
    }
    return place(
        paragraphs,
        fit,
        type,
        new Rectangle2D.Double(0, 0, width, height),
        edge,
        align,
        rightToLeft);
  }

  private static List<Word[]> plain(List<List<Piece>> paragraphs) {
    return paragraphs.stream()
        .map(words -> words.stream().map(Piece::word).toArray(Word[]::new))
        .toList();
  }

  private List<Piece> words(String line, boolean rightToLeft) {
    List<Piece> words = new ArrayList<>();
    for (String text : line.split("[ \\t]+")) {
      List<String> clusters = Clusters.of(text);
      StringBuilder part = new StringBuilder();
      boolean glued = false;
      for (int i = 0; i < clusters.size(); i++) {
        part.append(clusters.get(i));
        if (i + 1 == clusters.size()
            || Clusters.mayBreakBetween(clusters.get(i), clusters.get(i + 1))) {
          piece(part.toString(), glued, false, rightToLeft, words);
          part.setLength(0);
          glued = true;
        }
      }
    }
    return words;
  }

  /** The same words, those longer than so many em in single characters. */
  private List<Piece> broken(List<Piece> words, double longest, boolean rightToLeft) {
    List<Piece> broken = new ArrayList<>();
    for (Piece whole : words) {
      if (whole.word().width() <= longest) {
        broken.add(whole);
        continue;
      }
      List<String> clusters = Clusters.of(whole.text());
      for (int i = 0; i < clusters.size(); i++) {
        boolean hyphen =
            i > 1
                && i < clusters.size() - 1
                && letter(clusters.get(i - 1))
                && letter(clusters.get(i));
        piece(clusters.get(i), i > 0 || whole.glued(), hyphen, rightToLeft, broken);
      }
    }
    return broken;
  }

  private static boolean letter(String cluster) {
    int c = cluster.codePointAt(0);
    return Character.isLetter(c) && c < 0x590;
  }

  private void piece(
      String text, boolean glued, boolean hyphen, boolean rightToLeft, List<Piece> pieces) {
    Shaped shaped = fonts.shape(text, voice, rightToLeft);
    missing.addAll(shaped.missing());
    if (!shaped.glyphs().isEmpty()) {
      double gap = glued ? 0 : fonts.blank(voice);
      double dash = hyphen ? dash() : 0;
      pieces.add(new Piece(text, shaped, new Word(shaped.advance(), gap, dash), glued, hyphen));
    }
  }

  private double dash() {
    if (dash == 0) {
      dash = fonts.shape("-", voice, false).advance();
    }
    return dash;
  }

  private Type measure(List<List<Piece>> paragraphs) {
    double above = 0;
    double below = 0;
    for (List<Piece> words : paragraphs) {
      for (Piece piece : words) {
        for (Glyph glyph : piece.shaped().glyphs()) {
          if (!glyph.ink().isEmpty()) {
            above = Math.max(above, -glyph.ink().getMinY());
            below = Math.max(below, glyph.ink().getMaxY());
          }
        }
      }
    }
    double capitals = fonts.capitals(voice);
    double usual = voice == Voice.LOUD ? capitals + 0.12 : 1.5 * capitals;
    return new Type(Math.max(usual, above + below + 2 * outline + 0.02), above, below, outline);
  }

  private TextBlock place(
      List<List<Piece>> paragraphs,
      Fit fit,
      Type type,
      Rectangle2D box,
      double edge,
      Align align,
      boolean rightToLeft) {
    double size = fit.size();
    List<List<Glyph>> lines = new ArrayList<>();
    double widest = 0;
    for (Line line : fit.lines()) {
      Shaped shaped = fonts.shape(text(paragraphs.get(line.paragraph()), line), voice, rightToLeft);
      lines.add(shaped.glyphs());
      Rectangle2D ink = ink(shaped.glyphs());
      widest = Math.max(widest, ink.getWidth() + 2 * outline);
    }
    // shaped as a whole, a line can be a hair wider than its words were
    double room = box.getWidth() - 2 * edge;
    if (widest * size > room) {
      size = room / widest;
    }
    double top = Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (int i = 0; i < lines.size(); i++) {
      Rectangle2D ink = ink(lines.get(i));
      if (!ink.isEmpty()) {
        top = Math.min(top, i * type.lineHeight() + ink.getMinY());
        bottom = Math.max(bottom, i * type.lineHeight() + ink.getMaxY());
      }
    }
    List<Placed> placed = new ArrayList<>();
    Rectangle2D all = new Rectangle2D.Double();
    double baseline = box.getCenterY() - (top + bottom) / 2 * size;
    for (List<Glyph> line : lines) {
      Rectangle2D ink = ink(line);
      double free = room - (ink.getWidth() + 2 * outline) * size;
      double share = align == Align.LEFT ? 0 : align == Align.RIGHT ? 1 : 0.5;
      double pen = edge + share * free + (outline - ink.getMinX()) * size;
      for (Glyph glyph : line) {
        placed.add(new Placed(glyph, pen, baseline));
        if (!glyph.ink().isEmpty()) {
          Rectangle2D mark = mark(glyph, pen, baseline, size);
          all = all.isEmpty() ? mark : all.createUnion(mark);
        }
        pen += glyph.advance() * size;
      }
      baseline += type.lineHeight() * size;
    }
    return new TextBlock(size, outline * size, placed, all, missing);
  }

  private Rectangle2D mark(Glyph glyph, double x, double y, double size) {
    Rectangle2D ink = glyph.ink();
    return new Rectangle2D.Double(
        x + (ink.getX() - outline) * size,
        y + (ink.getY() - outline) * size,
        (ink.getWidth() + 2 * outline) * size,
        (ink.getHeight() + 2 * outline) * size);
  }

  private static Rectangle2D ink(List<Glyph> line) {
    Rectangle2D all = new Rectangle2D.Double();
    double pen = 0;
    for (Glyph glyph : line) {
      Rectangle2D ink = glyph.ink();
      if (!ink.isEmpty()) {
        Rectangle2D here =
            new Rectangle2D.Double(pen + ink.getX(), ink.getY(), ink.getWidth(), ink.getHeight());
        all = all.isEmpty() ? here : all.createUnion(here);
      }
      pen += glyph.advance();
    }
    return all;
  }

  private static String text(List<Piece> words, Line line) {
    StringBuilder text = new StringBuilder();
    for (int i = line.from(); i < line.to(); i++) {
      Piece piece = words.get(i);
      if (i > line.from() && !piece.glued()) {
        text.append(' ');
      }
      text.append(piece.text());
    }
    if (line.to() < words.size() && words.get(line.to()).hyphen()) {
      text.append('-');
    }
    return text.toString();
  }

  /** The first letter with a direction decides, as in Unicode's rule P2. */
  private static boolean startsRightToLeft(String text) {
    return text.codePoints()
        .map(Character::getDirectionality)
        .filter(
            d ->
                d == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                    || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
        .limit(1)
        .anyMatch(d -> d != Character.DIRECTIONALITY_LEFT_TO_RIGHT);
  }
}
