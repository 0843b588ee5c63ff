package dev.memenem.store.sqlite;

import dev.memenem.store.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * The tables, by version. {@code user_version} is the number of steps that a file has taken; a new
 * version of the program appends a step and never changes an old one.
 */
final class Schema {
  /** "memn" in the file's header: tells our files from other programs' databases. */
  private static final int APPLICATION_ID = 0x6d656d6e;

  /** What {@code expires_at} holds while a job has not ended: such a job never expires. */
  static final long NEVER = Long.MAX_VALUE;

  private static final List<List<String>> STEPS =
      List.of(
          List.of(
              // The big column stands last, so that reading the others does not touch its pages.
              """
              CREATE TABLE jobs (
                seq INTEGER PRIMARY KEY AUTOINCREMENT,
                id TEXT NOT NULL UNIQUE,
                key TEXT UNIQUE,
                label TEXT,
                state TEXT NOT NULL,
                progress REAL NOT NULL,
                attempt INTEGER NOT NULL,
                cancel_requested INTEGER NOT NULL,
                fence INTEGER NOT NULL,
                host TEXT, pid INTEGER, process_started INTEGER, worker TEXT,
                lease_until INTEGER NOT NULL,
                created_at INTEGER NOT NULL,
                started_at INTEGER,
                completed_at INTEGER,
                expires_at INTEGER NOT NULL,
                exit_code INTEGER,
                error TEXT,
                finished INTEGER NOT NULL,
                failures INTEGER NOT NULL,
                timings TEXT NOT NULL,
                bytes INTEGER NOT NULL,
                request TEXT NOT NULL,
                work TEXT NOT NULL)
              """,
              "CREATE INDEX jobs_by_state ON jobs (state, created_at, seq)",
              "CREATE INDEX jobs_by_age ON jobs (created_at)",
              "CREATE INDEX jobs_by_end ON jobs (expires_at, state, completed_at, created_at, bytes)",
              """
              CREATE TABLE results (
                seq INTEGER PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                key TEXT UNIQUE,
                label TEXT,
                state TEXT NOT NULL,
                progress REAL NOT NULL,
                attempt INTEGER NOT NULL,
                created_at INTEGER NOT NULL,
                started_at INTEGER,
                completed_at INTEGER NOT NULL,
                expires_at INTEGER NOT NULL,
                exit_code INTEGER,
                error TEXT,
                finished INTEGER NOT NULL,
                failures INTEGER NOT NULL,
                timings TEXT NOT NULL,
                bytes INTEGER NOT NULL,
                request TEXT NOT NULL,
                work TEXT NOT NULL)
              """,
              "CREATE INDEX results_by_state ON results (state, created_at, seq)",
              "CREATE INDEX results_by_age ON results (created_at)",
              "CREATE INDEX results_by_end ON results (expires_at, state, completed_at, created_at, bytes)",
              """
              CREATE TABLE workers (
                worker TEXT PRIMARY KEY,
                host TEXT NOT NULL, pid INTEGER NOT NULL, process_started INTEGER NOT NULL,
                until INTEGER NOT NULL) WITHOUT ROWID
              """,
              """
              CREATE TABLE cache (
                entry INTEGER PRIMARY KEY,
                kind TEXT NOT NULL,
                key TEXT NOT NULL,
                item TEXT NOT NULL,
                origin TEXT NOT NULL,
                count INTEGER NOT NULL,
                stored_at INTEGER NOT NULL,
                expires_at INTEGER NOT NULL,
                keep_until INTEGER NOT NULL,
                bytes INTEGER NOT NULL,
                value BLOB NOT NULL,
                UNIQUE (kind, key, item))
              """,
              // Answers statistics and finds what a cleanup takes, without reading the entries.
              """
              CREATE INDEX cache_by_end
                ON cache (kind, origin, expires_at, stored_at, count, bytes)
              """,
              """
              CREATE TABLE lookups (
                kind TEXT PRIMARY KEY,
                hits INTEGER NOT NULL,
                misses INTEGER NOT NULL) WITHOUT ROWID
              """,
              """
              CREATE TABLE pacing (
                account TEXT PRIMARY KEY,
                last_start INTEGER,
                paused_until INTEGER,
                reason TEXT,
                calls INTEGER NOT NULL DEFAULT 0,
                errors INTEGER NOT NULL DEFAULT 0,
                tokens INTEGER NOT NULL DEFAULT 0,
                fact TEXT) WITHOUT ROWID
              """));

  private Schema() {}

  private record Header(int version, int application) {}

  /** Brings the file to the newest version; one look when it is there already. */
  static void ensure(Database database, Path file) {
    Header header = database.read(() -> header(database));
    if (header.version() == STEPS.size() && header.application() == APPLICATION_ID) {
      return;
    }
    database.read(
        () -> {
          refuseForeign(database, file);
          // Neither can stand inside a transaction; both stay in the file's header. The first lets
          // a cleanup give room back to the disk in slices.
          database.execute("PRAGMA auto_vacuum = INCREMENTAL");
          database.execute("PRAGMA journal_mode = WAL");
          return null;
        });
    database.write(
        () -> {
          // Again, now that nobody else can be in the middle of it.
          refuseForeign(database, file);
          migrate(database);
          return null;
        });
  }

  private static Header header(Database database) throws SQLException {
    return database
        .first(
            "SELECT user_version, application_id FROM pragma_user_version, pragma_application_id",
            row -> new Header(row.getInt(1), row.getInt(2)))
        .orElseThrow();
  }

  private static void refuseForeign(Database database, Path file) throws SQLException {
    // In this order: who sees tables that another process has just made sees its mark too.
    boolean empty = database.number("SELECT count(*) FROM sqlite_master") == 0;
    Header header = header(database);
    if (header.application() != APPLICATION_ID && !(empty && header.version() == 0)) {
      throw new StoreException(
          "%s is a database of another program; name another file with --store sqlite:PATH"
              .formatted(file));
    }
    if (header.version() > STEPS.size()) {
      throw new StoreException(
          ("the store %s was written by a newer memenem; update memenem,"
                  + " or name another file with --store sqlite:PATH")
              .formatted(file));
    }
  }

  private static void migrate(Database database) throws SQLException {
    int version = header(database).version();
    for (List<String> step : STEPS.subList(version, STEPS.size())) {
      for (String sql : step) {
        database.execute(sql);
      }
    }
    database.execute("PRAGMA application_id = " + APPLICATION_ID);
    database.execute("PRAGMA user_version = " + STEPS.size());
  }
}
