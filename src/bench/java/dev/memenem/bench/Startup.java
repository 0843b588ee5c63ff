package dev.memenem.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long whole processes take, and how much of a processor's time, as ratios to a Java program
 * that only says hello. All commands take turns in one run, so that whatever else the machine does
 * burdens each alike; processor time is the steadier of the two where others work too. Needs bash.
 *
 * <p>Arguments: rounds (31), the installed tree (target/memenem), and optionally a {@code
 * mongodb://} address.
 */
public final class Startup {
  private static final String HELLO =
      "public class Hello { public static void main(String[] a) { System.out.println(1); } }";

  /** All that templates does but the catalogue: no source is left, which it says. */
  private static final String[] NO_CATALOGUE = {"templates", "--offline", "--source", "imgflip"};

  private static final String[] SUBMIT = {
    "submit", "--offline", "--seed", "1", "-q", "code review"
  };

  private final Path work;
  private final Path program;
  private final Map<String, List<String>> commands = new LinkedHashMap<>();
  private final Map<String, List<Long>> wall = new LinkedHashMap<>();
  private final Map<String, List<Long>> processor = new LinkedHashMap<>();
  private final Map<String, Long> kilobytes = new LinkedHashMap<>();

  private Startup(Path work, Path tree) {
    this.work = work;
    program = tree.resolve("bin/memenem").toAbsolutePath();
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 31;
    Path tree = Path.of(args.length > 1 ? args[1] : "target/memenem");
    Startup startup = new Startup(Files.createTempDirectory("memenem-startup"), tree);
    startup.prepare(args.length > 2 ? Optional.of(args[2]) : Optional.empty());
    for (int round = 0; round < rounds; round++) {
      for (String name : startup.commands.keySet()) {
        startup.time(name);
      }
    }
    startup.weigh();
    startup.print(rounds);
  }

  private void prepare(Optional<String> mongo) throws IOException, InterruptedException {
    String home = System.getProperty("java.home");
    Files.writeString(work.resolve("Hello.java"), HELLO);
    run(List.of(home + "/bin/javac", "-d", work.toString(), work.resolve("Hello.java").toString()));
    commands.put(
        "Java's hello world", List.of(home + "/bin/java", "-cp", work.toString(), "Hello"));
    memenem("--version");
    memenem("--help");
    memenem("submit", "--help");
    memenem("status");
    mongo.ifPresent(uri -> memenem("status", "--store", uri));
    memenem("status", "latest", "-o", "json");
    memenem("cache-stats");
    memenem(NO_CATALOGUE);
    memenem("templates", "--offline");
    memenem("templates", "--offline", "--topic", "code review");
    memenem(SUBMIT);
    for (int i = 0; i < 5; i++) {
      run(commands.get(String.join(" ", SUBMIT)));
    }
    for (Map.Entry<String, List<String>> command : commands.entrySet()) {
      wall.put(command.getKey(), new ArrayList<>());
      processor.put(command.getKey(), new ArrayList<>());
      int code = run(command.getValue());
      if (code != 0 && !command.getKey().equals(String.join(" ", NO_CATALOGUE))) {
        throw new IllegalStateException(command.getKey() + " ended with " + code);
      }
    }
  }

  private void memenem(String... arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    commands.put(String.join(" ", arguments), command);
  }

  /** In milliseconds, as bash counts them. */
  private void time(String name) throws IOException, InterruptedException {
    Path out = work.resolve("times");
    List<String> timed =
        new ArrayList<>(
            List.of(
                "bash",
                "-c",
                "TIMEFORMAT='%3R %3U %3S'; out=$1; shift; { time \"$@\" >/dev/null 2>&1; } 2>\"$out\"",
                "bash",
                out.toString()));
    timed.addAll(commands.get(name));
    run(timed);
    long[] times =
        Arrays.stream(Files.readString(out).strip().split(" "))
            .mapToLong(seconds -> Math.round(Double.parseDouble(seconds) * 1000))
            .toArray();
    wall.get(name).add(times[0]);
    processor.get(name).add(times[1] + times[2]);
  }

  /** The most memory that each used, where GNU time can tell. */
  private void weigh() throws IOException, InterruptedException {
    Path time = Path.of("/usr/bin/time");
    if (!Files.isExecutable(time)) {
      return;
    }
    for (Map.Entry<String, List<String>> command : commands.entrySet()) {
      Path out = work.resolve("memory");
      List<String> weighed =
          new ArrayList<>(List.of(time.toString(), "-q", "-f", "%M", "-o", out.toString()));
      weighed.addAll(command.getValue());
      run(weighed);
      kilobytes.put(command.getKey(), Long.parseLong(Files.readString(out).strip()));
    }
  }

  private int run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("MEMENEM_HOME", work.resolve("home").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.start().waitFor();
  }

  private void print(int rounds) {
    String hello = commands.keySet().iterator().next();
    System.out.printf(
        "Java %s, %d processors, %d rounds; %s: %.0f ms, processor %.0f ms%n%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        rounds,
        hello,
        quantile(wall, hello, 0.5),
        quantile(processor, hello, 0.5));
    System.out.println(
        "| command | ratio | quartiles | processor | quartiles | ms, processor | MiB |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (String name : commands.keySet()) {
      System.out.printf(
          "| `%s` | %s | %s | %.0f | %s |%n",
          name,
          ratios(wall, name, hello),
          ratios(processor, name, hello),
          quantile(processor, name, 0.5),
          kilobytes.containsKey(name) ? kilobytes.get(name) / 1024 : "");
    }
  }

  private static String ratios(Map<String, List<Long>> times, String name, String hello) {
    double one = quantile(times, hello, 0.5);
    return "%.2f | %.2f–%.2f"
        .formatted(
            quantile(times, name, 0.5) / one,
            quantile(times, name, 0.25) / one,
            quantile(times, name, 0.75) / one);
  }

  private static double quantile(Map<String, List<Long>> times, String name, double part) {
    long[] sorted = times.get(name).stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
  }
}
