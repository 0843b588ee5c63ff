package dev.memenem.caption.builtin;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * As much English as captions need: verb forms, articles, number. Verb phrases are kept in their
 * base form ({@code check my phone}); the first word is the verb, behind an adverb the second, and
 * so is every word marked with <code>~</code> ({@code nod and ~smile}).
 */
final class English {
  private static final Set<String> DOUBLED =
      Set.of(
          "admit",
          "begin",
          "commit",
          "forget",
          "regret",
          "refer",
          "prefer",
          "submit",
          "unplug",
          "forbid",
          "upset",
          "reset",
          "babysit",
          "outrun",
          "rerun",
          "format",
          "overlap",
          "transmit",
          "permit",
          "equip",
          "shit",
          "quit");
  private static final Set<String> ADVERBS =
      Set.of(
          "not", "never", "just", "still", "always", "almost", "also", "even", "only", "maybe",
          "simply", "then", "once", "somehow");
  private static final Set<String> PLURALS =
      Set.of(
          "people",
          "children",
          "men",
          "women",
          "mice",
          "feet",
          "teeth",
          "geese",
          "police",
          "kids",
          "folks",
          "wives",
          "knives",
          "lives",
          "leaves");
  private static final Set<String> SINGULAR_IN_S =
      Set.of(
          "news",
          "physics",
          "mathematics",
          "maths",
          "christmas",
          "chess",
          "tennis",
          "bus",
          "boss",
          "class",
          "gas",
          "virus",
          "chaos",
          "series",
          "athletics",
          "economics",
          "politics",
          "gymnastics",
          "linguistics",
          "ethics",
          "plus",
          "is",
          "was",
          "this",
          "always",
          "yes",
          "cookies' day",
          "paris",
          "texas",
          "windows",
          "kubernetes",
          "jenkins",
          "redis",
          "sims");
  private static final Pattern HEAD =
      Pattern.compile(
          " (?=(of|in|on|at|with|for|from|who|that|which|to|by|when|about|after|before)\\b)");
  private static final Pattern LETTERS = Pattern.compile("^[\\p{L}'-]+");
  // How the first word of a phrase is spoken, which chooses its article.
  private static final Pattern NO_SOUND = Pattern.compile("^[^\\p{L}\\p{N}]+");
  private static final Pattern SOUNDS_OPEN =
      Pattern.compile("(hour|honest|honou?r|heir).*|8.*|11\\b.*|18\\b.*");
  private static final Pattern SOUNDS_SHUT =
      Pattern.compile("(uni([^nm]|$)|use|usual|user|euro|one\\b|once\\b|ubi|u\\b|ut[ie]).*");
  private static final Pattern SPELT_OPEN = Pattern.compile("[AEFHILMNORSX](?=[A-Z0-9.]).*");
  private static final Pattern CAPITALS = Pattern.compile("[A-Z]{4,}.*");

  private static final String VOWELS = "aeiou";

  private English() {}

  /** {@code check my phone} to {@code checking my phone}. */
  static String gerund(String phrase) {
    return inflect(phrase, English::ing);
  }

  /** {@code check my phone} to {@code checks the phone}: what is told of somebody else. */
  static String third(String phrase) {
    return inflect(phrase, English::s)
        .replaceAll("\\bmy\\b", "the")
        .replaceAll("\\bmyself\\b", "themselves")
        .replaceAll("\\bme\\b", "them");
  }

  /** The phrase without marks. */
  static String base(String phrase) {
    return phrase.replace("~", "");
  }

  private static String inflect(String phrase, UnaryOperator<String> verb) {
    String[] words = phrase.split(" ");
    int first = 0;
    while (first < words.length - 1 && isAdverb(words[first])) {
      first++;
    }
    for (int i = 0; i < words.length; i++) {
      if (words[i].startsWith("~")) {
        words[i] = verb.apply(words[i].substring(1));
      } else if (i == first) {
        words[i] = verb.apply(words[i]);
      }
    }
    return String.join(" ", words);
  }

  private static boolean isAdverb(String word) {
    return ADVERBS.contains(word)
        || (word.length() > 4
            && word.endsWith("ly")
            && !List.of("reply", "apply", "rely", "supply", "multiply").contains(word));
  }

  private static String ing(String word) {
    String tail = LETTERS.matcher(word).replaceFirst("");
    String verb = word.substring(0, word.length() - tail.length());
    String low = verb.toLowerCase(Locale.ROOT);
    String made;
    if (low.equals("be")) {
      made = verb + "ing";
    } else if (low.endsWith("ie")) {
      made = verb.substring(0, verb.length() - 2) + "ying";
    } else if (low.endsWith("e")
        && !low.endsWith("ee")
        && !low.endsWith("ye")
        && !low.endsWith("oe")
        && low.length() > 2) {
      made = verb.substring(0, verb.length() - 1) + "ing";
    } else if (low.endsWith("ic")) {
      made = verb + "king";
    } else if (doubles(low)) {
      made = verb + low.charAt(low.length() - 1) + "ing";
    } else {
      made = verb + "ing";
    }
    return made + tail;
  }

