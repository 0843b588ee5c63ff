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
   */
  public static Places of(Map<String, String> environment) {
    String own = environment.getOrDefault("MEMENEM_HOME", "");
    if (!own.isBlank()) {
      Path home = Path.of(own).toAbsolutePath();
      return new Places(home.resolve("data"), home.resolve("state"), home.resolve("config"));
    }
    String set = environment.getOrDefault("HOME", "");
    Path home = Path.of(set.isBlank() ? System.getProperty("user.home", ".") : set);
    return new Places(
        base(environment, "XDG_DATA_HOME", home.resolve(".local/share")),
        base(environment, "XDG_STATE_HOME", home.resolve(".local/state")),
        base(environment, "XDG_CONFIG_HOME", home.resolve(".config")));
  }

  private static Path base(Map<String, String> environment, String variable, Path otherwise) {
    String path = environment.getOrDefault(variable, "");
    return (path.startsWith("/") ? Path.of(path) : otherwise).resolve("memenem");
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
