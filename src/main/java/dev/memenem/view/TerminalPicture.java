package dev.memenem.view;

import dev.memenem.picture.Picture;
import dev.memenem.picture.Pixels;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;

/**
 * Pictures as text that a terminal shows as pictures. What a terminal can do is told from what it
 * says it is; it is never asked, since an answer could end up as typed text.
 */
public final class TerminalPicture {
  /** Ways to show a picture. */
  public enum Protocol {
    KITTY,
    ITERM2,
    SIXEL,
    /** Two pixels a character; for terminals that show no pictures, when asked for. */
    HALF_BLOCK,
    /** Not a terminal, or one without colours. */
    NONE;

    /** True when it shows real pictures. */
    public boolean shows() {
      return this == KITTY || this == ITERM2 || this == SIXEL;
    }
  }

  /** Pixels of a character cell where the terminal does not say: usual sizes are near these. */
  private static final int CELL_WIDTH = 10;

  private static final int CELL_HEIGHT = 20;

  private static final String ESC = "\u001b";

  private TerminalPicture() {}

  /**
   * What this terminal can do.
   *
   * @param environment variables of the process
   * @param terminal true when stdout is one
   */
  public static Protocol protocol(Map<String, String> environment, boolean terminal) {
    String term = variable(environment, "TERM");
    String program = variable(environment, "TERM_PROGRAM");
    if (!terminal || term.isEmpty() || term.equals("dumb")) {
      return Protocol.NONE;
    }
    // a multiplexer passes no pictures on unless its user has set that up
    boolean multiplexed =
        environment.containsKey("TMUX")
            || environment.containsKey("STY")
            || term.startsWith("screen")
            || term.startsWith("tmux");
    if (!multiplexed) {
      if (environment.containsKey("KITTY_WINDOW_ID")
          || term.contains("kitty")
          || term.contains("ghostty")
          || program.equals("ghostty")) {
        return Protocol.KITTY;
      }
      if (program.equals("iterm.app")
          || program.equals("wezterm")
          || program.equals("mintty")
          || variable(environment, "LC_TERMINAL").equals("iterm2")) {
        return Protocol.ITERM2;
      }
      if (term.contains("sixel")
          || term.startsWith("foot")
          || term.startsWith("mlterm")
          || term.startsWith("contour")
          || program.equals("contour")) {
        return Protocol.SIXEL;
      }
    }
    return variable(environment, "NO_COLOR").isEmpty() ? Protocol.HALF_BLOCK : Protocol.NONE;
  }

  /** True when the terminal shows all colours, not 256. */
  public static boolean allColours(Map<String, String> environment) {
    String says = variable(environment, "COLORTERM");
    return says.equals("truecolor") || says.equals("24bit");
  }

  /**
   * The picture, ending with a line break; empty for {@link Protocol#NONE}.
   *
   * @param columns at most so wide, in characters
   * @param rows at most so high
   */
  public static String show(
      Protocol protocol, Picture picture, int columns, int rows, boolean allColours) {
    return switch (protocol) {
      case KITTY -> kitty(picture.pixels(columns * CELL_WIDTH, rows * CELL_HEIGHT));
      case ITERM2 -> iterm(picture, columns, rows);
      case SIXEL -> sixel(picture.pixels(columns * CELL_WIDTH, rows * CELL_HEIGHT));
      case HALF_BLOCK -> blocks(picture.pixels(columns, rows * 2), allColours);
      case NONE -> "";
    };
  }

  private static String variable(Map<String, String> environment, String name) {
    return environment.getOrDefault(name, "").toLowerCase(Locale.ROOT);
  }

  /** Compressed RGB in pieces of 4096 characters, answers switched off. */
  private static String kitty(Pixels pixels) {
    String data = Base64.getEncoder().encodeToString(deflated(bytes(pixels)));
    StringBuilder out = new StringBuilder(data.length() + 1000);
    for (int from = 0; from < data.length(); from += 4096) {
      int to = Math.min(data.length(), from + 4096);
      String more = to < data.length() ? "1" : "0";
      out.append(ESC).append("_G");
      if (from == 0) {
        out.append("a=T,q=2,f=24,o=z,s=%d,v=%d,".formatted(pixels.width(), pixels.height()));
      }
      out.append("m=").append(more).append(';').append(data, from, to).append(ESC).append('\\');
    }
    return out.append('\n').toString();
  }

