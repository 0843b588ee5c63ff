package dev.memenem.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that stand before or behind the subcommand. */
public final class GlobalOptions {
  /** When to colour. */
  public enum Color {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      order = 900,
      converter = Names.OutputConverter.class,
      completionCandidates = Names.Outputs.class,
      description = "Print data as table (default), json or ndjson.")
  OutputFormat output;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      order = 901,
      description = "Short for --output=json.")
  boolean json;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      order = 902,
      converter = Names.ColorConverter.class,
      completionCandidates = Names.Colors.class,
      description = "Colour: auto (default), always or never.")
  Color color;

  @Option(
      names = "--no-progress",
      scope = ScopeType.INHERIT,
      order = 903,
      description = "Draw no progress line.")
  boolean noProgress;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      order = 904,
      description = "Print only the data itself: an id or the captions.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      order = 905,
      description = "Say more; repeat for still more.")
  boolean[] verbose = {};

  @Option(
      names = "--store",
      paramLabel = "URI",
      scope = ScopeType.INHERIT,
      order = 906,
      description =
          "Where jobs and caches live: sqlite:PATH, mongodb://… or mongodb+srv://…. Prefer"
              + " MONGODB_URI for an address with a password.")
  String store;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      order = 907,
      description = "Read settings from FILE instead of the usual place.")
  Path config;

  public OutputFormat output() {
    if (json) {
      return OutputFormat.JSON;
    }
    return output == null ? OutputFormat.TABLE : output;
  }

  public Color color() {
    return color == null ? Color.AUTO : color;
  }

  public boolean progress() {
    return !noProgress && !quiet;
  }

  public boolean quiet() {
    return quiet;
  }

  /** 0 for none, 1 for {@code -v}, and so on. */
  public int verbosity() {
    return verbose.length;
  }

  public Optional<String> store() {
    return Optional.ofNullable(store);
  }

  public Optional<Path> config() {
    return Optional.ofNullable(config);
  }
}
