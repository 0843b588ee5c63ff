import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Packs a program tree: {@code java -Duser.timezone=UTC Zip.java TREE TIME ZIP}. The same tree
 * makes the same bytes: every entry has the time TIME and a mode that no umask had a say in.
 * JReleaser's own zip also keeps when a file was made and read, which no two builds share.
 */
class Zip {
  private static final Set<PosixFilePermission> PROGRAM = fromString("rwxr-xr-x");
  private static final Set<PosixFilePermission> TEXT = fromString("rw-r--r--");

  public static void main(String[] arguments) throws IOException {
    Path tree = Path.of(arguments[0]);
    FileTime time = FileTime.from(Instant.parse(arguments[1]));
    Path zip = Path.of(arguments[2]);
    Files.deleteIfExists(zip);
    String root = zip.getFileName().toString().replaceFirst("\\.zip$", "");
    try (FileSystem packed =
            FileSystems.newFileSystem(
                URI.create("jar:" + zip.toUri()),
                Map.of("create", "true", "enablePosixFileAttributes", "true"));
        Stream<Path> walk = Files.walk(tree)) {
      // The class archive fits one Java at one place.
      List<Path> files =
          walk.filter(each -> !each.startsWith(tree.resolve("lib/start"))).sorted().toList();
      for (Path each : files) {
        Path entry = packed.getPath(root, tree.relativize(each).toString());
        boolean program = Files.isDirectory(each) || Files.isExecutable(each);
        Files.copy(each, entry);
        Files.setPosixFilePermissions(entry, program ? PROGRAM : TEXT);
        Files.getFileAttributeView(entry, BasicFileAttributeView.class).setTimes(time, time, time);
      }
    }
  }
}
