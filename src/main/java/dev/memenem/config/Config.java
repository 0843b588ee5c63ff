package dev.memenem.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings in force. Accessors check what they read and say where a wrong value came from.
 *
 * @param values what is set, defaults included; a setting without a value is absent
 * @param places where this installation keeps its files
 */
public record Config(Map<Setting, Value> values, Places places) {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*(B|KB|MB|GB|)");

  public Config {
    values = Map.copyOf(values);
  }

  /**
   * @param text as written
   * @param origin in words: {@code environment}, {@code --store}, a file's path, {@code default}
   */
  public record Value(String text, String origin) {}

  /** The text; empty when not set. */
  public Optional<String> text(Setting setting) {
    return Optional.ofNullable(values.get(setting)).map(Value::text);
  }

  /** The items of a list with commas, blanks trimmed; none when not set. */
  public List<String> list(Setting setting) {
    return text(setting).stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  public Duration duration(Setting setting) {
    String text = value(setting);
    return Durations.parse(text)
        .orElseThrow(() -> wrong(setting, "a duration such as 500ms, 2s, 10m, 12h or 7d"));
  }

  /** A whole number from {@code least} to {@code most}. */
  public int integer(Setting setting, int least, int most) {
    String expected = "a whole number from %d to %d".formatted(least, most);
    try {
      int number = Integer.parseInt(value(setting).strip());
      if (number < least || number > most) {
        throw wrong(setting, expected);
      }
      return number;
    } catch (NumberFormatException e) {
      throw wrong(setting, expected);
    }
  }

  /** Bytes, from {@code 500MB} and the like (powers of 1000). */
  public long bytes(Setting setting) {
    Matcher matcher = SIZE.matcher(value(setting).strip().toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw wrong(setting, "a size such as 500MB");
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "KB" -> amount * 1_000;
      case "MB" -> amount * 1_000_000;
      case "GB" -> amount * 1_000_000_000;
      default -> amount;
    };
  }

  public boolean flag(Setting setting) {
    return switch (value(setting).strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1" -> true;
      case "false", "no", "0" -> false;
      default -> throw wrong(setting, "true or false");
    };
  }

  /** An http(s) address without a trailing slash. */
  public URI baseUrl(Setting setting) {
    String text = value(setting).strip().replaceAll("/+$", "");
    try {
      URI uri = new URI(text);
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // the same answer as for a URI that is none of http
    }
    throw wrong(setting, "an http:// or https:// address");
  }

  private String value(Setting setting) {
    return text(setting)
        .orElseThrow(() -> new ConfigException(setting + " is not set; " + "give it a value"));
  }

  private ConfigException wrong(Setting setting, String expected) {
    Value value = values.get(setting);
    String shown = setting.secret() ? "the value" : "\"" + value.text() + "\"";
    return new ConfigException(
        "%s (%s): %s is not %s".formatted(setting, value.origin(), shown, expected));
  }
}
