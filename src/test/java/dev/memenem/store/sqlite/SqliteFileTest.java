package dev.memenem.store.sqlite;

import static dev.memenem.testing.SampleJobs.queued;
import static dev.memenem.testing.SampleJobs.work;
import static dev.memenem.testing.SampleJobs.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memenem.job.Job;
import dev.memenem.store.StoreException;
import dev.memenem.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file itself: who may read it, and what is said when it cannot be used. */
class SqliteFileTest {
  @TempDir Path home;
  private final TestClock clock = new TestClock();

  private SqliteStore open(Path file) {
    return SqliteStore.open(file, clock, pause -> {});
  }

  private void assertRefused(Path file, String... words) {
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll(words)
        .hasMessageContaining(file.toString())
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  private static String permissions(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void sql(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Test
  void theStoreIsReadableByItsOwnerOnly() throws IOException {
    Path file = home.resolve("deep/down/memenem.db");
    try (SqliteStore store = open(file)) {
      store.jobs().create(queued("cats", clock.instant()));
      assertThat(permissions(file.getParent())).isEqualTo("rwx------");
      assertThat(permissions(file.getParent().getParent())).isEqualTo("rwx------");
      try (Stream<Path> files = Files.list(file.getParent())) {
        assertThat(files)
            .as("the write-ahead log holds the same data")
            .hasSizeGreaterThan(1)
            .allSatisfy(path -> assertThat(permissions(path)).isEqualTo("rw-------"));
      }
    }
  }

  @Test
  void aStoreThatWasOpenToOthersIsClosedToThem() throws IOException {
    Path file = home.resolve("memenem.db");
    open(file).close();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    open(file).close();
    assertThat(permissions(file)).isEqualTo("rw-------");
  }

  @Test
  void whatWasWrittenIsThereForTheNextProcess() {
    Path file = home.resolve("memenem.db");
    Job job = queued("cats", clock.instant());
    try (SqliteStore store = open(file)) {
      store.jobs().create(job);
      assertThat(store.shown()).isEqualTo("sqlite:" + file);
    }
    try (SqliteStore store = open(file)) {
      assertThat(store.jobs().find(job.id())).contains(job);
    }
  }

  @Test
  void manyMayMakeTheStoreAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 5; round++) {
        Path file = home.resolve("round" + round + "/memenem.db");
        List<Callable<Boolean>> openers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          openers.add(
              () -> {
                try (SqliteStore store = open(file)) {
                  return store.jobs().create(queued("cats", clock.instant())).created();
                }
              });
        }
        for (Future<Boolean> created : threads.invokeAll(openers)) {
          assertThat(created.get()).isTrue();
        }
        try (SqliteStore store = open(file)) {
          assertThat(store.jobs().idsStartingWith("", 100)).hasSize(8);
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aDirectoryIsNoStore() throws IOException {
    assertRefused(home, "is a directory", "--store");
  }

  @Test
  void aFileOfSomethingElseIsNoStoreAndStaysAsItIs() throws IOException {
    Path file = Files.writeString(home.resolve("notes.txt"), "dear diary, ".repeat(100));
    assertRefused(file, "is not a database", "--store");
    assertThat(file).hasContent("dear diary, ".repeat(100));
  }

  @Test
  void theDatabaseOfAnotherProgramIsLeftAlone() throws Exception {
    Path file = home.resolve("other.db");
    sql(file, "CREATE TABLE songs (title TEXT)", "PRAGMA user_version = 1");
    byte[] before = Files.readAllBytes(file);
    assertRefused(file, "of another program", "--store");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void theStoreOfANewerVersionIsLeftAlone() throws Exception {
    Path file = home.resolve("memenem.db");
    open(file).close();
    sql(file, "PRAGMA user_version = 99");
    assertRefused(file, "newer memenem", "update memenem");
  }

  @Test
  void aPathThroughAFileIsRefused() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "");
    assertRefused(file.resolve("memenem.db"), "cannot be used", "not a directory");
  }

  @Test
  void aPlaceWhereNothingCanBeMadeIsRefused() {
    assertRefused(Path.of("/proc/memenem/memenem.db"), "cannot be used", "--store");
  }

  @Test
  void aFullDiskLosesNothing() {
    try (SqliteStore store = open(home.resolve("memenem.db"))) {
      Job job = queued("cats", clock.instant());
      store.jobs().create(job);
      Job claimed =
          store
              .jobs()
              .claim(job.id(), worker("w"), Duration.ofSeconds(30), owner -> false)
              .orElseThrow();
      store
          .database()
          .read(
              () -> {
                store.database().execute("PRAGMA max_page_count = 1");
                return null;
              });
      assertThatThrownBy(() -> store.jobs().checkpoint(job.id(), 1, 20, work(5)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("the disk is full");
      assertThat(store.jobs().find(job.id())).contains(claimed);
    }
  }

  @Test
  void aStoreThatSomebodyHoldsForTooLongIsBusy() throws Exception {
    Path file = home.resolve("memenem.db");
    open(file).close();
    try (SqliteStore store = open(file);
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      store
          .database()
          .read(
              () -> {
                store.database().execute("PRAGMA busy_timeout = 5");
                return null;
              });
      statement.execute("BEGIN IMMEDIATE");
      Job job = queued("cats", clock.instant());
      assertThatThrownBy(() -> store.jobs().create(job))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("is busy");
      statement.execute("ROLLBACK");
      assertThat(store.jobs().create(job).created()).isTrue();
    }
  }

  @Test
  void whoeverWaitsForAnotherProcessLooksOftenEnoughToMeetAnyPause() throws Exception {
    Path file = home.resolve("memenem.db");
    List<Duration> looks = new ArrayList<>();
    open(file).close();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement();
        SqliteStore store =
            SqliteStore.open(
                file,
                clock,
                pause -> {
                  looks.add(pause);
                  if (looks.size() == 100) {
                    end(statement);
                  }
                })) {
      statement.execute("BEGIN IMMEDIATE");
      assertThat(store.jobs().create(queued("cats", clock.instant())).created()).isTrue();
    }
    assertThat(looks).hasSize(100).allMatch(look -> look.toMillis() <= 2);
  }

  private static void end(Statement transaction) {
    try {
      transaction.execute("COMMIT");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aCleanupGivesRoomBackToTheDisk() throws Exception {
    Path file = home.resolve("memenem.db");
    try (SqliteStore store = open(file)) {
      for (int i = 0; i < 300; i++) {
        store.pacer().remember("account " + i, "x".repeat(10_000));
      }
    }
    long size = Files.size(file);
    sql(file, "DELETE FROM pacing");
    try (SqliteStore store = open(file)) {
      new Cleanup(store.database(), "jobs", "seq", 10).shrink();
    }
    assertThat(Files.size(file)).isLessThan(size / 10);
  }
}
