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
 * How long whole processes take, as ratios to a Java program that only says hello. All commands
 * take turns in one run, so that whatever else the machine does burdens each alike.
 *
 * <p>Arguments: rounds (31), the installed tree (target/memenem), and optionally a {@code
 * mongodb://} address.
 */
public final class Startup {
  private static final String HELLO =
      "public class Hello { public static void main(String[] a) { System.out.println(1); } }";

  private final Path work;
  private final Path program;
  private final Map<String, List<String>> commands = new LinkedHashMap<>();
  private final Map<String, List<Long>> nanos = new LinkedHashMap<>();
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
    memenem("status", "latest", "-o", "json");
    memenem("templates", "--offline");
    memenem("cache-stats");
    memenem("submit", "--offline", "--seed", "1", "-q", "code review");
    mongo.ifPresent(uri -> memenem("status", "--store", uri));
    for (int i = 0; i < 5; i++) {
      run(commands.get("submit --offline --seed 1 -q code review"));
    }
    for (Map.Entry<String, List<String>> command : commands.entrySet()) {
      nanos.put(command.getKey(), new ArrayList<>());
      int code = run(command.getValue());
      if (code != 0) {
        throw new IllegalStateException(command.getKey() + " ended with " + code);
      }
    }
  }

  private void memenem(String... arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    commands.put(String.join(" ", arguments), command);
  }

  private void time(String name) throws IOException, InterruptedException {
    long start = System.nanoTime();
    run(commands.get(name));
    nanos.get(name).add(System.nanoTime() - start);
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
          new ArrayList<>(List.of(time.toString(), "-f", "%M", "-o", out.toString()));
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
    double hello = median("Java's hello world");
    System.out.printf(
        "Java %s, %d processors, %d rounds%n%n", Runtime.version(), processors(), rounds);
    System.out.println("| command | median, ms | ratio | quartiles | MiB |");
    System.out.println("|---|---|---|---|---|");
    for (String name : commands.keySet()) {
      System.out.printf(
          "| `%s` | %.0f | %.2f | %.2f–%.2f | %s |%n",
          name,
          median(name) / 1e6,
          median(name) / hello,
          quantile(name, 0.25) / hello,
          quantile(name, 0.75) / hello,
          kilobytes.containsKey(name) ? kilobytes.get(name) / 1024 : "");
    }
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  private double median(String name) {
    return quantile(name, 0.5);
  }

  private double quantile(String name, double part) {
    long[] sorted = nanos.get(name).stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
  }
}
