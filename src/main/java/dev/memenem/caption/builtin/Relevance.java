package dev.memenem.caption.builtin;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether captions say a word of the topic. */
final class Relevance {
  private final Set<String> roots = new HashSet<>();
  private final String whole;

  Relevance(Topic topic) {
    whole = topic.text().toLowerCase(Locale.ROOT);
    for (String word : topic.text().split("[^\\p{L}\\p{N}'-]+")) {
      if (word.length() > 3) {
        roots.add(Lexicon.stem(word));
      }
    }
  }

  boolean mentions(List<String> texts) {
    for (String text : texts) {
      String low = text.toLowerCase(Locale.ROOT);
      if (low.contains(whole) || roots.stream().anyMatch(low::contains)) {
        return true;
      }
    }
    return false;
  }
}
