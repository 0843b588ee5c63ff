package dev.memenem.picture;

/** Characters to glyphs: the table {@code cmap}, formats 4 and 12. Immutable; thread safe. */
final class CharacterMap {
  private final FontTables font;
  private final int at;

  CharacterMap(FontTables font) {
    this.font = font;
    int start = font.start("cmap");
    int best = -1;
    for (int i = 0; i < font.u16(start + 2); i++) {
      int platform = font.u16(start + 4 + 8 * i);
      int table = start + font.i32(start + 8 + 8 * i);
      int format = font.u16(table);
      if (format == 12 || (format == 4 && best < 0 && platform != 1)) {
        best = table;
      }
    }
    if (best < 0) {
      throw new PictureException("a font without Unicode characters");
    }
    at = best;
  }

  /** The glyph of a character, 0 when the font has none. */
  int glyph(int codePoint) {
    return font.u16(at) == 12 ? wide(codePoint) : basic(codePoint);
  }

  private int wide(int codePoint) {
    int low = 0;
    int high = font.i32(at + 12) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int group = at + 16 + 12 * middle;
      if (codePoint < font.i32(group)) {
        high = middle - 1;
      } else if (codePoint > font.i32(group + 4)) {
        low = middle + 1;
      } else {
        return font.i32(group + 8) + codePoint - font.i32(group);
      }
    }
    return 0;
  }

  private int basic(int codePoint) {
    int segments = font.u16(at + 6) / 2;
    int low = 0;
    int high = segments - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (codePoint > font.u16(at + 14 + 2 * middle)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int start = font.u16(at + 16 + 2 * (segments + low));
    int delta = font.u16(at + 16 + 2 * (2 * segments + low));
    int rangeAt = at + 16 + 2 * (3 * segments + low);
    int range = font.u16(rangeAt);
    if (codePoint < start || codePoint > font.u16(at + 14 + 2 * low)) {
      return 0;
    }
    if (range == 0) {
      return (codePoint + delta) & 0xffff;
    }
    int glyph = font.u16(rangeAt + range + 2 * (codePoint - start));
    return glyph == 0 ? 0 : (glyph + delta) & 0xffff;
  }
}
