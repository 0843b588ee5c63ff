package dev.memenem.picture;

import java.util.HashMap;
import java.util.Map;

/**
 * Joins Arabic letters: each becomes the presentation form that its neighbours ask for, and lam
 * with alef one sign. Enough for fonts that have those forms; the text stays in the order of
 * reading.
 */
final class ArabicForms {
  /** Letters that join on both sides have four forms in a row, the others two. */
  private static final int DUAL = 4;

  private static final int LAM = 0x644;
  private static final int TATWEEL = 0x640;

  /** Letter to first presentation form and number of forms. */
  private static final Map<Integer, int[]> FORMS = new HashMap<>();

  private static final Map<Integer, Integer> LAM_ALEF =
      Map.of(0x622, 0xfef5, 0x623, 0xfef7, 0x625, 0xfef9, 0x627, 0xfefb);

  static {
    int form = 0xfe80;
    String two = "\u0622\u0623\u0624\u0625\u0627\u0629\u062f\u0630\u0631\u0632\u0648\u0649";
    for (int letter = 0x621; letter <= 0x64a; letter++) {
      if (letter > 0x63a && letter < 0x641) {
        continue;
      }
      int forms = letter == 0x621 ? 1 : two.indexOf(letter) >= 0 ? 2 : DUAL;
      FORMS.put(letter, new int[] {form, forms});
      form += forms;
    }
    int[][] persian = {
      {0x67e, 0xfb56, 4}, {0x686, 0xfb7a, 4}, {0x698, 0xfb8a, 2}, {0x6a9, 0xfb8e, 4},
      {0x6af, 0xfb92, 4}, {0x6cc, 0xfbfc, 4}, {0x679, 0xfb66, 4}, {0x688, 0xfb88, 2},
      {0x691, 0xfb8c, 2}, {0x6ba, 0xfb9e, 2}, {0x6be, 0xfbaa, 4}, {0x6c1, 0xfba6, 4},
      {0x6d2, 0xfbae, 2}
    };
    for (int[] letter : persian) {
      FORMS.put(letter[0], new int[] {letter[1], letter[2]});
    }
  }

  private ArabicForms() {}

  static String join(String text) {
    if (text.chars().noneMatch(FORMS::containsKey)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int[] forms = FORMS.get((int) c);
      if (forms == null) {
        out.append(c);
        continue;
      }
      boolean before = joinsForward(neighbour(text, i, -1));
      int next = neighbourAt(text, i, 1);
      int after = next < 0 ? 0 : text.charAt(next);
      if (c == LAM && LAM_ALEF.containsKey(after)) {
        out.append((char) (LAM_ALEF.get(after) + (before ? 1 : 0)));
        out.append(text, i + 1, next);
        i = next;
        continue;
      }
      boolean behind = forms[1] == DUAL && (FORMS.containsKey(after) || after == TATWEEL);
      behind &= after != 0x621;
      before &= forms[1] > 1;
      int form = before && behind ? 3 : behind ? 2 : before ? 1 : 0;
      out.append((char) (forms[0] + form));
    }
    return out.toString();
  }

  private static boolean joinsForward(int letter) {
    int[] forms = FORMS.get(letter);
    return letter == TATWEEL || (forms != null && forms[1] == DUAL);
  }

  private static int neighbour(String text, int from, int step) {
    int at = neighbourAt(text, from, step);
    return at < 0 ? 0 : text.charAt(at);
  }

  /** Marks above and below stand between letters without parting them. */
  private static int neighbourAt(String text, int from, int step) {
    int at = from + step;
    while (at >= 0
        && at < text.length()
        && Character.getType(text.charAt(at)) == Character.NON_SPACING_MARK) {
      at += step;
    }
    return at >= 0 && at < text.length() ? at : -1;
  }
}
