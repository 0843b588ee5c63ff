package dev.memenem.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * The help texts as the command model renders them, kept ready: building the model takes three
 * times as long as Java takes to start, and help is asked for by people who are in a hurry.
 */
public final class HelpPages {
  private static final Set<String> ASKS = Set.of("-h", "--help");

  private HelpPages() {}

  /**
   * The page that plainly is asked for, {@code --help} or {@code COMMAND --help}; empty for
   * anything else, which the command model has to make sense of.
   */
  public static Optional<String> of(String[] args, boolean colored) {
    if (args.length == 0 || args.length > 2 || !ASKS.contains(args[args.length - 1])) {
      return Optional.empty();
    }
    String command = args.length == 1 ? "memenem" : args[0];
    if (args.length == 2 && !Commands.names().contains(command)) {
      return Optional.empty();
    }
    return read(file(command, colored));
  }

  /** Where a page is kept, beside this class. */
  public static String file(String command, boolean colored) {
    return "help/" + command + (colored ? ".ansi" : ".txt");
  }

  private static Optional<String> read(String file) {
    try (InputStream page = HelpPages.class.getResourceAsStream(file)) {
      return page == null
          ? Optional.empty()
          : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
