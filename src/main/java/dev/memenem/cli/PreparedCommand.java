package dev.memenem.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/**
 * One subcommand that can parse and run, and nothing else. Its options are those of the
 * annotations, which the build has read already: at a start that takes three times as long as Java
 * itself, as Java makes a class for each kind of annotation. Help and every wrong use are left to
 * the annotated model by a {@link ParameterException}.
 *
 * @param line parses the words behind the subcommand's name
 */
public record PreparedCommand(CommandLine line, GlobalOptions global) {
  private static final String FOLDER = "options/";
  private static final String LEFT_TO_THE_ANNOTATIONS = "help";

  /** What one option or parameter needs to be parsed, a line of a file. */
  private record Entry(
      String owner,
      String field,
      String names,
      String arity,
      String element,
      String converter,
      String defaultValue,
      String fallback,
      String split,
      boolean required) {
    static Entry of(ArgSpec arg) {
      boolean option = arg instanceof OptionSpec;
      boolean generic = arg.isMultiValue() && !arg.type().isArray() || arg.typeInfo().isOptional();
      Field field = (Field) arg.userObject();
      return new Entry(
          owner(field),
          field.getName(),
          option
              ? String.join(" ", ((OptionSpec) arg).names())
              : ((PositionalParamSpec) arg).index().toString(),
          arg.arity().toString(),
          generic ? arg.auxiliaryTypes()[0].getName() : "",
          arg.converters().length == 0 ? "" : arg.converters()[0].getClass().getName(),
          arg.defaultValue() == null ? "" : arg.defaultValue(),
          option ? ((OptionSpec) arg).fallbackValue() : "",
          arg.splitRegex(),
          arg.required());
    }

    private static String owner(Field field) {
      Class<?> declaring = field.getDeclaringClass();
      if (declaring == GlobalOptions.class) {
        return "global";
      }
      return declaring.getPackage() == GlobalOptions.class.getPackage()
          ? "command"
          : LEFT_TO_THE_ANNOTATIONS;
    }

    String line() {
      return String.join(
          "\t",
          owner,
          field,
          names,
          arity,
          element,
          converter,
          defaultValue,
          fallback,
          split,
          String.valueOf(required));
    }

    static Entry read(String line) {
      String[] cells = line.split("\t", -1);
      return new Entry(
          cells[0],
          cells[1],
          cells[2],
          cells[3],
          cells[4],
          cells[5],
          cells[6],
          cells[7],
          cells[8],
          Boolean.parseBoolean(cells[9]));
    }

    boolean isOption() {
      return names.startsWith("-");
    }

    /** {@code null} for none, as picocli has it. */
    String ownDefault() {
      return defaultValue.isEmpty() ? null : defaultValue;
    }

    Class<?>[] elements() throws ClassNotFoundException {
      return element.isEmpty() ? new Class<?>[0] : new Class<?>[] {Class.forName(element)};
    }

    ITypeConverter<?>[] converters() throws ReflectiveOperationException {
      return converter.isEmpty()
          ? new ITypeConverter<?>[0]
          : new ITypeConverter<?>[] {
            (ITypeConverter<?>) Class.forName(converter).getDeclaredConstructor().newInstance()
          };
    }
  }

  /** Ready to parse; empty when the build prepared nothing, as in an editor. */
  static Optional<PreparedCommand> of(String name, Object command) {
    Optional<String> file = read(name);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    GlobalOptions global = new GlobalOptions();
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name("memenem " + name);
    try {
      for (String line : file.get().split("\n")) {
        add(Entry.read(line), spec, command, global);
      }
      for (Field field : command.getClass().getDeclaredFields()) {
        if (field.getType() == CommandSpec.class) {
          field.set(command, spec);
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return Optional.of(new PreparedCommand(new CommandLine(spec), global));
  }

  private static Optional<String> read(String name) {
    try (InputStream in = PreparedCommand.class.getResourceAsStream(FOLDER + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Entry entry, CommandSpec spec, Object command, GlobalOptions global)
      throws ReflectiveOperationException {
    if (entry.owner().equals(LEFT_TO_THE_ANNOTATIONS)) {
      spec.addOption(
          OptionSpec.builder(entry.names().split(" "))
              .type(boolean.class)
              .hasInitialValue(false)
              .setter(new NotHere(spec))
              .build());
      return;
    }
    Object owner = entry.owner().equals("global") ? global : command;
    Field field = owner.getClass().getDeclaredField(entry.field());
    FieldOf place = new FieldOf(owner, field);
    if (entry.isOption()) {
      spec.addOption(
          OptionSpec.builder(entry.names().split(" "))
              .arity(entry.arity())
              .type(field.getType())
              .auxiliaryTypes(entry.elements())
              .converters(entry.converters())
              .defaultValue(entry.ownDefault())
              .fallbackValue(entry.fallback())
              .splitRegex(entry.split())
              .required(entry.required())
              .hasInitialValue(false)
              .getter(place)
              .setter(place)
              .build());
    } else {
      spec.addPositional(
          PositionalParamSpec.builder()
              .index(entry.names())
              .arity(entry.arity())
              .type(field.getType())
              .auxiliaryTypes(entry.elements())
              .converters(entry.converters())
              .defaultValue(entry.ownDefault())
              .splitRegex(entry.split())
              .required(entry.required())
              .hasInitialValue(false)
              .getter(place)
              .setter(place)
              .build());
    }
  }

  private record FieldOf(Object owner, Field field)
      implements CommandLine.Model.IGetter, CommandLine.Model.ISetter {
    @Override
    @SuppressWarnings("unchecked")
    public <T> T get() throws IllegalAccessException {
      return (T) field.get(owner);
    }

    @Override
    public <T> T set(T value) throws IllegalAccessException {
      T before = get();
      field.set(owner, value);
      return before;
    }
  }

  private record NotHere(CommandSpec spec) implements CommandLine.Model.ISetter {
    @Override
    public <T> T set(T value) {
      throw new ParameterException(spec.commandLine(), "help is not here");
    }
  }

  /**
   * Reads the annotations for the program; run by the build.
   *
   * @param args the folder to write to
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0], FOLDER));
    CommandLine all = Commands.all(null);
    for (String name : Commands.names()) {
      CommandSpec spec = all.getSubcommands().get(name).getCommandSpec();
      List<ArgSpec> arguments = new ArrayList<>(spec.options());
      arguments.addAll(spec.positionalParameters());
      Files.writeString(
          folder.resolve(name),
          arguments.stream().map(Entry::of).map(Entry::line).collect(Collectors.joining("\n")));
    }
  }
}
