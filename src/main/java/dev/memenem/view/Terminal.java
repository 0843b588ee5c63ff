package dev.memenem.view;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;

/**
 * The three standard streams and what they are connected to. JLine is asked only for what nothing
 * cheaper can tell: the size of a window.
 */
public final class Terminal {
  /** When to colour. */
  public enum Color {
    AUTO,
    ALWAYS,
    NEVER
  }

  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;
  private final String connected;
  private Color color = Color.AUTO;
  private int width;

  /**
   * @param connected the numbers of the standard streams that are terminals, as the launcher found
   *     them: {@code 012}; null when it did not say
   */
  public Terminal(
      Map<String, String> environment, PrintStream out, PrintStream err, String connected) {
    this.environment = environment;
    this.out = out;
    this.err = err;
    this.connected = connected == null ? lookUp() : connected;
  }

  private static String lookUp() {
    StringBuilder found = new StringBuilder();
    for (int stream = 0; stream <= 2; stream++) {
      try {
        String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
        if (target.startsWith("/dev/pts/") || target.startsWith("/dev/tty")) {
          found.append(stream);
        }
      } catch (IOException | RuntimeException e) {
        // no such file system: not known to be a terminal
      }
    }
    return found.toString();
  }

  public void color(Color when) {
    color = when;
  }

  public PrintStream out() {
    return out;
  }

  public PrintStream err() {
    return err;
  }

  public boolean outIsTerminal() {
    return connected.contains("1");
  }

  public boolean errIsTerminal() {
    return connected.contains("2");
  }

  public boolean inIsTerminal() {
    return connected.contains("0");
  }

  /** True when a line may be drawn over: a terminal that is not dumb, and no CI. */
  public boolean canAnimate() {
    return errIsTerminal() && !dumb() && environment.getOrDefault("CI", "").isEmpty();
  }

  private boolean dumb() {
    String term = environment.getOrDefault("TERM", "");
    return term.isEmpty() || term.equals("dumb");
  }

  /** What data is laid out for. */
  public Screen screen() {
    return new Screen(outIsTerminal() ? width() : pipeWidth(), colored(outIsTerminal()), unicode());
  }

  /** What messages and progress are laid out for. */
  public Screen errorScreen() {
    return new Screen(errIsTerminal() ? width() : pipeWidth(), colored(errIsTerminal()), unicode());
  }

  /** True when data is to be coloured. */
  public boolean colored() {
    return colored(outIsTerminal());
  }

  private boolean colored(boolean terminal) {
    return switch (color) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> terminal && !dumb() && environment.getOrDefault("NO_COLOR", "").isEmpty();
    };
  }

  private boolean unicode() {
    String locale = environment.getOrDefault("LC_ALL", "");
    if (locale.equals("C") || locale.equals("POSIX")) {
      return false; // Java itself may have been started in another one, see the launcher
    }
    String encoding =
        System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
    if (encoding == null) {
      encoding = System.getProperty("native.encoding", Charset.defaultCharset().name());
    }
    return encoding.equalsIgnoreCase(StandardCharsets.UTF_8.name());
  }

  private int pipeWidth() {
    return columns(80);
  }

  private int columns(int otherwise) {
    try {
      int columns = Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
      return columns > 0 ? columns : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private int width() {
    if (width == 0) {
      width = columns(0);
    }
    if (width == 0) {
      try (org.jline.terminal.Terminal window = window()) {
        int columns = window.getSize().getColumns();
        width = columns > 0 ? columns : 80;
      } catch (IOException | RuntimeException e) {
        width = 80;
      }
    }
    return width;
  }

  /**
   * Opened for its size alone: it must not ask the terminal anything, whose answer could be typed
   * text.
   */
  private static org.jline.terminal.Terminal window() throws IOException {
    System.setProperty("org.jline.terminal.graphemeCluster", "false");
    return TerminalBuilder.builder().system(true).dumb(true).nativeSignals(false).build();
  }

  /**
   * Handles a signal while something runs.
   *
   * @param name {@code INT}, {@code TERM}
   * @param first runs at the first such signal
   * @param code with which the process ends at once at the second
   * @return puts back what was there before
   */
  public static Runnable onSignal(String name, Runnable first, int code) {
    AtomicBoolean again = new AtomicBoolean();
    Object before =
        Signals.register(
            name,
            () -> {
              if (again.getAndSet(true)) {
                Runtime.getRuntime().halt(code);
              }
              first.run();
            });
    return () -> Signals.unregister(name, before);
  }
}
