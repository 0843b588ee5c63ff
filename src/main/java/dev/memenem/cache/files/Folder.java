package dev.memenem.cache.files;

import dev.memenem.cache.CacheEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The files of one kind: {@code keys/<hash of key>/<hash of item>} says what is there, {@code
 * content/<hash of value>} is it, {@code lock} holds the counts.
 */
final class Folder {
  /** A file lock keeps other processes out, not other threads of this one. */
  private static final Map<Path, Object> MONITORS = new ConcurrentHashMap<>();

  private final Path home;
  private final Path keys;
  private final Path contents;

  Folder(Path home) {
    this.home = home.toAbsolutePath().normalize();
    keys = this.home.resolve("keys");
    contents = this.home.resolve("content");
  }

  interface Change {
    Counts apply(Counts counts) throws IOException;
  }

  /** Runs a change while nobody else changes anything. */
  void locked(Change change) throws IOException {
    makePrivate(home);
    synchronized (MONITORS.computeIfAbsent(home, path -> new Object())) {
      try (FileChannel channel =
              FileChannel.open(
                  home.resolve("lock"),
                  Set.of(
                      StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                  PosixFilePermissions.asFileAttribute(
                      PosixFilePermissions.fromString("rw-------")));
          FileLock lock = channel.lock()) {
        Counts counts = read(channel);
        Counts after = change.apply(counts);
        if (!after.equals(counts) && lock.isValid()) {
          channel.write(after.packed(), 0);
        }
      }
    }
  }

  Counts counts() throws IOException {
    try (FileChannel channel = FileChannel.open(home.resolve("lock"))) {
      return read(channel);
    } catch (NoSuchFileException e) {
      return new Counts(0, 0, 0);
    }
  }

  private static Counts read(FileChannel channel) throws IOException {
    ByteBuffer packed = ByteBuffer.allocate(Counts.SIZE);
    channel.read(packed, 0);
    return Counts.of(packed.flip());
  }

  /** The entries of a key, oldest first. */
  List<Record> of(String key) throws IOException {
    List<Record> records = records(keys.resolve(hash(key)));
    records.removeIf(record -> !record.key().equals(key));
    records.sort(Comparator.comparing(Record::storedAt).thenComparing(Record::item));
    return records;
  }

  List<Record> all() throws IOException {
    List<Record> all = new ArrayList<>();
    for (Path folder : list(keys)) {
      all.addAll(records(folder));
    }
    return all;
  }

  private static List<Record> records(Path folder) throws IOException {
    List<Record> records = new ArrayList<>();
    for (Path file : list(folder)) {
      if (!file.getFileName().toString().startsWith(".")) {
        read(file).ifPresent(records::add);
      }
    }
    return records;
  }

  private static Optional<Record> read(Path file) throws IOException {
    try {
      Instant usedAt = Files.getLastModifiedTime(file).toInstant();
      return Record.read(Files.readAllBytes(file), usedAt);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** The value; empty when it is gone or was damaged. */
  Optional<byte[]> value(Record record) throws IOException {
    try {
      byte[] value = Files.readAllBytes(contents.resolve(record.content()));
      return hash(value).equals(record.content()) ? Optional.of(value) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  boolean isStill(Record record) throws IOException {
    return read(place(record.key(), record.item()))
        .filter(now -> now.storedAt().equals(record.storedAt()))
        .isPresent();
  }

  void used(Record record, Instant now) throws IOException {
    try {
      Files.setLastModifiedTime(place(record.key(), record.item()), FileTime.from(now));
    } catch (NoSuchFileException e) {
      return;
    }
  }

  /** Only while locked. */
  void add(CacheEntry entry, Instant now) throws IOException {
    String content = hash(entry.value());
    makePrivate(contents);
    Path value = contents.resolve(content);
    if (!Files.exists(value) || !hash(Files.readAllBytes(value)).equals(content)) {
      write(value, entry.value());
    }
    Path place = place(entry.key(), entry.item());
    makePrivate(place.getParent());
    write(place, Record.of(entry, content).json());
    Files.setLastModifiedTime(place, FileTime.from(now));
  }

  /** Only while locked; returns the bytes of the value that nobody names any more. */
  long remove(String key, String item) throws IOException {
    Path place = place(key, item);
    Optional<Record> record = read(place);
    if (record.isEmpty()) {
      return 0;
    }
    Files.deleteIfExists(place);
    try {
      Files.deleteIfExists(place.getParent());
    } catch (DirectoryNotEmptyException e) {
      return record.get().bytes();
    }
    return record.get().bytes();
  }

  /** Deletes values that no entry names, and drafts of writers that died. Only while locked. */
  void collect() throws IOException {
    Set<String> named = new HashSet<>();
    all().forEach(record -> named.add(record.content()));
    for (Path file : list(contents)) {
      if (!named.contains(file.getFileName().toString())) {
        Files.deleteIfExists(file);
      }
    }
  }

  private Path place(String key, String item) {
    return keys.resolve(hash(key)).resolve(hash(item));
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    // made by the JDK for its owner alone
    Path draft = Files.createTempFile(file.getParent(), ".", ".part");
    try {
      Files.write(draft, bytes);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void makePrivate(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  private static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    } catch (NoSuchFileException | java.nio.file.NotDirectoryException e) {
      return List.of();
    } catch (java.io.UncheckedIOException e) {
      throw new FileSystemException(directory.toString());
    }
  }

  private static String hash(String text) {
    return hash(text.getBytes(StandardCharsets.UTF_8)).substring(0, 40);
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
