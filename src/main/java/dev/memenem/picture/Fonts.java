package dev.memenem.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The fonts a text is drawn with, and who stands in where one has no glyph: League Gothic for loud
 * captions, Roboto Condensed Bold for the rest and for Cyrillic and Greek, DejaVu Sans Condensed
 * Bold for Hebrew, Arabic and symbols, an installed colour font for emoji, then whatever the system
 * has. All but the last two are part of the program. Each is read when first needed. Thread safe.
 */
public final class Fonts {
  /** How a text is spoken. */
  enum Voice {
    /** Heavy, narrow letters. */
    LOUD,
    /** Easy to read. */
    PLAIN
  }

  /**
   * A text made of glyphs, from left to right.
   *
   * @param advance its width in em
   * @param missing characters that no font has; they are left out
   */
  record Shaped(List<Glyph> glyphs, double advance, Set<String> missing) {}

  /** League Gothic is a little lighter and narrower than what people know from memes. */
  private static final double LOUD_STRETCH = 1.12;

  private static final double LOUD_BOLD = 0.012;

  private static final Fonts STANDARD = new Fonts(Optional.empty());

  private final Optional<Face> own;
  private final Supplier<TrueTypeFont> league = once(() -> shipped("LeagueGothic.ttf"));
  private final Supplier<TrueTypeFont> roboto = once(() -> shipped("RobotoCondensed-Bold.ttf"));
  private final Supplier<TrueTypeFont> dejavu = once(() -> shipped("DejaVuSansCondensed-Bold.ttf"));
  private final Supplier<Optional<Face>> emoji = once(ColorEmoji::installed);
  private final Supplier<Optional<Face>> system = once(SystemFace::installed);
  private final List<Supplier<Optional<Face>>> loud;
  private final List<Supplier<Optional<Face>>> plain;

  private Fonts(Optional<Face> own) {
    this.own = own;
    loud =
        List.of(
            () -> own,
            once(() -> face(league.get(), 1, LOUD_STRETCH, LOUD_BOLD)),
            once(() -> beside(league, roboto)),
            once(() -> beside(league, dejavu)),
            system);
    plain =
        List.of(
            () -> own,
            once(() -> face(roboto.get(), 1, 1, 0)),
            once(() -> beside(roboto, dejavu)),
            system);
  }

  /** The program's own fonts. */
  public static Fonts standard() {
    return STANDARD;
  }

