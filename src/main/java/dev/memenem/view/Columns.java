package dev.memenem.view;

import dev.memenem.json.Invisible;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Text measured in terminal columns. Everything that came from outside passes through here. */
final class Columns {
  private Columns() {}

  /** Text as a terminal may see it: no control, escape or direction character. */
  static String safe(String text) {
    return Invisible.strip(text);
  }

  static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      width += width(point);
      i += Character.charCount(point);
    }
    return width;
  }

  private static int width(int point) {
    return point < 0x300 ? 1 : Math.max(0, WCWidth.wcwidth(point));
  }

  /** The text in exactly so many columns: cut with an ellipsis or filled with blanks. */
  static String fit(String text, int columns, Screen screen) {
    String cut = cut(text, columns, screen);
    return cut + " ".repeat(Math.max(0, columns - width(cut)));
  }

  /** The text in at most so many columns. */
  static String cut(String text, int columns, Screen screen) {
    if (width(text) <= columns) {
      return text;
    }
    String ellipsis = screen.either("…", "...");
    return head(text, Math.max(0, columns - width(ellipsis))).stripTrailing() + ellipsis;
  }

  private static String head(String text, int columns) {
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      used += width(point);
      if (used > columns) {
        break;
      }
      end += Character.charCount(point);
    }
    return text.substring(0, end);
  }

  /** The text in lines of at most so many columns, broken between words where there are any. */
  static List<String> wrap(String text, int columns) {
    int room = Math.max(1, columns);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      String rest = word;
      if (line.length() > 0 && width(line.toString()) + 1 + width(rest) > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (width(rest) > room) {
        String head = head(rest, room);
        if (head.isEmpty()) {
          head = rest.substring(0, Character.charCount(rest.codePointAt(0)));
        }
        lines.add(head);
        rest = rest.substring(head.length());
      }
      line.append(line.length() > 0 ? " " : "").append(rest);
    }
    if (line.length() > 0 || lines.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }
}
