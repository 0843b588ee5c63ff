package dev.memenem.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The table directory of a TrueType or OpenType file. Immutable; thread safe. */
final class FontTables {
  private final ByteBuffer data;
  private final Map<String, Integer> starts = new HashMap<>();
  private final int version;

  /**
   * @param font the whole file; the first font of a collection is used
   */
  FontTables(ByteBuffer font) {
    data = font;
    int start = tag(0).equals("ttcf") ? i32(12) : 0;
    version = i32(start);
    for (int i = 0; i < u16(start + 4); i++) {
      int record = start + 12 + 16 * i;
      starts.put(tag(record), i32(record + 8));
    }
  }

  /** True when the outlines are TrueType's, not PostScript's. */
  boolean hasTrueTypeOutlines() {
    return (version == 0x00010000 || version == 0x74727565) && has("glyf");
  }

  boolean has(String table) {
    return starts.containsKey(table);
  }

  /**
   * Where a table begins.
   *
   * @throws PictureException when there is none
   */
  int start(String table) {
    Integer at = starts.get(table);
    if (at == null) {
      throw new PictureException("a font without the table " + table);
    }
    return at;
  }

  int u8(int at) {
    return data.get(at) & 0xff;
  }

  int i8(int at) {
    return data.get(at);
  }

  int u16(int at) {
    return data.getShort(at) & 0xffff;
  }

  int i16(int at) {
    return data.getShort(at);
  }

  int i32(int at) {
    return data.getInt(at);
  }

  byte[] bytes(int at, int length) {
    byte[] bytes = new byte[length];
    data.get(at, bytes);
    return bytes;
  }

  private String tag(int at) {
    return new String(bytes(at, 4), StandardCharsets.ISO_8859_1);
  }
}
