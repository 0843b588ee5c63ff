package dev.memenem.docs;

import dev.memenem.cli.Commands;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a shell has to know of the command line to complete it.
 *
 * @param global the options of every command
 */
record CommandModel(String name, List<Option> global, List<Subcommand> subcommands) {
  /** What may stand where a value is wanted. */
  enum Value {
    NONE,
    ANY,
    WORDS,
    FILE,
    DIRECTORY,
    JOB,
    TEMPLATE
  }

  /**
   * One option.
   *
   * @param words what {@link Value#WORDS} chooses from
   * @param list true when several words may be joined by commas
   * @param attached true when a value is taken only behind {@code =}
   */
  record Option(
      List<String> names,
      Value value,
      List<String> words,
      boolean list,
      boolean attached,
      boolean repeatable,
      String label,
      String description) {
    boolean takesNext() {
      return value != Value.NONE && !attached;
    }
  }

  record Subcommand(
      String name,
      String description,
      List<Option> options,
      Value positional,
      boolean severalPositionals) {}

  static CommandModel read() {
    CommandLine line = Commands.all(null);
    List<Subcommand> subcommands = new ArrayList<>();
    for (Map.Entry<String, CommandLine> each : line.getSubcommands().entrySet()) {
      CommandSpec spec = each.getValue().getCommandSpec();
      if (!spec.usageMessage().hidden()) {
        subcommands.add(subcommand(each.getKey(), spec));
      }
    }
    return new CommandModel("memenem", options(line.getCommandSpec(), true), subcommands);
  }

  private static Subcommand subcommand(String name, CommandSpec spec) {
    Value positional = Value.NONE;
    boolean several = false;
    if (!spec.positionalParameters().isEmpty()) {
      ArgSpec first = spec.positionalParameters().get(0);
      positional = value(first);
      several = first.arity().max() > 1;
    }
    return new Subcommand(
        name,
        firstSentence(spec.usageMessage().description()),
        options(spec, false),
        positional,
        several);
  }

  private static List<Option> options(CommandSpec spec, boolean all) {
    return spec.options().stream()
        .filter(option -> !option.hidden())
        .filter(option -> all || !isGlobal(option))
        .map(CommandModel::option)
        .toList();
  }

  /** Help and version are inherited as mixins, which picocli does not call inherited. */
  private static boolean isGlobal(OptionSpec option) {
    return option.inherited() || option.usageHelp() || option.versionHelp();
  }

  private static Option option(OptionSpec option) {
    return new Option(
        List.of(option.names()),
        value(option),
        words(option),
        !option.splitRegex().isEmpty(),
        option.arity().min() == 0 && option.arity().max() > 0,
        option.isMultiValue(),
        option.paramLabel(),
        firstSentence(option.description()));
  }

  private static Value value(ArgSpec arg) {
    if (arg.arity().max() == 0) {
      return Value.NONE;
    }
    if (!words(arg).isEmpty()) {
      return Value.WORDS;
    }
    String label = arg.paramLabel();
    if (label.equals("JOB_ID")) {
      return Value.JOB;
    }
    if (label.equals("ID")) {
      return Value.TEMPLATE;
    }
    if (label.equals("DIR")) {
      return Value.DIRECTORY;
    }
    if (label.equals("FILE") || label.equals("F") || arg.type() == Path.class) {
      return Value.FILE;
    }
    return Value.ANY;
  }

  private static List<String> words(ArgSpec arg) {
    if (arg.completionCandidates() == null) {
      return List.of();
    }
    return StreamSupport.stream(arg.completionCandidates().spliterator(), false)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String firstSentence(String[] description) {
    String text = String.join(" ", description).replaceAll("%n", " ").strip();
    int end = text.indexOf(". ");
    String first = end < 0 ? text : text.substring(0, end);
    first = first.replaceAll(" \\(default: .*?\\)", "").replaceAll(" \\(default\\)", "");
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }
}
