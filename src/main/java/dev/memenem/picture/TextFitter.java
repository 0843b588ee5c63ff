package dev.memenem.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the largest size at which a text fits a box, and line breaks that make its lines alike in
 * length. Pure geometry: it knows widths, no letters.
 */
public final class TextFitter {
  /** Sizes differ by no more than this share from the largest that fits. */
  private static final double PRECISION = 0.002;

  private TextFitter() {}

  /**
   * What stays together on a line.
   *
   * @param width em
   * @param gap em between it and what stands before it on the same line
   * @param hyphen em that the line before it gains when it begins a line
   */
  public record Word(double width, double gap, double hyphen) {}

  /**
   * Measures of a text, all in em.
   *
   * @param lineHeight from baseline to baseline
   * @param above ink over the first baseline
   * @param below ink under the last baseline
   * @param outline ink around every letter
   */
  public record Type(double lineHeight, double above, double below, double outline) {}

  /** Words {@code from} to {@code to} (exclusive) of a paragraph. */
  public record Line(int paragraph, int from, int to) {}

  /**
   * A text that fits.
   *
   * @param size pixels an em; 0 when there is nothing to set
   * @param lines from top to bottom
   */
  public record Fit(double size, List<Line> lines) {
    public Fit {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Fits a text. It always fits: where it must, the size goes below what anybody can read.
   *
   * @param paragraphs each begins a line
   * @param width of the box in pixels
   * @param height of the box in pixels
   * @param largest size wanted
   */
  public static Fit fit(
      List<Word[]> paragraphs, Type type, double width, double height, double largest) {
    if (paragraphs.stream().allMatch(words -> words.length == 0)) {
      return new Fit(0, List.of());
    }
    double fits = 0;
    double low = 0;
    double high = largest;
    if (lines(paragraphs, type, width, height, largest) != null) {
      fits = largest;
    } else {
      while (high - low > PRECISION * high) {
        double middle = (low + high) / 2;
        if (lines(paragraphs, type, width, height, middle) != null) {
          low = middle;
        } else {
          high = middle;
        }
      }
      fits = low;
    }
    double room = width / fits - 2 * type.outline();
    return new Fit(fits, balanced(paragraphs, room));
  }

  private static List<Line> lines(
      List<Word[]> paragraphs, Type type, double width, double height, double size) {
    List<Line> lines = wrap(paragraphs, width / size - 2 * type.outline());
    if (lines == null) {
      return null;
    }
    double block =
        type.above() + type.below() + (lines.size() - 1) * type.lineHeight() + 2 * type.outline();
    return block * size <= height ? lines : null;
  }

  /** As many lines as the widest setting needs, none longer than it must be. */
  private static List<Line> balanced(List<Word[]> paragraphs, double room) {
    List<Line> best = new ArrayList<>();
    for (int p = 0; p < paragraphs.size(); p++) {
      Word[] words = paragraphs.get(p);
      List<Line> greedy = wrap(words, p, room);
      double narrow = Arrays.stream(words).mapToDouble(Word::width).max().orElse(0);
      double wide = room;
      List<Line> lines = greedy;
      for (int step = 0; step < 20 && greedy.size() > 1; step++) {
        double middle = (narrow + wide) / 2;
        List<Line> tried = wrap(words, p, middle);
        if (tried != null && tried.size() <= greedy.size()) {
          wide = middle;
          lines = tried;
        } else {
          narrow = middle;
        }
      }
      best.addAll(lines.size() > 1 ? even(words, p, wide, lines.size()) : lines);
    }
    return best;
  }

  /**
   * So many lines, none longer than the room, with the smallest sum of squares of what is left over
   * at their ends: a last word stands alone only where it must.
   */
  private static List<Line> even(Word[] words, int paragraph, double room, int count) {
    double[][] cost = new double[count + 1][words.length + 1];
    int[][] begin = new int[count + 1][words.length + 1];
    for (double[] some : cost) {
      Arrays.fill(some, Double.POSITIVE_INFINITY);
    }
    cost[0][0] = 0;
    for (int line = 1; line <= count; line++) {
      for (int from = line - 1; from < words.length; from++) {
        double used = words[from].width();
        for (int to = from + 1; to <= words.length && used <= room; to++) {
          double width = used + (to < words.length ? words[to].hyphen() : 0);
          double left = room - width;
          if (width <= room && cost[line - 1][from] + left * left < cost[line][to]) {
            cost[line][to] = cost[line - 1][from] + left * left;
            begin[line][to] = from;
          }
          used += to < words.length ? words[to].gap() + words[to].width() : 0;
        }
      }
    }
    List<Line> lines = new ArrayList<>();
    for (int line = count, to = words.length; line > 0; line--) {
      lines.add(0, new Line(paragraph, begin[line][to], to));
      to = begin[line][to];
    }
    return lines;
  }

  private static List<Line> wrap(List<Word[]> paragraphs, double room) {
    List<Line> lines = new ArrayList<>();
    for (int p = 0; p < paragraphs.size(); p++) {
      List<Line> some = wrap(paragraphs.get(p), p, room);
      if (some == null) {
        return null;
      }
      lines.addAll(some);
    }
    return lines;
  }

  /** Fills line after line; null when a word is too long. */
  private static List<Line> wrap(Word[] words, int paragraph, double room) {
    List<Line> lines = new ArrayList<>();
    int from = 0;
    double used = 0;
    for (int i = 0; i < words.length; i++) {
      double hyphen = i + 1 < words.length ? words[i + 1].hyphen() : 0;
      double more = i == from ? words[i].width() : words[i].gap() + words[i].width();
      if (i > from && used + more + hyphen > room) {
        lines.add(new Line(paragraph, from, i));
        from = i;
        used = 0;
        more = words[i].width();
      }
      used += more;
      if (used + (i == from ? hyphen : 0) > room) {
        return null;
      }
    }
    if (words.length == 0 || from < words.length) {
      lines.add(new Line(paragraph, from, words.length));
    }
    return lines;
  }
}
