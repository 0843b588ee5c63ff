package dev.memenem.config;

import dev.memenem.config.Config.Value;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Flag over environment over file over default; every value knows where it came from. */
public final class ConfigLoader {
  private ConfigLoader() {}

  /**
   * @param flags settings that the command line gave, by setting
   * @param environment the process environment
   * @param file the file that {@code --config} named; empty for the usual one, which may be missing
   * @throws ConfigException when a file named by the user cannot be read
   */
  public static Config load(
      Map<Setting, Value> flags, Map<String, String> environment, Optional<Path> file) {
    Places places = Places.of(environment);
    Path path = file.orElseGet(places::configFile);
    Properties properties = read(path, file.isPresent());
    for (String name : properties.stringPropertyNames()) {
      if (Setting.of(name).isEmpty() && !isSecretFile(name)) {
        throw new ConfigException(
            "%s: there is no setting \"%s\"; see 'memenem doctor -v' for their names"
                .formatted(path, name));
      }
    }
    Map<Setting, Value> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      Optional.ofNullable(flags.get(setting))
          .or(() -> from(setting, environment.get(setting.name()), "environment"))
          .or(() -> secretFile(setting, environment.get(setting + "_FILE")))
          .or(() -> from(setting, properties.getProperty(setting.name()), path.toString()))
          .or(() -> secretFile(setting, properties.getProperty(setting + "_FILE")))
          .or(() -> setting.defaultText().map(text -> new Value(text, "default")))
          .ifPresent(value -> values.put(setting, value));
    }
    return new Config(values, places);
  }

  private static boolean isSecretFile(String name) {
    return name.endsWith("_FILE")
        && Setting.of(name.substring(0, name.length() - 5)).filter(Setting::secret).isPresent();
  }

  private static Optional<Value> from(Setting setting, String text, String origin) {
    return text == null || text.isBlank()
        ? Optional.empty()
        : Optional.of(new Value(text.strip(), origin));
  }

  private static Optional<Value> secretFile(Setting setting, String path) {
    if (!setting.secret() || path == null || path.isBlank()) {
      return Optional.empty();
    }
    try {
      return from(setting, Files.readString(Path.of(path)), path);
    } catch (IOException | RuntimeException e) {
      throw new ConfigException("%s_FILE: cannot read %s".formatted(setting, path));
    }
  }

  private static Properties read(Path path, boolean required) {
    Properties properties = new Properties();
    if (required || Files.exists(path)) {
      try (Reader reader = Files.newBufferedReader(path)) {
        properties.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new ConfigException("cannot read the configuration file " + path);
      }
    }
    return properties;
  }
}
