package dev.memenem.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Runs programs as a user's shell would: in a directory, with an environment of its own. */
public final class Shell {
  /** What the build made. */
  public static final Path TREE = place("memenem.tree", "target/memenem");

  public static final Path SOURCES = place("memenem.sources", ".");

  private static final long LIMIT_SECONDS = 120;

  private final Path directory;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private String input = "";
  private List<String> before = List.of();

  private Shell(Path directory) {
    this.directory = directory;
    String path = TREE.resolve("bin") + ":" + System.getenv("PATH");
    environment.put("PATH", path);
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("LANG", "C.UTF-8");
    environment.put("TERM", "xterm");
  }

  /** What a program said and how it ended. */
  public record Result(int code, String out, String err) {}

  /** With nothing of the tester's environment but the path. */
  public static Shell in(Path directory) {
    return new Shell(directory);
  }

  /** With a home, where memenem finds nothing yet. */
  public static Shell atHome(Path home) {
    return new Shell(home).with("HOME", home.toString());
  }

  public Shell with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public Shell without(String name) {
    environment.remove(name);
    return this;
  }

  /** What runs next runs as that user, and may do no more than they. */
  public Shell as(String user) {
    before = List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
    return this;
  }

  public Shell input(String text) {
    input = text;
    return this;
  }

  public Result memenem(String... args) {
    String[] command = new String[args.length + 1];
    command[0] = TREE.resolve("bin/memenem").toString();
    System.arraycopy(args, 0, command, 1, args.length);
    return run(command);
  }

  /** Starts memenem and does not wait; what it says is thrown away. */
  public Process start(String... args) {
    return start(ProcessBuilder.Redirect.DISCARD, args);
  }

  /** The same; what it says to people can be read in a file. */
  public Process startLogged(Path log, String... args) {
    return start(ProcessBuilder.Redirect.appendTo(log.toFile()), args);
  }

  private Process start(ProcessBuilder.Redirect errors, String... args) {
    List<String> command = new ArrayList<>();
    command.add(TREE.resolve("bin/memenem").toString());
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors);
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Result run(String... command) {
    try {
      List<String> words = new ArrayList<>(before);
      words.addAll(List.of(command));
      ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.start();
      CompletableFuture<String> out = read(process.getInputStream());
      CompletableFuture<String> err = read(process.getErrorStream());
      try (var stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // it did not want to read
      }
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("did not end in time: " + Arrays.toString(command));
      }
      return new Result(process.exitValue(), out.get(), err.get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** True when such a program is on the path. */
  public static boolean has(String program) {
    return List.of(System.getenv("PATH").split(":")).stream()
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  /** True when the tests may become another user. */
  public static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static CompletableFuture<String> read(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static Path place(String property, String otherwise) {
    return Path.of(System.getProperty(property, otherwise)).toAbsolutePath().normalize();
  }
}
