package dev.memenem.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A program tree, wherever it was put. */
record Installation(Path root) {
  private static final Path START = Shell.TREE.resolve("lib/start");

  /** One that nobody has started yet. */
  static Installation copy(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(Shell.TREE)) {
      for (Path file : files.filter(each -> !each.startsWith(START)).toList()) {
        Path copy = target.resolve(Shell.TREE.relativize(file));
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return new Installation(target);
  }

  /** Lets other users pass through the directories that lead here from the temporary directory. */
  static void openTheWayTo(Path place) throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    for (Path each = place; !each.equals(temporary); each = each.getParent()) {
      Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  String program() {
    return root.resolve("bin/memenem").toString();
  }

  void permissions(String permissions) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      }
    }
  }

  /**
   * True when Java takes our own classes from a class archive, which is what makes starts quick.
   */
  boolean startsFromArchive(Shell shell) {
    Shell.Result result =
        shell.with("MEMENEM_JAVA_OPTS", "-Xlog:class+load:stderr").run(program(), "--version");
    shell.without("MEMENEM_JAVA_OPTS");
    return result
        .err()
        .lines()
        .anyMatch(line -> line.contains("dev.memenem.Main source: shared objects file"));
  }

  /** The archive that is being made in the background, once it is there and its maker has gone. */
  static Path archiveIn(Path start) throws IOException {
    for (int tries = 0; tries < 600; tries++) {
      List<Path> found = files(start);
      boolean making =
          found.stream()
              .map(Path::toString)
              .anyMatch(file -> file.endsWith(".lock") || file.contains(".making"));
      for (Path file : found) {
        if (!making && file.toString().endsWith(".jsa")) {
          return file;
        }
      }
      LockSupport.parkNanos(100_000_000);
    }
    throw new AssertionError("no archive below " + start);
  }

  private static List<Path> files(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.toList();
    } catch (UncheckedIOException e) {
      return List.of(); // its temporary directory went away while we looked
    }
  }
}
