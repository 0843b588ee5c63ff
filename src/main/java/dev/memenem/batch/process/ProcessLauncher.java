package dev.memenem.batch.process;

import dev.memenem.batch.WorkerLauncher;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts {@code memenem worker} with the Java and class path of this process, in a session of its
 * own where the system has {@code setsid}, else shielded from hang-ups by {@code nohup}.
 */
public final class ProcessLauncher implements WorkerLauncher {
  private final List<String> command;

  /**
   * @param java what starts this program, up to its first argument
   * @param options global options that the worker needs too
   */
  public ProcessLauncher(List<String> java, List<String> options) {
    command = new ArrayList<>(java);
    command.addAll(options);
    command.add("worker");
  }

  @Override
  public Launched launch(List<String> jobs, Path log) {
    List<String> full = new ArrayList<>(shield());
    full.addAll(command);
    for (String job : jobs) {
      full.add("--job");
      full.add(job);
    }
    try {
      Files.createDirectories(
          log.getParent(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      if (!Files.exists(log)) {
        Files.createFile(
            log,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Process process =
          new ProcessBuilder(full)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new Child(process);
    } catch (IOException e) {
      throw new WorkerNotStarted("cannot start a worker process: " + e.getMessage());
    }
  }

  private static List<String> shield() {
    for (String directory : List.of("/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin")) {
      if (Files.isExecutable(Path.of(directory, "setsid"))) {
        return List.of(directory + "/setsid");
      }
    }
    return Files.isExecutable(Path.of("/usr/bin/nohup")) ? List.of("/usr/bin/nohup") : List.of();
  }

  private record Child(Process process) implements Launched {
    @Override
    public boolean alive() {
      return process.isAlive();
    }

    @Override
    public long pid() {
      return process.pid();
    }
  }
}