  private static boolean doubles(String verb) {
    int n = verb.length();
    if (DOUBLED.contains(verb)) {
      return true;
    }
    if (n < 3 || "wxyh".indexOf(verb.charAt(n - 1)) >= 0 || isVowel(verb.charAt(n - 1))) {
      return false;
    }
    int vowels = 0;
    for (char c : verb.toCharArray()) {
      vowels += isVowel(c) ? 1 : 0;
    }
    boolean qu = verb.contains("qu");
    return isVowel(verb.charAt(n - 2))
        && (!isVowel(verb.charAt(n - 3)) || qu)
        && vowels == (qu ? 2 : 1);
  }

  private static String s(String word) {
    String tail = LETTERS.matcher(word).replaceFirst("");
    String verb = word.substring(0, word.length() - tail.length());
    int n = verb.length();
    String made =
        switch (verb) {
          case "be" -> "is";
          case "have" -> "has";
          case "do" -> "does";
          case "go" -> "goes";
          default -> {
            if (verb.matches(".*(s|x|z|ch|sh)")) {
              yield verb + "es";
            }
            yield n > 1 && verb.endsWith("y") && !isVowel(verb.charAt(n - 2))
                ? verb.substring(0, n - 1) + "ies"
                : verb + "s";
          }
        };
    return made + tail;
  }

  private static boolean isVowel(char c) {
    return VOWELS.indexOf(c) >= 0;
  }

  /** {@code a} or {@code an}, by the sound of what follows. */
  static String article(String next) {
    String low = NO_SOUND.matcher(next.toLowerCase(Locale.ROOT)).replaceFirst("");
    if (SOUNDS_OPEN.matcher(low).matches()) {
      return "an";
    }
    if (SOUNDS_SHUT.matcher(low).matches()) {
      return "a";
    }
    if (SPELT_OPEN.matcher(next).matches() && !CAPITALS.matcher(next).matches()) {
      return "an";
    }
    return !low.isEmpty() && isVowel(low.charAt(0)) ? "an" : "a";
  }

  /** True when a noun phrase takes a plural verb. */
  static boolean isPlural(String nounPhrase) {
    String low = nounPhrase.toLowerCase(Locale.ROOT);
    String core = HEAD.split(low, 2)[0];
    if (core.contains(" and ") || core.contains(" & ")) {
      return true;
    }
    String[] words = core.split("\\s+");
    String head = words[words.length - 1].replaceAll("[^\\p{L}']", "");
    if (PLURALS.contains(head)) {
      return true;
    }
    return head.length() > 3
        && head.endsWith("s")
        && !head.endsWith("ss")
        && !head.endsWith("us")
        && !head.endsWith("is")
        && !head.endsWith("'s")
        && !SINGULAR_IN_S.contains(head);
  }

  /**
   * {@code birthday party} to {@code birthday parties}, its head being the last word in front of
   * "of".
   */
  static String plural(String nounPhrase) {
    String[] parts = HEAD.split(nounPhrase, 2);
    String head = parts[0];
    int n = head.length();
    String many;
    if (head.endsWith("y") && n > 1 && !isVowel(head.charAt(n - 2))) {
      many = head.substring(0, n - 1) + "ies";
    } else if (head.matches("(?i).*(s|x|z|ch|sh)")) {
      many = head + "es";
    } else if (head.matches("(?i)(.* )?child")) {
      many = head + "ren";
    } else if (head.matches("(?i).*(wife|knife|life|shelf|leaf)")) {
      many = head.replaceAll("fe?$", "ves");
    } else if (head.matches("(?i)(.* )?(tooth|goose|mouse|foot)")) {
      many =
          head.replaceAll("ooth$", "eeth")
              .replaceAll("oose$", "eese")
              .replaceAll("ouse$", "ice")
              .replaceAll("oot$", "eet");
    } else {
      many = head + "s";
    }
    return many + nounPhrase.substring(head.length());
  }

  /** First letter of each sentence in upper case. */
  static String sentenceCase(String text) {
    StringBuilder out = new StringBuilder(text);
    boolean start = true;
    for (int i = 0; i < out.length(); i++) {
      char c = out.charAt(i);
      if (start && Character.isLetterOrDigit(c)) {
        out.setCharAt(i, Character.toUpperCase(c));
        start = false;
      } else if ((c == '!' || c == '?' || c == '.')
          && i + 2 < out.length()
          && out.charAt(i + 1) == ' '
          && !out.substring(Math.max(0, i - 4), i + 1).endsWith(".m.")
          && (i == 0 || out.charAt(i - 1) != '.')) {
        start = true;
      }
    }
    return out.toString();
  }

  static int words(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      boolean blank = Character.isWhitespace(text.charAt(i));
      words += !blank && !inside ? 1 : 0;
      inside = !blank;
    }
    return words;
  }
}
