package dev.memenem.picture;

import java.util.List;

/** One font of the chain that {@link Fonts} asks in turn. Thread safe. */
interface Face {
  /** True when it can draw every character of the text. */
  boolean covers(String text);

  /**
   * The glyphs from left to right, kerning included.
   *
   * @param clusters what a reader takes for one character each, in the order of reading
   * @param rightToLeft true when they are read from the right
   */
  List<Glyph> glyphs(List<String> clusters, boolean rightToLeft);
}
