package dev.memenem.store.sqlite;

import dev.memenem.cache.Cache;
import dev.memenem.job.JobStore;
import dev.memenem.pace.Pacer;
import dev.memenem.pace.Sleeper;
import dev.memenem.store.Patience;
import dev.memenem.store.Store;
import dev.memenem.store.StoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.sqlite.JDBC;

/**
 * The embedded store. Commits survive a crash of any process; the last ones may be lost when the
 * power fails ({@code synchronous = NORMAL}: twice as fast as FULL, and never a damaged file).
 */
public final class SqliteStore implements Store {
  private static final Set<PosixFilePermission> PRIVATE_FILE =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final FileAttribute<?> AS_PRIVATE_FILE =
      PosixFilePermissions.asFileAttribute(PRIVATE_FILE);
  private static final FileAttribute<?> AS_PRIVATE_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path file;
  private final Database database;
  private final SqliteJobs jobs;
  private final SqliteCache cache;
  private final SqlitePacer pacer;

  private SqliteStore(Path file, Database database, InstantSource clock) {
    this.file = file;
    this.database = database;
    this.jobs = new SqliteJobs(database, clock);
    this.cache = new SqliteCache(database, clock);
    this.pacer = new SqlitePacer(database, clock);
  }

  /**
   * Opens the store, and makes it, readable by its owner only, when it is not there yet.
   *
   * @param sleeper waits between the slices of a cleanup
   * @param patience with a file that others keep busy
   * @throws StoreException when the file cannot be used
   */
  public static SqliteStore open(
      Path file, InstantSource clock, Sleeper sleeper, Patience patience) {
    Path path = file.toAbsolutePath().normalize();
    prepare(path);
    Database database = new Database(path, connect(path, sleeper), sleeper, patience);
    try {
      Schema.ensure(database, path);
    } catch (StoreException e) {
      database.close();
      throw e;
    }
    return new SqliteStore(path, database, clock);
  }

  /** The same without patience. */
  public static SqliteStore open(Path file, InstantSource clock, Sleeper sleeper) {
    return open(file, clock, sleeper, new Patience(clock, sleeper));
  }

  private static Connection connect(Path file, Sleeper sleeper) {
    Properties settings = new Properties();
    settings.setProperty("busy_timeout", String.valueOf(LockWait.LIMIT.toMillis()));
    settings.setProperty("synchronous", "NORMAL");
    try {
      Connection connection = JDBC.createConnection("jdbc:sqlite:" + file, settings);
      LockWait.on(connection, sleeper);
      return connection;
    } catch (SQLException e) {
      throw Trouble.of(e, file);
    }
  }

  private static void prepare(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new StoreException(
            "the store %s is a directory; name a file in it: --store sqlite:%s"
                .formatted(file, file.resolve("memenem.db")));
      }
      closeToOthers(file);
    } catch (NoSuchFileException missing) {
      create(file);
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  /** A file that was made by other means may be open to others. */
  private static void closeToOthers(Path file) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    if (!PRIVATE_FILE.containsAll(permissions)) {
      Files.setPosixFilePermissions(file, PRIVATE_FILE);
    }
  }

  private static void create(Path file) {
    try {
      Files.createDirectories(file.getParent(), AS_PRIVATE_DIRECTORY);
      Files.createFile(file, AS_PRIVATE_FILE);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isRegularFile(file)) {
        throw unusable(file, e);
      }
      // another process was faster
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  private static StoreException unusable(Path file, IOException e) {
    return new StoreException(
        ("the store %s cannot be used (%s); check that its directory is writable,"
                + " or name another with --store sqlite:PATH")
            .formatted(file, reason(e)),
        e);
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "access denied";
    }
    if (e instanceof FileAlreadyExistsException f) {
      return f.getFile() + " is not a directory";
    }
    return e instanceof FileSystemException f && f.getReason() != null
        ? f.getReason().toLowerCase(Locale.ROOT)
        : String.valueOf(e.getMessage());
  }

  @Override
  public JobStore jobs() {
    return jobs;
  }

  @Override
  public Cache cache() {
    return cache;
  }

  @Override
  public Pacer pacer() {
    return pacer;
  }

  @Override
  public String shown() {
    return "sqlite:" + file;
  }

  @Override
  public void close() {
    database.close();
  }

  /** For tests that provoke the database's own errors. */
  Database database() {
    return database;
  }
}
