package dev.memenem.template;

import java.util.Locale;
import java.util.Optional;

/**
 * One text box of a template and what it is for.
 *
 * @param role its part in the joke, a word or two in snake case: {@code rejected}, {@code option_a}
 * @param guide what a good text there does, one sentence
 * @param frame the words that make the format what it is, with <code>&#123;&#125;</code> where the
 *     panel's own words go ({@code One does not simply}, <code>&#123;&#125; everywhere</code>);
 *     without <code>&#123;&#125;</code> it is the whole text; empty when the panel is free
 * @param usualWords words that people usually put there
 * @param maxWords words that still fit and read well
 * @param look how the text is drawn
 * @param box where it is drawn
 */
public record Panel(
    String role,
    String guide,
    Optional<String> frame,
    int usualWords,
    int maxWords,
    Look look,
    Box box) {

  /**
   * How a text is drawn.
   *
   * @param upper true when the format is written in capitals
   * @param color {@code white} (with a black outline), {@code black} (without), or {@code #rrggbb}
   * @param align horizontal alignment inside the box
   */
  public record Look(boolean upper, String color, Align align) {
    /** White capitals with a black outline, centred: the classic. */
    public static final Look CLASSIC = new Look(true, "white", Align.CENTER);

    /** Black on a white part of the picture, as written, centred. */
    public static final Look LABEL = new Look(false, "black", Align.CENTER);
  }

  /** Horizontal alignment; vertically a text is always centred in its box. */
  public enum Align {
    LEFT,
    CENTER,
    RIGHT;

    /** Its name in data files. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
