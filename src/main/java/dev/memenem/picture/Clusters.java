package dev.memenem.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reader takes for one character, and what kind it is. */
final class Clusters {
  /** Emoji of the Basic Multilingual Plane that need no selector behind them, as ranges. */
  private static final String BASIC_EMOJI =
      "\u231a\u231b\u23e9\u23ec\u23f0\u23f0\u23f3\u23f3\u25fd\u25fe\u2614\u2615\u2648\u2653\u267f"
          + "\u267f\u2693\u2693\u26a1\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26ce\u26d4"
          + "\u26d4\u26ea\u26ea\u26f2\u26f3\u26f5\u26f5\u26fa\u26fa\u26fd\u26fd\u2705\u2705\u270a"
          + "\u270b\u2728\u2728\u274c\u274c\u274e\u274e\u2753\u2755\u2757\u2757\u2795\u2797\u27b0"
          + "\u27b0\u27bf\u27bf\u2b1b\u2b1c\u2b50\u2b50\u2b55\u2b55";

  private static final String MIRRORED = "()[]{}<>\u00ab\u00bb\u2039\u203a";

  /** Punctuation that begins no line. */
  private static final String CLOSING =
      "\u3001\u3002\uff0c\uff0e\uff01\uff1f\uff1a\uff1b\u300d\u300f\u3011\uff09\u2019\u201d\u30fc"
          + "\u3063\u3083\u3085\u3087\u30c3\u30e3\u30e5\u30e7";

  private Clusters() {}

  static List<String> of(String text) {
    List<String> clusters = new ArrayList<>(text.length());
    if (text.chars().allMatch(c -> c < 0x300)) {
      text.chars().forEach(c -> clusters.add(String.valueOf((char) c)));
    } else {
      Matcher matcher = Grapheme.PATTERN.matcher(text);
      while (matcher.find()) {
        clusters.add(matcher.group());
      }
    }
    return clusters;
  }

  /** Drawn as a picture where there is one. */
  static boolean isEmoji(String cluster) {
    int first = cluster.codePointAt(0);
    if (cluster.indexOf(0xfe0e) >= 0) {
      return false;
    }
    if (cluster.indexOf(0xfe0f) >= 0 || cluster.indexOf(0x20e3) >= 0) {
      return true;
    }
    if (first >= 0x1f000) {
      return first <= 0x1faff;
    }
    for (int i = 0; i < BASIC_EMOJI.length() && first >= 0x231a; i += 2) {
      if (first >= BASIC_EMOJI.charAt(i) && first <= BASIC_EMOJI.charAt(i + 1)) {
        return true;
      }
    }
    return false;
  }

  /** Leaves no mark of its own: joiners, selectors, direction marks, tags. */
  static boolean isIgnorable(int c) {
    return (c >= 0x200b && c <= 0x200f)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x206f)
        || (c >= 0xfe00 && c <= 0xfe0f)
        || c == 0xad
        || c == 0xfeff
        || (c >= 0xe0000 && c <= 0xe01ef);
  }

  /** True when a line may begin with the second although no blank stands before it. */
  static boolean mayBreakBetween(String before, String after) {
    return (isIdeograph(before) || isIdeograph(after))
        && CLOSING.indexOf(after.codePointAt(0)) < 0
        && "\u300c\u300e\u3010\uff08".indexOf(before.codePointAt(0)) < 0;
  }

  private static boolean isIdeograph(String cluster) {
    int c = cluster.codePointAt(0);
    return (c >= 0x2e80 && c <= 0xa4cf)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xff01 && c <= 0xff60)
        || (c >= 0x20000 && c <= 0x3ffff);
  }

  static int mirrored(int c) {
    int at = MIRRORED.indexOf(c);
    return at < 0 ? c : MIRRORED.charAt(at ^ 1);
  }

  /** Loaded only for texts that need it. */
  private static final class Grapheme {
    static final Pattern PATTERN = Pattern.compile("\\X");
  }
}
