package dev.memenem.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** 256 colours for a picture, by median cut over a histogram of five bits a channel. */
final class Palette {
  private static final int COLOURS = 256;
  private static final int CELLS = 1 << 15;

  private final int[] colours;
  private final byte[] nearest = new byte[CELLS];
  private final boolean[] known = new boolean[CELLS];

  private Palette(int[] colours) {
    this.colours = colours;
  }

  static Palette of(int[] rgb) {
    long[] count = new long[CELLS];
    long[] red = new long[CELLS];
    long[] green = new long[CELLS];
    long[] blue = new long[CELLS];
    for (int pixel : rgb) {
      int cell = cell(pixel);
      count[cell]++;
      red[cell] += pixel >> 16 & 0xff;
      green[cell] += pixel >> 8 & 0xff;
      blue[cell] += pixel & 0xff;
    }
    int[] used = java.util.stream.IntStream.range(0, CELLS).filter(c -> count[c] > 0).toArray();
    List<int[]> boxes = new ArrayList<>();
    boxes.add(used);
    while (boxes.size() < COLOURS) {
      int[] largest =
          boxes.stream()
              .filter(box -> box.length > 1)
              .max(Comparator.comparingDouble(box -> weight(box, count)))
              .orElse(null);
      if (largest == null) {
        break;
      }
      boxes.remove(largest);
      int cut = cut(largest, count);
      boxes.add(Arrays.copyOfRange(largest, 0, cut));
      boxes.add(Arrays.copyOfRange(largest, cut, largest.length));
    }
    int[] colours = new int[COLOURS];
    for (int i = 0; i < boxes.size(); i++) {
      long n = 0;
      long r = 0;
      long g = 0;
      long b = 0;
      for (int cell : boxes.get(i)) {
        n += count[cell];
        r += red[cell];
        g += green[cell];
        b += blue[cell];
      }
      colours[i] = (int) (r / n << 16 | g / n << 8 | b / n);
    }
    return new Palette(Arrays.copyOf(colours, boxes.size()));
  }

  /** Pixels count, and more so where a box is long: a rare colour far off must not vanish. */
  private static double weight(int[] box, long[] count) {
    long pixels = 0;
    for (int cell : box) {
      pixels += count[cell];
    }
    return Math.sqrt(pixels) * length(box, axis(box));
  }

  /** Sorts a box along its longest side and says where its middle pixel lies. */
  private static int cut(int[] box, long[] count) {
    int shift = axis(box);
    int[] sorted =
        Arrays.stream(box)
            .boxed()
            .sorted(Comparator.comparingInt(c -> c >> shift & 31))
            .mapToInt(Integer::intValue)
            .toArray();
    System.arraycopy(sorted, 0, box, 0, box.length);
    long half = Arrays.stream(box).mapToLong(c -> count[c]).sum() / 2;
    long seen = 0;
    for (int i = 0; i < box.length - 1; i++) {
      seen += count[box[i]];
      if (seen >= half) {
        return i + 1;
      }
    }
    return box.length - 1;
  }

  private static int axis(int[] box) {
    int red = length(box, 10);
    int green = length(box, 5);
    int blue = length(box, 0);
    return green >= red && green >= blue ? 5 : red >= blue ? 10 : 0;
  }

  private static int length(int[] box, int shift) {
    int least = 31;
    int most = 0;
    for (int cell : box) {
      int value = cell >> shift & 31;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return most - least + 1;
  }

  byte[] table() {
    byte[] table = new byte[3 * COLOURS];
    for (int i = 0; i < colours.length; i++) {
      table[3 * i] = (byte) (colours[i] >> 16);
      table[3 * i + 1] = (byte) (colours[i] >> 8);
      table[3 * i + 2] = (byte) colours[i];
    }
    return table;
  }

  /** Each pixel as a number of the table; an ordered pattern softens the steps of gradients. */
  byte[] indexed(int[] rgb, int width) {
    byte[] indexed = new byte[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      int noise = ((i % width & 1) * 2 + (i / width & 1) * 3 & 3) * 2 - 3;
      int pixel = rgb[i];
      int r = clamp((pixel >> 16 & 0xff) + noise);
      int g = clamp((pixel >> 8 & 0xff) + noise);
      int b = clamp((pixel & 0xff) + noise);
      int cell = cell(r << 16 | g << 8 | b);
      if (!known[cell]) {
        nearest[cell] = (byte) nearest(r, g, b);
        known[cell] = true;
      }
      indexed[i] = nearest[cell];
    }
    return indexed;
  }

  private int nearest(int r, int g, int b) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < colours.length; i++) {
      int dr = (colours[i] >> 16) - r;
      int dg = (colours[i] >> 8 & 0xff) - g;
      int db = (colours[i] & 0xff) - b;
      int distance = 2 * dr * dr + 4 * dg * dg + 3 * db * db;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  private static int clamp(int value) {
    return Math.max(0, Math.min(255, value));
  }

  private static int cell(int pixel) {
    return pixel >> 9 & 0x7c00 | pixel >> 6 & 0x3e0 | pixel >> 3 & 0x1f;
  }
}
