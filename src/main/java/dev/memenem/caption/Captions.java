package dev.memenem.caption;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One complete set of texts for a template, one a panel, in the order of its panels.
 *
 * @param texts none of them blank
 */
public record Captions(List<String> texts) {
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  public Captions {
    texts = texts.stream().map(String::strip).toList();
    if (texts.isEmpty() || texts.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a panel without text");
    }
  }

  /** What makes two sets the same joke: letters and digits only, in lower case. */
  public String fingerprint() {
    return texts.stream().map(Captions::plain).collect(Collectors.joining("|"));
  }

  private static String plain(String text) {
    return OTHER.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
