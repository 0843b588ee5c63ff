package dev.memenem.view;

/**
 * What a text is laid out for.
 *
 * @param width columns, at least 20
 * @param color whether escape sequences may be used
 * @param unicode whether line-drawing and other characters beyond ASCII may be used for decoration
 */
public record Screen(int width, boolean color, boolean unicode) {
  public Screen {
    width = Math.max(20, width);
  }

  /** What a pipe gets: 80 columns, plain. */
  public static final Screen PLAIN = new Screen(80, false, true);

  /** The same, no wider than this. */
  Screen atMost(int columns) {
    return width <= columns ? this : new Screen(columns, color, unicode);
  }

  String bold(String text) {
    return ink("1", text);
  }

  String dim(String text) {
    return ink("2", text);
  }

  String good(String text) {
    return ink("32", text);
  }

  String warn(String text) {
    return ink("33", text);
  }

  String bad(String text) {
    return ink("31", text);
  }

  String accent(String text) {
    return ink("36", text);
  }

  private String ink(String code, String text) {
    return color && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /** The first where characters beyond ASCII can be shown, else the second. */
  String either(String nice, String ascii) {
    return unicode ? nice : ascii;
  }
}
