package dev.memenem.store.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoConfigurationException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import dev.memenem.store.StoreException;
import java.util.Set;

/** What MongoDB's errors mean to a user, in one line with the next step, without credentials. */
final class Trouble {
  /** The server's codes for Unauthorized and for an authentication that is missing or failed. */
  private static final Set<Integer> REFUSED = Set.of(13, 18, 8000);

  /** Writes go elsewhere: NotWritablePrimary, NotPrimaryNoSecondaryOk, IllegalOperation. */
  private static final Set<Integer> READ_ONLY = Set.of(10107, 13435, 20);

  private Trouble() {}

  /** True when the same request may well succeed in a moment, on another connection or server. */
  static boolean passing(MongoException e) {
    return e instanceof MongoSocketException
        || e instanceof MongoNotPrimaryException
        || e instanceof MongoNodeIsRecoveringException
        || e.hasErrorLabel("RetryableWriteError");
  }

  /** True when there is no server for now: asking again may help, however long it takes. */
  static boolean away(MongoException e) {
    return passing(e)
        || e instanceof MongoTimeoutException
        || e instanceof MongoWriteConcernException;
  }

  static StoreException of(MongoException e, String shown) {
    if (e instanceof MongoInterruptedException) {
      Thread.currentThread().interrupt();
    }
    return new StoreException("the store " + shown + " " + meaning(e), e);
  }

  private static String meaning(MongoException e) {
    if (e instanceof MongoSecurityException || REFUSED.contains(e.getCode())) {
      return e instanceof MongoSecurityException
          ? "refuses the credentials; check user, password and authSource in MONGODB_URI"
          : "does not allow this to the user of MONGODB_URI; give it the role readWrite on the"
              + " database";
    }
    if (e instanceof MongoNotPrimaryException || READ_ONLY.contains(e.getCode())) {
      return "is not writable: the server is no primary; name the whole replica set in MONGODB_URI";
    }
    if (e instanceof MongoTimeoutException) {
      return "does not answer: no server that can be written to within 5 seconds; start it, or"
          + " check the address in MONGODB_URI or --store";
    }
    if (e instanceof MongoConfigurationException) {
      return "cannot be found: its name does not resolve to servers; check MONGODB_URI";
    }
    if (e instanceof MongoWriteConcernException) {
      return "did not confirm a write on a majority of its servers; check the replica set";
    }
    if (e instanceof MongoSocketException) {
      return "broke the connection several times; try again, or check the server's log";
    }
    if (e instanceof MongoInterruptedException) {
      return "was not waited for: the program is stopping";
    }
    return e instanceof MongoServerException
        ? "reports error " + e.getCode() + name(e) + "; see the server's log"
        : "fails: " + e.getClass().getSimpleName();
  }

  private static String name(MongoException e) {
    return e instanceof MongoCommandException command && !command.getErrorCodeName().isEmpty()
        ? " (" + command.getErrorCodeName() + ")"
        : "";
  }
}
