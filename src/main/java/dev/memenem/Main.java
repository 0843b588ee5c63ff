package dev.memenem;

import dev.memenem.pace.Sleeper;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Args, streams and environment in; exit code out. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // Text is UTF-8 whatever the locale says: JSON has to be, and captions lose letters otherwise.
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    App.Process process =
        new App.Process(
            environment(),
            System.in,
            out,
            err,
            System.getProperty("memenem.tty"),
            Path.of("").toAbsolutePath());
    int code;
    try (App app = new App(process, InstantSource.system(), new RealSleeper())) {
      code = app.run(args);
    }
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** No lambda: the first one costs more than all that {@code --version} does. */
  private static final class RealSleeper implements Sleeper {
    @Override
    public void sleep(Duration duration) throws InterruptedException {
      if (!duration.isNegative()) {
        Thread.sleep(duration.toMillis());
      }
    }
  }

  /**
   * The environment as the user has it: in the C locale the launcher gives Java another one, which
   * loses no letters, but the terminal still shows ASCII.
   */
  private static Map<String, String> environment() {
    if (!Boolean.getBoolean("memenem.ascii")) {
      return System.getenv();
    }
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("LC_ALL", "C");
    return environment;
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 8192),
        descriptor == FileDescriptor.err,
        StandardCharsets.UTF_8);
  }
}
