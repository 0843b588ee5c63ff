package dev.memenem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A prepared command understands what the annotations say, and leaves them the rest. */
class PreparedCommandTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "submit cats",
        "submit -qvv -t 3 -n2 --style=corporate-irony -o json cats",
        "submit --template two --template drake --source Imgflip --provider builtin cats",
        "submit cats --images=",
        "submit cats --images=out --best --force --seed -7 --offline --refresh --strict",
        "submit --file - --key k --label l --record a --replay b -d --queue",
        "submit -- -40",
        "status",
        "status 3f2a --wait --timeout 60s --interval 1s --exit-status -w",
        "status --state Failed --since 2h --limit 3 --label x --json",
        "cancel a b c",
        "retry a",
        "worker --drain --poll 1s --concurrency 2",
        "worker --job a --job b",
        "templates drake --limit 5 --topic work --id x --offline",
        "render --template drake --text one --text two --format JPEG --preview",
        "score --template drake one two",
        "cache-stats --store sqlite:x --config y --color always --no-progress",
        "cache-cleanup --dry-run --kind jobs,images --older-than 1d",
        "doctor --online",
        "complete jobs",
      })
  void the_fields_are_the_same(String line) {
    String[] args = line.split(" ");
    CommandLine annotated = Commands.forArguments(null, args);
    annotated.parseArgs(args);
    PreparedCommand prepared = prepared(args);
    prepared.line().parseArgs(behindName(args));
    assertThat(values(prepared.line().getCommand()))
        .isEqualTo(values(annotated.getSubcommands().get(args[0]).getCommand()));
    assertThat(values(prepared.global()))
        .isEqualTo(values(((MemenemCommand) annotated.getCommand()).global()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status -h",
        "status -qh",
        "submit cats --help",
        "submit --label --help",
        "worker -V",
        "submit -t",
        "submit -t many cats",
        "submit one two",
        "submit --style funny cats",
        "status --no-such-option",
        "status --quiet=maybe",
        "retry",
        "cancel",
        "cache-cleanup --kind dust",
      })
  void help_and_wrong_use_are_left_to_the_annotations(String line) {
    String[] args = line.split(" ");
    CommandLine prepared = prepared(args).line();
    assertThatThrownBy(() -> prepared.parseArgs(behindName(args)))
        .isInstanceOf(ParameterException.class);
  }

  static Stream<String> names() {
    return Commands.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_subcommand_is_prepared_with_all_its_options(String name) {
    String[] args = {name};
    CommandLine annotated = Commands.forArguments(null, args).getSubcommands().get(name);
    assertThat(prepared(args).line().getCommandSpec().optionsMap().keySet())
        .isEqualTo(annotated.getCommandSpec().optionsMap().keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--color never status", "no-such-command"})
  void what_does_not_begin_with_a_subcommand_is_not_prepared(String line) {
    assertThat(Commands.prepared(null, line.split(" "))).isEmpty();
  }

  private static PreparedCommand prepared(String[] args) {
    return Commands.prepared(null, args).orElseThrow();
  }

  private static String[] behindName(String[] args) {
    return Arrays.copyOfRange(args, 1, args.length);
  }

  /** What the command line can have changed. */
  private static Map<String, String> values(Object options) {
    Map<String, String> values = new TreeMap<>();
    for (Field field : options.getClass().getDeclaredFields()) {
      if (!Modifier.isFinal(field.getModifiers()) && !field.getName().equals("spec")) {
        try {
          field.setAccessible(true);
          Object value = field.get(options);
          values.put(
              field.getName(),
              value instanceof boolean[] flags ? Arrays.toString(flags) : String.valueOf(value));
        } catch (IllegalAccessException e) {
          throw new AssertionError(e);
        }
      }
    }
    return values;
  }
}