  private static String iterm(Picture picture, int columns, int rows) {
    double cells = (double) picture.width() / picture.height() * CELL_HEIGHT / CELL_WIDTH;
    int wide = (int) Math.max(1, Math.min(columns, Math.floor(rows * cells)));
    return "%s]1337;File=inline=1;size=%d;width=%d;preserveAspectRatio=1:%s\u0007%n"
        .formatted(
            ESC, picture.bytes().length, wide, Base64.getEncoder().encodeToString(picture.bytes()));
  }

  /** A cube of 6 × 6 × 6 colours, dithered by a fixed pattern. */
  private static String sixel(Pixels pixels) {
    int width = pixels.width();
    int height = pixels.height();
    StringBuilder out = new StringBuilder(width * height);
    out.append(ESC).append("P0;1;0q\"1;1;").append(width).append(';').append(height);
    for (int colour = 0; colour < 216; colour++) {
      out.append('#').append(colour).append(";2;").append(colour / 36 * 20).append(';');
      out.append(colour / 6 % 6 * 20).append(';').append(colour % 6 * 20);
    }
    byte[] mask = new byte[216 * width];
    for (int top = 0; top < height; top += 6) {
      java.util.Arrays.fill(mask, (byte) 0);
      boolean[] used = new boolean[216];
      for (int y = top; y < Math.min(height, top + 6); y++) {
        for (int x = 0; x < width; x++) {
          int colour = cube(pixels.rgb()[y * width + x], x, y);
          mask[colour * width + x] |= (byte) (1 << (y - top));
          used[colour] = true;
        }
      }
      for (int colour = 0; colour < 216; colour++) {
        if (used[colour]) {
          out.append('#').append(colour);
          runs(out, mask, colour * width, width);
          out.append('$');
        }
      }
      out.append('-');
    }
    return out.append(ESC).append("\\\n").toString();
  }

  private static void runs(StringBuilder out, byte[] mask, int from, int width) {
    for (int x = 0; x < width; ) {
      int end = x;
      while (end < width && mask[from + end] == mask[from + x]) {
        end++;
      }
      char sixel = (char) ('?' + mask[from + x]);
      if (end - x > 3) {
        out.append('!').append(end - x).append(sixel);
      } else {
        out.append(String.valueOf(sixel).repeat(end - x));
      }
      x = end;
    }
  }

  private static final int[] BAYER = {0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5};

  private static int cube(int rgb, int x, int y) {
    double noise = (BAYER[(y & 3) * 4 + (x & 3)] + 0.5) / 16 - 0.5;
    return level(rgb >> 16 & 0xff, noise) * 36
        + level(rgb >> 8 & 0xff, noise) * 6
        + level(rgb & 0xff, noise);
  }

  private static int level(int value, double noise) {
    return (int) Math.max(0, Math.min(5, Math.round(value / 51.0 + noise)));
  }

  private static String blocks(Pixels pixels, boolean allColours) {
    StringBuilder out = new StringBuilder();
    for (int y = 0; y < pixels.height(); y += 2) {
      String before = "";
      for (int x = 0; x < pixels.width(); x++) {
        int upper = pixels.rgb()[y * pixels.width() + x];
        boolean last = y + 1 >= pixels.height();
        int lower = last ? 0 : pixels.rgb()[(y + 1) * pixels.width() + x];
        String colours =
            ESC
                + "["
                + colour(38, upper, allColours)
                + ";"
                + (last ? "49" : colour(48, lower, allColours))
                + "m";
        if (!colours.equals(before)) {
          out.append(colours);
          before = colours;
        }
        out.append('▀');
      }
      out.append(ESC).append("[0m\n");
    }
    return out.toString();
  }

  private static String colour(int layer, int rgb, boolean all) {
    int r = rgb >> 16 & 0xff;
    int g = rgb >> 8 & 0xff;
    int b = rgb & 0xff;
    return all
        ? layer + ";2;" + r + ";" + g + ";" + b
        : layer + ";5;" + (16 + 36 * step(r) + 6 * step(g) + step(b));
  }

  /** The nearest of xterm's steps 0, 95, 135, 175, 215, 255. */
  private static int step(int value) {
    return value < 48 ? 0 : value < 115 ? 1 : Math.min(5, (value - 35) / 40);
  }

  private static byte[] bytes(Pixels pixels) {
    byte[] bytes = new byte[3 * pixels.rgb().length];
    for (int i = 0; i < pixels.rgb().length; i++) {
      bytes[3 * i] = (byte) (pixels.rgb()[i] >> 16);
      bytes[3 * i + 1] = (byte) (pixels.rgb()[i] >> 8);
      bytes[3 * i + 2] = (byte) pixels.rgb()[i];
    }
    return bytes;
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(4);
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }
}
