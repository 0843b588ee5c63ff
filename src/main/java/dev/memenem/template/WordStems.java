package dev.memenem.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into words and a word down to its stem, so that {@code Meetings} and {@code meeting}
 * are the same. English endings only; words of other scripts stay whole, and each symbol such as an
 * emoji is a word.
 */
final class WordStems {
  /** A stem begins with so many letters of its word, or is the word. */
  static final int SHORTEST_STEM = 3;

  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private WordStems() {}

  /** The words in order, in small letters; a hashtag is cut at its capitals. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean hashtag = false;
    int before = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        if (hashtag && Character.isUpperCase(c) && Character.isLowerCase(before)) {
          finish(word, words);
        }
        word.appendCodePoint(c);
      } else if (word.length() > 0 && isPartOfWord(c)) {
        word.appendCodePoint(c == '’' ? '\'' : c);
      } else {
        finish(word, words);
        hashtag = c == '#';
        if (Character.getType(c) == Character.OTHER_SYMBOL) {
          words.add(Character.toString(c));
        }
      }
      before = c;
    }
    finish(word, words);
    return words;
  }

  private static boolean isPartOfWord(int c) {
    int type = Character.getType(c);
    return c == '\''
        || c == '’'
        || c == ZERO_WIDTH_JOINER
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static void finish(StringBuilder word, List<String> words) {
    int apostrophe = word.indexOf("'");
    if (apostrophe >= 0) {
      boolean possessive = word.length() - apostrophe <= 2 && word.charAt(word.length() - 1) != 't';
      if (possessive) {
        word.setLength(apostrophe);
      } else {
        word.deleteCharAt(apostrophe);
      }
    }
    if (word.length() > 0) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
      word.setLength(0);
    }
  }

  /** The stem of a word in small letters: {@code running} and {@code runs} give {@code run}. */
  static String of(String word) {
    if (word.length() <= SHORTEST_STEM || !isEnglish(word)) {
      return word;
    }
    String stem = withoutPlural(word);
    stem = withoutEnding(withoutEnding(withoutEnding(stem, "ly"), "ing"), "ed");
    if (stem.length() > SHORTEST_STEM && stem.endsWith("e")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    return stem.length() > SHORTEST_STEM && stem.endsWith("y")
        ? stem.substring(0, stem.length() - 1) + "i"
        : stem;
  }

  private static boolean isEnglish(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
        return false;
      }
    }
    return true;
  }

  private static String withoutPlural(String word) {
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.endsWith("sses")
        || word.endsWith("xes")
        || word.endsWith("ches")
        || word.endsWith("shes")) {
      return word.substring(0, word.length() - 2);
    }
    boolean plural =
        word.endsWith("s")
            && !word.endsWith("ss")
            && !word.endsWith("us")
            && !word.endsWith("is")
            && !word.endsWith("'s");
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  private static String withoutEnding(String word, String ending) {
    if (!word.endsWith(ending) || word.length() - ending.length() < SHORTEST_STEM) {
      return word;
    }
    String rest = word.substring(0, word.length() - ending.length());
    if (!hasVowel(rest)) {
      return word;
    }
    char last = rest.charAt(rest.length() - 1);
    boolean doubled =
        !ending.equals("ly")
            && rest.length() > SHORTEST_STEM
            && last == rest.charAt(rest.length() - 2)
            && "lsz".indexOf(last) < 0;
    return doubled ? rest.substring(0, rest.length() - 1) : rest;
  }

  private static boolean hasVowel(String word) {
    for (int i = 0; i < word.length(); i++) {
      if ("aeiouy".indexOf(word.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
