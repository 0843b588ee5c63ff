package dev.memenem.store.sqlite;

import dev.memenem.store.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** What SQLite's errors mean to a user, in one line with the next step. */
final class Trouble {
  private Trouble() {}

  static StoreException of(SQLException e, Path file) {
    return new StoreException("the store " + file + " " + meaning(e), e);
  }

  private static String meaning(SQLException e) {
    // Extended codes carry the primary one in their low byte.
    return switch (SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff)) {
      case SQLITE_BUSY, SQLITE_LOCKED ->
          "is busy: another process has been writing for too long; try again, or see who holds"
              + " the file open";
      case SQLITE_FULL -> "cannot grow: the disk is full; make room, nothing was lost";
      case SQLITE_NOTADB ->
          "is not a database; name another file with --store sqlite:PATH, or move this one away";
      case SQLITE_CORRUPT ->
          "is damaged; move it away and memenem makes a new one (its jobs and caches are gone)";
      case SQLITE_READONLY, SQLITE_PERM ->
          "is not writable; change its permissions, or name another with --store sqlite:PATH";
      case SQLITE_CANTOPEN ->
          "cannot be opened; check that its directory exists and is writable, or name another with"
              + " --store sqlite:PATH";
      case SQLITE_IOERR -> "cannot be read or written: the disk reports an error";
      default -> "fails: " + e.getMessage();
    };
  }
}
