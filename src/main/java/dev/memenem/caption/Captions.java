package dev.memenem.caption;

import java.util.List;
import java.util.Locale;

/**
 * One complete set of texts for a template, one a panel, in the order of its panels.
 *
 * @param texts none of them blank
 */
public record Captions(List<String> texts) {
  public Captions {
    texts = texts.stream().map(String::strip).toList();
    if (texts.isEmpty() || texts.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a panel without text");
    }
  }

  /** What makes two sets the same joke: letters and digits only, in lower case. */
  public String fingerprint() {
    return String.join("|", texts)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}|]+", " ")
        .strip();
  }
}
