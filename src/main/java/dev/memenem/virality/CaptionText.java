package dev.memenem.virality;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A caption as the model reads it: panels joined by a blank, compatibility forms folded, lower
 * case, one kind of apostrophe and quotation mark, masked words cut out, split into words and
 * single marks. Reads at most {@value #MOST_CHARACTERS} characters.
 */
final class CaptionText {
  static final int MOST_CHARACTERS = 1000;
  private static final MaskedWords MASKED = MaskedWords.load();

  private char[] text = new char[128];
  private int length;
  private int[] start = new int[32];
  private int[] end = new int[32];
  private int[] hash = new int[32];
  private boolean[] word = new boolean[32];
  private int tokens;
  private int[] panelEnd;
  private boolean blankDue;

  private final boolean masking;

  private CaptionText(boolean masking) {
    this.masking = masking;
  }

  static CaptionText of(List<String> panels) {
    return of(panels, true);
  }

  /** With every word in it: for telling captions apart, not for scoring them. */
  static CaptionText unmasked(List<String> panels) {
    return of(panels, false);
  }

  private static CaptionText of(List<String> panels, boolean masking) {
    CaptionText caption = new CaptionText(masking);
    caption.panelEnd = new int[panels.size()];
    int room = MOST_CHARACTERS;
    for (int p = 0; p < panels.size(); p++) {
      String panel = normalised(panels.get(p), room);
      room -= panel.length();
      caption.read(panel);
      caption.blankDue = true;
      caption.panelEnd[p] = caption.tokens;
    }
    return caption;
  }

  int length() {
    return length;
  }

  char at(int i) {
    return text[i];
  }

  int tokens() {
    return tokens;
  }

  boolean isWord(int token) {
    return word[token];
  }

  int start(int token) {
    return start[token];
  }

  int end(int token) {
    return end[token];
  }

  int hash(int token) {
    return hash[token];
  }

  /** The first character of a token; of a mark, the mark. */
  char mark(int token) {
    return text[start[token]];
  }

  String token(int token) {
    return new String(text, start[token], end[token] - start[token]);
  }

  int panels() {
    return panelEnd.length;
  }

  /** One past the last token of a panel. */
  int panelEnd(int panel) {
    return panelEnd[panel];
  }

  /** Whether this is the first token of a panel; the very first one is, too. */
  boolean beginsPanel(int token) {
    if (token == 0) {
      return true;
    }
    for (int end : panelEnd) {
      if (end == token) {
        return true;
      }
    }
    return false;
  }

  String between(int firstToken, int lastToken) {
    return new String(text, start[firstToken], end[lastToken] - start[firstToken]);
  }

  private static String normalised(String panel, int room) {
    if (panel == null || room <= 0) {
      return "";
    }
    String text = panel.length() > room ? panel.substring(0, room) : panel;
    boolean ascii = true;
    for (int i = 0; i < text.length() && ascii; i++) {
      ascii = text.charAt(i) < 0x80;
    }
    if (!ascii) {
      text = Normalizer.normalize(text, Normalizer.Form.NFKC);
      text = text.length() > room ? text.substring(0, room) : text;
    }
    return text.toLowerCase(Locale.ROOT);
  }

  private void read(String panel) {
    int n = panel.length();
    int i = 0;
    while (i < n) {
      char c = plain(panel.charAt(i));
      if (isBlank(c)) {
        blankDue = true;
        i++;
      } else if (Character.getType(c) == Character.FORMAT) {
        i++;
      } else if (isWordCharacter(c)) {
        int to = endOfWord(panel, i);
        String found = panel.substring(i, to).replace('\u2019', '\'');
        i = to;
        boolean ordinary = false;
        if (masking && MASKED.beginsPair(found)) {
          int next = to;
          while (next < n && (panel.charAt(next) == ' ' || panel.charAt(next) == '-')) {
            next++;
          }
          int nextEnd =
              next < n && isWordCharacter(panel.charAt(next)) ? endOfWord(panel, next) : next;
          String second = panel.substring(next, nextEnd);
          if (MASKED.masks(found, second)) {
            i = nextEnd;
            closeUp(panel, i);
            continue;
          }
          ordinary = MASKED.isOrdinary(found, second);
        }
        if (!masking || ordinary || !MASKED.masks(found)) {
          add(found, true);
        } else {
          closeUp(panel, i);
        }
      } else {
        add(String.valueOf(c), false);
        i++;
      }
    }
  }

  /** A mark that stood right behind a masked word stands behind the word before it. */
  private void closeUp(String panel, int at) {
    blankDue = at >= panel.length() || blankDue && isBlank(panel.charAt(at));
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  private static int endOfWord(String panel, int from) {
    int n = panel.length();
    int i = from;
    while (i < n) {
      char c = panel.charAt(i);
      boolean inside =
          isWordCharacter(c)
              || plain(c) == '\'' && i > from && i + 1 < n && isWordCharacter(panel.charAt(i + 1));
      if (!inside) {
        break;
      }
      i++;
    }
    return i;
  }

  private static boolean isWordCharacter(char c) {
    return c < 0x80
        ? c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
        : Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static char plain(char c) {
    if (c < 0x80) {
      return c == '`' ? '\'' : c;
    }
    switch (c) {
      case '\u2018', '\u2019', '\u201b', '\u00b4', '\u02bc':
        return '\'';
      case '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb':
        return '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015':
        return '-';
      default:
        return c;
    }
  }

  private void add(String token, boolean isWord) {
    int from = length + (blankDue && length > 0 ? 1 : 0);
    int to = from + token.length();
    if (to > text.length) {
      text = Arrays.copyOf(text, Math.max(to, 2 * text.length));
    }
    if (from > length) {
      text[length] = ' ';
    }
    blankDue = false;
    int h = isWord ? 1 : 2;
    for (int i = 0; i < token.length(); i++) {
      text[from + i] = token.charAt(i);
      h = Hashing.step(h, token.charAt(i));
    }
    length = to;
    if (tokens == start.length) {
      start = Arrays.copyOf(start, 2 * tokens);
      end = Arrays.copyOf(end, 2 * tokens);
      hash = Arrays.copyOf(hash, 2 * tokens);
      word = Arrays.copyOf(word, 2 * tokens);
    }
    start[tokens] = from;
    end[tokens] = to;
    hash[tokens] = Hashing.finish(h);
    word[tokens] = isWord;
    tokens++;
  }
}
