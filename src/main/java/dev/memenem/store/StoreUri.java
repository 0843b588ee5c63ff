package dev.memenem.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** What names a store: {@code sqlite:PATH}, {@code mongodb://…} or {@code mongodb+srv://…}. */
public sealed interface StoreUri {

  /** As people may see it: without credentials. */
  String shown();

  /**
   * The embedded store.
   *
   * @param file absolute
   */
  record Sqlite(Path file) implements StoreUri {
    public Sqlite {
      file = file.toAbsolutePath().normalize();
    }

    @Override
    public String shown() {
      return "sqlite:" + file;
    }
  }

  /**
   * A MongoDB that machines share.
   *
   * @param uri a connection string as MongoDB defines it, with its credentials
   */
  record Mongo(String uri) implements StoreUri {
    private static final Pattern CREDENTIALS = Pattern.compile("(?<=://)[^/]*@");
    private static final Pattern OPTIONS = Pattern.compile("\\?.*$", Pattern.DOTALL);

    /** Without user, password and options, any of which can hold a secret. */
    @Override
    public String shown() {
      // A password with an unescaped / or @ is invalid, but must not be shown either.
      int at = uri.lastIndexOf('@');
      int from = uri.indexOf("://") + 3;
      String open = at < 0 ? uri : uri.substring(0, from) + uri.substring(at + 1);
      return OPTIONS.matcher(CREDENTIALS.matcher(open).replaceAll("")).replaceFirst("");
    }

    /** Never the credentials, so that no log shows them. */
    @Override
    public String toString() {
      return "Mongo[" + shown() + "]";
    }
  }

  /**
   * Reads what {@code --store} or {@code MONGODB_URI} gives.
   *
   * @throws StoreException when it is none of the three forms; the message does not repeat it, for
   *     it may hold a password
   */
  static StoreUri parse(String text) {
    String uri = text.strip();
    String lower = uri.toLowerCase(Locale.ROOT);
    if (lower.startsWith("sqlite:") && uri.length() > "sqlite:".length()) {
      return new Sqlite(Path.of(uri.substring("sqlite:".length())));
    }
    if (lower.startsWith("mongodb://") || lower.startsWith("mongodb+srv://")) {
      return new Mongo(uri);
    }
    throw new StoreException(
        "the store is not named as sqlite:PATH, mongodb://… or mongodb+srv://…;"
            + " see --store in 'memenem --help'");
  }
}
