package dev.memenem.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The tool itself; without a subcommand it shows what there is. */
@Command(
    name = "memenem",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    description = "Turns a topic into ranked, captioned memes.",
    footer = {
      "",
      "Try:  memenem submit \"Monday morning meetings\"",
      "Each command explains itself: memenem COMMAND --help"
    })
public final class MemenemCommand implements Callable<Integer> {
  @Mixin GlobalOptions global;

  @Spec CommandSpec spec;

  /** For the options that were given, wherever they stood. */
  public GlobalOptions global() {
    return global;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "Missing command; 'memenem --help' lists them");
  }
}
