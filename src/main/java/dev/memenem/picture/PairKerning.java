package dev.memenem.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Distances between pairs of glyphs: the {@code kern} table where a font has one, else the pair
 * adjustments of {@code GPOS}. Anything else there is left alone. In font units.
 */
final class PairKerning {
  private static final int PAIR = 2;
  private static final int EXTENSION = 9;

  private final FontTables font;
  private final int kern;
  private final List<Integer> pairTables = new ArrayList<>();
  private final Map<Integer, Integer> known = new ConcurrentHashMap<>();

  PairKerning(FontTables font) {
    this.font = font;
    kern = horizontalTable();
    if (kern < 0 && font.has("GPOS")) {
      collect(font.start("GPOS"));
    }
  }

  private int horizontalTable() {
    if (!font.has("kern")) {
      return -1;
    }
    int start = font.start("kern");
    boolean usable =
        font.u16(start) == 0 && font.u16(start + 2) > 0 && font.u16(start + 8) >> 8 == 0;
    return usable ? start + 4 : -1;
  }

  private void collect(int gpos) {
    int lookups = gpos + font.u16(gpos + 8);
    for (int i = 0; i < font.u16(lookups); i++) {
      int lookup = lookups + font.u16(lookups + 2 + 2 * i);
      for (int s = 0; s < font.u16(lookup + 4); s++) {
        int table = lookup + font.u16(lookup + 6 + 2 * s);
        int type = font.u16(lookup);
        if (type == EXTENSION) {
          type = font.u16(table + 2);
          table += font.i32(table + 4);
        }
        // only pairs that move the first glyph's advance and nothing else
        if (type == PAIR && font.u16(table + 4) == 4 && font.u16(table + 6) == 0) {
          pairTables.add(table);
        }
      }
    }
  }

  int between(int left, int right) {
    return known.computeIfAbsent(left << 16 | right, pair -> find(left, right));
  }

  private int find(int left, int right) {
    if (kern >= 0) {
      return fromKern(left, right);
    }
    for (int table : pairTables) {
      int covered = coverage(table + font.u16(table + 2), left);
      if (covered >= 0) {
        int value =
            font.u16(table) == 1 ? pair(table, covered, right) : byClass(table, left, right);
        if (value != 0) {
          return value;
        }
      }
    }
    return 0;
  }

  private int fromKern(int left, int right) {
    long wanted = ((long) left << 16) | right;
    int low = 0;
    int high = font.u16(kern + 6) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = kern + 14 + 6 * middle;
      long pair = font.i32(at) & 0xffffffffL;
      if (wanted < pair) {
        high = middle - 1;
      } else if (wanted > pair) {
        low = middle + 1;
      } else {
        return font.i16(at + 4);
      }
    }
    return 0;
  }

  private int pair(int table, int covered, int right) {
    int set = table + font.u16(table + 10 + 2 * covered);
    for (int i = 0; i < font.u16(set); i++) {
      if (font.u16(set + 2 + 4 * i) == right) {
        return font.i16(set + 4 + 4 * i);
      }
    }
    return 0;
  }

  private int byClass(int table, int left, int right) {
    int first = classOf(table + font.u16(table + 8), left);
    int second = classOf(table + font.u16(table + 10), right);
    return font.i16(table + 16 + 2 * (first * font.u16(table + 14) + second));
  }

  private int coverage(int at, int glyph) {
    int count = font.u16(at + 2);
    for (int i = 0; i < count; i++) {
      if (font.u16(at) == 1) {
        if (font.u16(at + 4 + 2 * i) == glyph) {
          return i;
        }
      } else {
        int range = at + 4 + 6 * i;
        if (glyph >= font.u16(range) && glyph <= font.u16(range + 2)) {
          return font.u16(range + 4) + glyph - font.u16(range);
        }
      }
    }
    return -1;
  }

  private int classOf(int at, int glyph) {
    if (font.u16(at) == 1) {
      int index = glyph - font.u16(at + 2);
      return index >= 0 && index < font.u16(at + 4) ? font.u16(at + 6 + 2 * index) : 0;
    }
    for (int i = 0; i < font.u16(at + 2); i++) {
      int range = at + 4 + 6 * i;
      if (glyph >= font.u16(range) && glyph <= font.u16(range + 2)) {
        return font.u16(range + 4);
      }
    }
    return 0;
  }
}
