package dev.memenem.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/** All subcommands by name, in the order of help; each is built only when it is wanted. */
public final class Commands {
  private static final Map<String, Function<Services, Object>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("submit", SubmitCommand::new);
    ALL.put("status", StatusCommand::new);
    ALL.put("cancel", CancelCommand::new);
    ALL.put("retry", RetryCommand::new);
    ALL.put("worker", WorkerCommand::new);
    ALL.put("templates", TemplatesCommand::new);
    ALL.put("render", RenderCommand::new);
    ALL.put("score", ScoreCommand::new);
    ALL.put("cache-stats", CacheStatsCommand::new);
    ALL.put("cache-cleanup", CacheCleanupCommand::new);
    ALL.put("doctor", DoctorCommand::new);
  }

  private Commands() {}

  /** The whole command model, for help, man pages and completions. */
  public static CommandLine all(Services services) {
    CommandLine line = root();
    ALL.forEach((name, command) -> line.addSubcommand(name, command.apply(services)));
    return line;
  }

  /**
   * The model for one run: with only the subcommand that the first argument names, since building
   * all of them costs more than running one; with all when it names none.
   */
  public static CommandLine forArguments(Services services, String[] args) {
    if (args.length == 0 || !ALL.containsKey(args[0])) {
      return all(services);
    }
    CommandLine line = root();
    line.addSubcommand(args[0], ALL.get(args[0]).apply(services));
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

  private static CommandLine root() {
    CommandLine line = new CommandLine(new MemenemCommand());
    line.setUsageHelpAutoWidth(false);
    line.setAbbreviatedOptionsAllowed(false);
    return line;
  }
}
