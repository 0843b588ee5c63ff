package dev.memenem.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** All subcommands by name, in the order of help; each is built only when it is wanted. */
public final class Commands {
  private static final List<String> NAMES =
      List.of(
          "submit",
          "status",
          "cancel",
          "retry",
          "worker",
          "templates",
          "render",
          "score",
          "cache-stats",
          "cache-cleanup",
          "doctor",
          "complete");

  private Commands() {}

  static List<String> names() {
    return NAMES;
  }

  /** A switch, since a map would load every command's class. */
  private static Object command(String name, Services services) {
    return switch (name) {
      case "submit" -> new SubmitCommand(services);
      case "status" -> new StatusCommand(services);
      case "cancel" -> new CancelCommand(services);
      case "retry" -> new RetryCommand(services);
      case "worker" -> new WorkerCommand(services);
      case "templates" -> new TemplatesCommand(services);
      case "render" -> new RenderCommand(services);
      case "score" -> new ScoreCommand(services);
      case "cache-stats" -> new CacheStatsCommand(services);
      case "cache-cleanup" -> new CacheCleanupCommand(services);
      case "doctor" -> new DoctorCommand(services);
      case "complete" -> new CompleteCommand(services);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** The whole command model, for help, man pages and completions. */
  public static CommandLine all(Services services) {
    CommandLine line = root();
    NAMES.forEach(name -> line.addSubcommand(name, command(name, services)));
    return line;
  }

  /** The subcommand that the first argument names, ready to parse the others; empty for none. */
  public static Optional<PreparedCommand> prepared(Services services, String[] args) {
    if (args.length == 0 || !NAMES.contains(args[0])) {
      return Optional.empty();
    }
    excludeConverters();
    return PreparedCommand.of(args[0], command(args[0], services));
  }

  /**
   * The model for one run: with only the subcommand that the first argument names, since building
   * all of them costs more than running one; with all when it names none.
   */
  public static CommandLine forArguments(Services services, String[] args) {
    if (args.length == 0 || !NAMES.contains(args[0])) {
      return all(services);
    }
    CommandLine line = root();
    line.addSubcommand(args[0], command(args[0], services));
    return line;
  }

  /**
   * The arguments as the model takes them: {@code --images} takes its directory only behind {@code
   * =}, so that a topic may follow it.
   */
  public static String[] normalized(String[] args) {
    String[] normalized = args.clone();
    for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
      if (args[i].equals("--images")) {
        normalized[i] = "--images=";
      }
    }
    return normalized;
  }

  /** Types that no option has, each dear to look up: formats of dates, drivers of databases. */
  private static void excludeConverters() {
    System.setProperty("picocli.converters.excludes", "java\\.(time|sql)\\..*");
  }

  private static CommandLine root() {
    excludeConverters();
    CommandLine line = new CommandLine(new MemenemCommand());
    line.setUsageHelpAutoWidth(false);
    line.setAbbreviatedOptionsAllowed(false);
    return line;
  }
}
