package dev.memenem.virality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words a score must not see: talk about the site the training memes come from, partisan words
 * and words for who people are. Real votes reward them; that is no reason to write them.
 */
final class MaskedWords {
  private static final String RESOURCE = "masked-words.txt";

  private final Set<String> words = new HashSet<>();
  private final Map<Character, List<String>> beginnings = new HashMap<>();
  private final boolean[] hasBeginning = new boolean[128];
  private final Map<String, Set<String>> phrases = new HashMap<>();
  private final Map<String, Set<String>> ordinary = new HashMap<>();

  private MaskedWords(List<String> entries) {
    for (String entry : entries) {
      int blank = entry.indexOf(' ');
      if (entry.startsWith("+")) {
        addPair(ordinary, entry.substring(1, blank), entry.substring(blank + 1));
      } else if (blank > 0) {
        addPair(phrases, entry.substring(0, blank), entry.substring(blank + 1));
      } else if (entry.endsWith("*")) {
        beginnings
            .computeIfAbsent(entry.charAt(0), first -> new ArrayList<>())
            .add(entry.substring(0, entry.length() - 1));
        hasBeginning[entry.charAt(0)] = true;
      } else {
        words.add(entry);
      }
    }
  }

  private static void addPair(Map<String, Set<String>> pairs, String first, String second) {
    pairs.computeIfAbsent(first, f -> new HashSet<>()).add(second);
  }

  static MaskedWords load() {
    try (InputStream in = MaskedWords.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new MaskedWords(
          lines
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether this lower-case word is masked, also in the plural and with {@code 's}. */
  boolean masks(String word) {
    if (words.contains(word) || hasMaskedBeginning(word)) {
      return true;
    }
    String stem = withoutPossessive(word);
    return !stem.equals(word) && words.contains(stem)
        || stem.length() > 2
            && stem.charAt(stem.length() - 1) == 's'
            && words.contains(stem.substring(0, stem.length() - 1));
  }

  /** Whether these two neighbouring words are a masked phrase. */
  boolean masks(String word, String next) {
    Set<String> seconds = phrases.get(word);
    return seconds != null && seconds.contains(withoutPossessive(next));
  }

  /** Whether the first of these two is an ordinary word here: the colour of a coffee. */
  boolean isOrdinary(String word, String next) {
    Set<String> seconds = ordinary.get(word);
    if (seconds == null) {
      return false;
    }
    return seconds.contains(next)
        || next.endsWith("s") && seconds.contains(next.substring(0, next.length() - 1));
  }

  boolean beginsPair(String word) {
    return phrases.containsKey(word) || ordinary.containsKey(word);
  }

  private boolean hasMaskedBeginning(String word) {
    char first = word.charAt(0);
    if (first >= hasBeginning.length || !hasBeginning[first]) {
      return false;
    }
    for (String beginning : beginnings.get(first)) {
      if (word.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  private static String withoutPossessive(String word) {
    int end = word.length();
    return word.endsWith("'s") ? word.substring(0, end - 2) : word;
  }
}
