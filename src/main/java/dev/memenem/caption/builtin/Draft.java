package dev.memenem.caption.builtin;

import dev.memenem.caption.Captions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A candidate for one template.
 *
 * @param captions its texts
 * @param frames the frames it was made with
 * @param atoms the material in it
 * @param worth what is known of its quality before anybody scores it, about 0 to 3
 */
record Draft(Captions captions, Set<Frame> frames, Set<Atom> atoms, double worth) {
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}']+");

  /** The lines that a reader would notice twice. */
  Set<String> lines() {
    Set<String> lines = new HashSet<>();
    for (String text : captions.texts()) {
      String line = OTHER.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
      if (line.length() > 16) {
        lines.add(line);
      }
    }
    return lines;
  }

  Set<String> words() {
    return words(captions.texts());
  }

  static Set<String> words(List<String> texts) {
    Set<String> words = new HashSet<>();
    for (String text : texts) {
      words.addAll(Arrays.asList(BETWEEN.split(text.toLowerCase(Locale.ROOT))));
    }
    return words;
  }
}
