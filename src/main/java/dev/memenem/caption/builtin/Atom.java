package dev.memenem.caption.builtin;

import java.util.List;

/**
 * A grain of comic material: a pair of plans, a moment, a ladder, two names for one thing.
 *
 * @param world whose everyday it comes from
 * @param kind how its parts hang together, see {@code worlds.txt}
 * @param styles the letters of the styles it is written in; {@code .} for plain material
 * @param mood {@code +} for a small win, {@code -} otherwise
 * @param parts its texts, without capitals or full stops
 */
record Atom(String world, String kind, String styles, char mood, List<String> parts) {
  boolean isPlain() {
    return styles.equals(".");
  }

  boolean isIn(char style) {
    return styles.indexOf(style) >= 0 || styles.equals("*");
  }
}
