package dev.memenem.json;

/** Characters that can steer a terminal or turn its text around; no output of ours carries them. */
public final class Invisible {
  private Invisible() {}

  /**
   * True for DEL, C1 controls, C0 controls other than line feed and tab, bidirectional marks,
   * overrides and isolates, and the byte order mark. Zero-width joiners are not among them: emoji
   * and several scripts need them.
   */
  public static boolean is(char c) {
    return (c < 0x20 && c != '\n' && c != '\t')
        || (c >= 0x7f && c <= 0x9f)
        || c == 0x061c
        || c == 0x200e
        || c == 0x200f
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0xfeff;
  }

  /** The text without those characters; line breaks and tabs become blanks, the rest stays. */
  public static String strip(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\t' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x85) {
        out.append(' ');
      } else if (!is(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
