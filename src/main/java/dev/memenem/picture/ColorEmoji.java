package dev.memenem.picture;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/**
 * Colour emoji from an installed NotoColorEmoji whose pictures are bitmaps (tables {@code CBDT} and
 * {@code CBLC}), which Java draws as nothing. Sequences (families, skin tones, flags) are found
 * through the font's ligatures. Thread safe.
 */
final class ColorEmoji implements Face {
  private static final List<String> PLACES =
      List.of(
          "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf",
          "/usr/share/fonts/noto/NotoColorEmoji.ttf",
          "/usr/share/fonts/google-noto-emoji/NotoColorEmoji.ttf",
          "/usr/share/fonts/google-noto-color-emoji-fonts/NotoColorEmoji.ttf",
          "/usr/share/fonts/noto-color-emoji/NotoColorEmoji.ttf",
          "/usr/local/share/fonts/NotoColorEmoji.ttf",
          "/opt/homebrew/share/fonts/NotoColorEmoji.ttf");

  /** Where an emoji stands and the room it takes beside capitals, in em. */
  private static final double TOP = -0.86;

  private static final double SIDE = 1.0;
  private static final double ADVANCE = 1.08;

  private static final int LIGATURE = 4;
  private static final int EXTENSION = 7;

  private final FontTables font;
  private final CharacterMap characters;
  private final Map<List<Integer>, Integer> ligatures = new HashMap<>();
  private final Map<String, Optional<Glyph>> cache = new ConcurrentHashMap<>();

  private ColorEmoji(FontTables font) {
    this.font = font;
    characters = new CharacterMap(font);
    font.start("CBDT");
    font.start("CBLC");
    if (font.has("GSUB")) {
      collect(font.start("GSUB"));
    }
  }

  /** The installed one; empty when there is none that can be read. */
  static Optional<Face> installed() {
    return PLACES.stream().map(Path::of).flatMap(p -> read(p).stream()).findFirst();
  }

  static Optional<Face> read(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      FontTables tables =
          new FontTables(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
      return Optional.of(new ColorEmoji(tables));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean covers(String text) {
    return Clusters.of(text).stream().allMatch(cluster -> glyph(cluster).isPresent());
  }

  @Override
  public List<Glyph> glyphs(List<String> clusters, boolean rightToLeft) {
    List<Glyph> glyphs = new ArrayList<>();
    for (int i = 0; i < clusters.size(); i++) {
      glyph(clusters.get(rightToLeft ? clusters.size() - 1 - i : i)).ifPresent(glyphs::add);
    }
    return glyphs;
  }

  private Optional<Glyph> glyph(String cluster) {
    return cache.computeIfAbsent(cluster, this::load);
  }

  private Optional<Glyph> load(String cluster) {
    try {
      List<Integer> glyphs =
          cluster.codePoints().filter(c -> c != 0xfe0f).mapToObj(characters::glyph).toList();
      int glyph = glyphs.size() == 1 ? glyphs.get(0) : ligature(glyphs, cluster);
      byte[] png = glyph <= 0 ? null : bitmap(glyph);
      BufferedImage image = png == null ? null : ImageIO.read(new ByteArrayInputStream(png));
      if (image == null) {
        return Optional.empty();
      }
      double width = SIDE * image.getWidth() / image.getHeight();
      Rectangle2D ink = new Rectangle2D.Double((ADVANCE - SIDE) / 2, TOP, width, SIDE);
      return Optional.of(new Glyph(null, image, width + ADVANCE - SIDE, ink, 0));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** One picture for the whole sequence; else that of its first character with a skin tone. */
  private int ligature(List<Integer> glyphs, String cluster) {
    Integer whole = ligatures.get(glyphs);
    if (whole == null) {
      List<Integer> selected =
          cluster.codePoints().mapToObj(characters::glyph).filter(g -> g != 0).toList();
      whole = ligatures.get(selected);
    }
    for (int length = glyphs.size() - 1; whole == null && length > 1; length--) {
      whole = ligatures.get(glyphs.subList(0, length));
    }
    return whole != null ? whole : glyphs.get(0);
  }

  private void collect(int gsub) {
    int lookups = gsub + font.u16(gsub + 8);
    for (int i = 0; i < font.u16(lookups); i++) {
      int lookup = lookups + font.u16(lookups + 2 + 2 * i);
      for (int s = 0; s < font.u16(lookup + 4); s++) {
        int table = lookup + font.u16(lookup + 6 + 2 * s);
        int type = font.u16(lookup);
        if (type == EXTENSION) {
          type = font.u16(table + 2);
          table += font.i32(table + 4);
        }
        if (type == LIGATURE) {
          ligatures(table);
        }
      }
    }
  }

  private void ligatures(int table) {
    List<Integer> firsts = covered(table + font.u16(table + 2));
    for (int i = 0; i < font.u16(table + 4) && i < firsts.size(); i++) {
      int set = table + font.u16(table + 6 + 2 * i);
      for (int l = 0; l < font.u16(set); l++) {
        int ligature = set + font.u16(set + 2 + 2 * l);
        List<Integer> parts = new ArrayList<>();
        parts.add(firsts.get(i));
        for (int p = 1; p < font.u16(ligature + 2); p++) {
          parts.add(font.u16(ligature + 2 + 2 * p));
        }
        ligatures.putIfAbsent(parts, font.u16(ligature));
      }
    }
  }

  private List<Integer> covered(int coverage) {
    List<Integer> glyphs = new ArrayList<>();
    for (int i = 0; i < font.u16(coverage + 2); i++) {
      if (font.u16(coverage) == 1) {
        glyphs.add(font.u16(coverage + 4 + 2 * i));
      } else {
        int range = coverage + 4 + 6 * i;
        for (int g = font.u16(range); g <= font.u16(range + 2); g++) {
          glyphs.add(g);
        }
      }
    }
    return glyphs;
  }

  /** The PNG of a glyph in the largest strike; null when it has none. */
  private byte[] bitmap(int glyph) {
    int cblc = font.start("CBLC");
    int strike = cblc + 8 + 48 * (font.i32(cblc + 4) - 1);
    int array = cblc + font.i32(strike);
    for (int i = 0; i < font.i32(strike + 8); i++) {
      int first = font.u16(array + 8 * i);
      if (glyph < first || glyph > font.u16(array + 8 * i + 2)) {
        continue;
      }
      int index = array + font.i32(array + 8 * i + 4);
      int from = font.start("CBDT") + font.i32(index + 4);
      int nth = glyph - first;
      int offset =
          switch (font.u16(index)) {
            case 1 -> font.i32(index + 8 + 4 * nth);
            case 3 -> font.u16(index + 8 + 2 * nth);
            default -> -1;
          };
      // formats 17 and 18: small or big metrics, then the length of the PNG
      int metrics = font.u16(index + 2) == 17 ? 5 : font.u16(index + 2) == 18 ? 8 : -1;
      if (offset >= 0 && metrics > 0) {
        int length = font.i32(from + offset + metrics);
        return length > 0 && length < 200_000
            ? font.bytes(from + offset + metrics + 4, length)
            : null;
      }
    }
    return null;
  }
}
