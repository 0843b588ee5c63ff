package dev.memenem.cli;

import dev.memenem.batch.NoSuchJob;
import dev.memenem.batch.WorkerLauncher.WorkerNotStarted;
import dev.memenem.config.ConfigException;
import dev.memenem.job.InvalidRequest;
import dev.memenem.json.Invisible;
import dev.memenem.json.Json;
import dev.memenem.picture.PictureException;
import dev.memenem.store.StoreException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one mapping from what went wrong to a line for the user and an exit code. */
public final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final PrintStream err;
  private final String[] args;

  public Failures(PrintStream err, String[] args) {
    this.err = err;
    this.args = args;
  }

  /** A failure that already knows its code; the message says what to do. */
  public static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final ExitCode code;

    public Failure(ExitCode code, String message) {
      super(message);
      this.code = code;
    }
  }

  @Override
  public int handleParseException(ParameterException e, String[] all) {
    return report(ExitCode.USAGE, usage(e));
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    return e instanceof ParameterException p ? report(ExitCode.USAGE, usage(p)) : handle(e);
  }

  /** Tells of any exception and gives its code. */
  public int handle(Throwable e) {
    if (verbose()) {
      e.printStackTrace(err);
    }
    return report(code(e), message(e));
  }

  private static ExitCode code(Throwable e) {
    if (e instanceof Failure failure) {
      return failure.code;
    }
    if (e instanceof InvalidRequest || e instanceof ConfigException) {
      return ExitCode.USAGE;
    }
    if (e instanceof NoSuchJob) {
      return ExitCode.NOT_FOUND;
    }
    return e instanceof StoreException ? ExitCode.UNAVAILABLE : ExitCode.FAILED;
  }

  private static String message(Throwable e) {
    boolean ours =
        e instanceof Failure
            || e instanceof InvalidRequest
            || e instanceof ConfigException
            || e instanceof NoSuchJob
            || e instanceof StoreException
            || e instanceof PictureException
            || e instanceof WorkerNotStarted;
    return ours
        ? e.getMessage()
        : "something that should not happen: " + e + "; -v shows where, please report it";
  }

  private String usage(ParameterException e) {
    CommandLine line = e.getCommandLine();
    String help = "; see '" + line.getCommandSpec().qualifiedName() + " --help'";
    if (e instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      if (unmatched.isUnknownOption() && !List.of(args).contains("--")) {
        List<String> options =
            line.getCommandSpec().options().stream().map(o -> o.longestName()).toList();
        return "there is no option '%s'%s".formatted(word, meant(word, options) + help);
      }
      if (line.getParent() == null) {
        List<String> commands = List.copyOf(line.getSubcommands().keySet());
        return "there is no command '%s'%s".formatted(word, meant(word, commands) + help);
      }
      return "'%s' is one word too many; put text with blanks in quotes%s".formatted(word, help);
    }
    return e.getMessage().lines().findFirst().orElse("wrong usage")
        + (e.getMessage().contains("--help") ? "" : help);
  }

  private static String meant(String word, List<String> names) {
    return Names.nearest(word.replaceAll("=.*", ""), names)
        .map(name -> "; did you mean " + name + "?")
        .orElse("");
  }

  /** Prints the one line, or with {@code -o json} the one document, and gives the number. */
  int report(ExitCode code, String message) {
    String line = Invisible.strip(message);
    if (json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("success", false);
      document.put("error", code.name().toLowerCase(Locale.ROOT));
      document.put("detail", line);
      document.put("exit_code", code.code());
      err.println(Json.write(document));
    } else {
      err.println("memenem: " + line);
    }
    err.flush();
    return code.code();
  }

  /** Looked up in the raw arguments: they may be what could not be parsed. */
  private boolean json() {
    for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
      String arg = args[i];
      if (arg.equals("--json")
          || arg.matches("(?i)(-o=?|--output=)(nd)?json")
          || ((arg.equals("-o") || arg.equals("--output"))
              && i + 1 < args.length
              && args[i + 1].matches("(?i)(nd)?json"))) {
        return true;
      }
    }
    return false;
  }

  private boolean verbose() {
    for (String arg : args) {
      if (arg.equals("--")) {
        return false;
      }
      if (arg.equals("--verbose") || arg.matches("-v+")) {
        return true;
      }
    }
    return false;
  }
}