  /**
   * A font file of the user's before the program's own.
   *
   * @throws PictureException when it cannot be read or is no font
   */
  public static Fonts with(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new PictureException("cannot read the font %s".formatted(file), e);
    }
    try {
      return new Fonts(face(new TrueTypeFont(ByteBuffer.wrap(bytes)), 1, 1, 0));
    } catch (PictureException e) {
      return new Fonts(
          Optional.of(
              postScript(file)
                  .orElseThrow(
                      () -> new PictureException("%s: %s".formatted(file, e.getMessage()), e))));
    }
  }

  private static Optional<Face> postScript(Path file) {
    try {
      return SystemFace.guarded(Font.createFont(Font.TRUETYPE_FONT, file.toFile()));
    } catch (IOException
        | FontFormatException
        | RuntimeException
        | LinkageError
        | InternalError e) {
      return Optional.empty();
    }
  }

  /** Which fonts there are, for {@code doctor}: what it is and what it is good for. */
  public List<String> describe() {
    List<String> all = new ArrayList<>();
    all.add("League Gothic, Roboto Condensed, DejaVu Sans Condensed (built in)");
    all.add(
        emoji.get().isPresent()
            ? "Noto Color Emoji (installed)"
            : "no colour emoji font; emoji are drawn in one colour where a font has them");
    all.add(
        system.get().isPresent()
            ? "system fonts for other scripts"
            : "no system fonts: Chinese, Japanese, Korean, Thai and Indic scripts cannot be drawn");
    return all;
  }

  /** Height of capitals in em. */
  double capitals(Voice voice) {
    return own.filter(face -> face.covers("H"))
        .map(face -> -face.glyphs(List.of("H"), false).get(0).ink().getMinY())
        .orElseGet(() -> height((voice == Voice.LOUD ? league : roboto).get()));
  }

  /** Width of a blank in em. */
  double blank(Voice voice) {
    return voice == Voice.LOUD ? 0.2 : 0.23;
  }

  /**
   * Shapes one line, or one word of it.
   *
   * @param rightToLeft direction of the paragraph it belongs to
   */
  Shaped shape(String text, Voice voice, boolean rightToLeft) {
    List<Glyph> glyphs = new ArrayList<>();
    Set<String> missing = new LinkedHashSet<>();
    if (text.chars().allMatch(c -> c < 0x590)) {
      run(text, voice, false, glyphs, missing);
    } else {
      String joined = ArabicForms.join(text);
      int direction = rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT;
      Bidi bidi = new Bidi(joined, direction);
      int count = bidi.getRunCount();
      byte[] levels = new byte[count];
      Integer[] order = new Integer[count];
      for (int i = 0; i < count; i++) {
        levels[i] = (byte) bidi.getRunLevel(i);
        order[i] = i;
      }
      Bidi.reorderVisually(levels, 0, order, 0, count);
      for (int i : order) {
        String run = joined.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
        run(run, voice, bidi.getRunLevel(i) % 2 == 1, glyphs, missing);
      }
    }
    double advance = glyphs.stream().mapToDouble(Glyph::advance).sum();
    return new Shaped(glyphs, advance, missing);
  }

  /** One direction, several faces; blanks part the words, so that no face reaches over one. */
  private void run(
      String text, Voice voice, boolean rightToLeft, List<Glyph> glyphs, Set<String> missing) {
    List<List<Glyph>> pieces = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = text.indexOf(' ', from);
      if (to == from) {
        pieces.add(List.of(Glyph.of(new Rectangle2D.Double(), blank(voice), 0)));
        from++;
      } else {
        to = to < 0 ? text.length() : to;
        word(text.substring(from, to), voice, rightToLeft, pieces, missing);
        from = to;
      }
    }
    if (rightToLeft) {
      Collections.reverse(pieces);
    }
    pieces.forEach(glyphs::addAll);
  }

  private void word(
      String word,
      Voice voice,
      boolean rightToLeft,
      List<List<Glyph>> pieces,
      Set<String> missing) {
    List<String> clusters = Clusters.of(word);
    Optional<Face> whole =
        clusters.stream().anyMatch(Clusters::isEmoji) ? Optional.empty() : face(word, voice);
    if (whole.isPresent()) {
      pieces.add(whole.get().glyphs(clusters, rightToLeft));
      return;
    }
    List<String> same = new ArrayList<>();
    Face before = null;
    for (String cluster : clusters) {
      Optional<Face> face =
          Clusters.isEmoji(cluster) ? emojiFace(cluster, voice) : face(cluster, voice);
      if (face.isEmpty()) {
        missing.add(cluster);
        continue;
      }
      if (face.get() != before && before != null) {
        pieces.add(before.glyphs(same, rightToLeft));
        same = new ArrayList<>();
      }
      before = face.get();
      same.add(cluster);
    }
    if (before != null) {
      pieces.add(before.glyphs(same, rightToLeft));
    }
  }

  /** The first face that has all of it. */
  private Optional<Face> face(String text, Voice voice) {
    return (voice == Voice.LOUD ? loud : plain)
        .stream()
            .map(Supplier::get)
            .flatMap(Optional::stream)
            .filter(face -> face.covers(text))
            .findFirst();
  }

  private Optional<Face> emojiFace(String cluster, Voice voice) {
    return emoji.get().filter(face -> face.covers(cluster)).or(() -> face(cluster, voice));
  }

  private static Optional<Face> face(TrueTypeFont font, double scale, double stretch, double bold) {
    return Optional.of(new OutlineFace(font, scale, stretch, bold));
  }

  /** A face whose capitals are as high as those of the font it stands in for. */
  private static Optional<Face> beside(Supplier<TrueTypeFont> first, Supplier<TrueTypeFont> other) {
    return face(other.get(), height(first.get()) / height(other.get()), 1, 0);
  }

  private static double height(TrueTypeFont font) {
    return -font.outline(font.glyph('H')).getBounds2D().getMinY();
  }

  private static <T> Supplier<T> once(Supplier<T> source) {
    return new Supplier<>() {
      private T value;

      @Override
      public synchronized T get() {
        if (value == null) {
          value = source.get();
        }
        return value;
      }
    };
  }

  private static TrueTypeFont shipped(String name) {
    try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + name)) {
      return new TrueTypeFont(ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
