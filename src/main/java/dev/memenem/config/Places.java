package dev.memenem.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where files live: XDG base directories, or folders of {@code MEMENEM_HOME}.
 *
 * @param data the embedded store, users' templates
 * @param state logs
 * @param config {@code config.properties}
 */
public record Places(Path data, Path state, Path config) {

  /**
   * From the environment; a relative path in an XDG variable is invalid and ignored, as XDG says.
   *
   * @throws ConfigException when there is no home directory and nothing else says where files go
   */
  public static Places of(Map<String, String> environment) {
    String own = environment.getOrDefault("MEMENEM_HOME", "");
    if (!own.isBlank()) {
      Path home = Path.of(own).toAbsolutePath();
      return new Places(home.resolve("data"), home.resolve("state"), home.resolve("config"));
    }
    return new Places(
        base(environment, "XDG_DATA_HOME", ".local/share"),
        base(environment, "XDG_STATE_HOME", ".local/state"),
        base(environment, "XDG_CONFIG_HOME", ".config"));
  }

  private static Path base(Map<String, String> environment, String variable, String belowHome) {
    String path = environment.getOrDefault(variable, "");
    Path base =
        path.startsWith("/")
            ? Path.of(path)
            : home(environment.getOrDefault("HOME", ""), System.getProperty("user.home", "?"))
                .resolve(belowHome);
    return base.resolve("memenem");
  }

  /** A user whom the system does not know, as in containers, is at home in {@code ?} to Java. */
  static Path home(String said, String known) {
    String home = said.isBlank() ? known : said;
    if (home.equals("?")) {
      throw new ConfigException("there is no home directory; set HOME or MEMENEM_HOME to one");
    }
    return Path.of(home);
  }

  /** The embedded store's file. */
  public Path store() {
    return data.resolve("memenem.db");
  }

  /** Logs of detached jobs. */
  public Path logs() {
    return state.resolve("logs");
  }

  /** Pictures that were downloaded. */
  public Path images() {
    return data.resolve("images");
  }

  /** Users' own templates. */
  public Path templates() {
    return data.resolve("templates");
  }

  public Path configFile() {
    return config.resolve("config.properties");
  }
}
