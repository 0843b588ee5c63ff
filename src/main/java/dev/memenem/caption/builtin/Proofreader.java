package dev.memenem.caption.builtin;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finishes a text and finds what no reader may see. */
final class Proofreader {
  private static final Pattern ARTICLE =
      Pattern.compile("\\b([Aa])n? (?=([\"'(]*[\\p{L}\\p{N}][^ ]*))");
  private static final Set<String> ARTICLES = Set.of("a", "an", "the", "my", "your", "our", "his");
  private static final Set<String> AFTER_NO_ARTICLE =
      Set.of("a", "an", "the", "my", "your", "our", "his", "this", "some");
  private static final Set<String> MODALS =
      Set.of("to", "can't", "don't", "didn't", "will", "would", "could", "should", "must", "let's");
  private static final Set<String> PREPOSITIONS =
      Set.of("at", "on", "in", "with", "about", "for", "of", "from");
  private static final Set<String> MEANT_TWICE =
      Set.of("that", "had", "no", "very", "really", "ha", "bye", "knock", "so", "please", "now");
  private static final List<String> BROKEN =
      List.of("\"\"", "“\"", "{", "}", ".,", ",,", "?,", "!,", "?.", "!.", ",.", ":.", ": :");

  /** A question or shout that is quoted at the end of a sentence ends that too. */
  private static final Pattern ASKED = Pattern.compile("([?!]\")[?.]");

  private static final Pattern OTHER = Pattern.compile("\\P{L}");
  private static final Pattern BLANKS = Pattern.compile("\\s+(?=[\\s,.!?;:])");

  private static final Set<String> DOABLE =
      Set.of(
          "bring",
          "sing",
          "swing",
          "ring",
          "cling",
          "fling",
          "sling",
          "everything",
          "nothing",
          "something",
          "anything",
          "thing",
          "king",
          "morning",
          "evening");

  private final Topic topic;
  private final String lowTopic;
  private final boolean lower;

  Proofreader(Topic topic, boolean lower) {
    this.topic = topic;
    this.lowTopic = topic.text().toLowerCase(Locale.ROOT);
    this.lower = lower;
  }

  /** Articles, blanks, capitals. */
  String finish(String text) {
    String tidy = BLANKS.matcher(text).replaceAll(" ").strip();
    tidy = ASKED.matcher(tidy).replaceAll("$1");
    if (topic.shape() != Topic.Shape.OPAQUE) {
      tidy = articles(tidy);
    }
    return lower ? lowered(tidy) : English.sentenceCase(tidy);
  }

  private static String articles(String text) {
    if (!text.contains("a ") && !text.contains("an ") && !text.startsWith("A")) {
      return text;
    }
    Matcher matcher = ARTICLE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String article = English.article(matcher.group(2));
      matcher.appendReplacement(
          out,
          (Character.isUpperCase(matcher.group(1).charAt(0)) ? "A" + article.substring(1) : article)
              + " ");
    }
    return matcher.appendTail(out).toString();
  }

  private static String lowered(String text) {
    String[] words = text.split(" ");
    for (int i = 0; i < words.length; i++) {
      String letters = OTHER.matcher(words[i]).replaceAll("");
      if (letters.length() < 2 || !letters.equals(letters.toUpperCase(Locale.ROOT))) {
        words[i] = words[i].toLowerCase(Locale.ROOT);
      }
    }
    return String.join(" ", words);
  }

  /** True when a set of finished texts can be shown. */
  boolean passes(List<String> texts, boolean echo) {
    int pasted = 0;
    for (String text : texts) {
      if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
        return false;
      }
      String low = text.toLowerCase(Locale.ROOT);
      pasted += low.contains(lowTopic) ? 1 : 0;
      String ours = topic.shape() == Topic.Shape.OPAQUE ? text.replace(topic.text(), "x") : text;
      if (broken(ours)) {
        return false;
      }
    }
    return echo || texts.size() < 2 || pasted <= Math.max(1, texts.size() / 3);
  }

  private boolean broken(String text) {
    String low = text.toLowerCase(Locale.ROOT);
    for (String broken : BROKEN) {
      if (low.contains(broken)) {
        return true;
      }
    }
    boolean quoted = false;
    for (int i = low.indexOf('"'); i >= 0; i = low.indexOf('"', i + 1)) {
      quoted = !quoted;
    }
    if (quoted) {
      return true;
    }
    String before = "";
    for (String word : low.split(" ")) {
      if (clash(before, word)) {
        return true;
      }
      before = word;
    }
    return false;
  }

  /** Two neighbours that no sentence has, unless the topic itself has them. */
  private boolean clash(String before, String word) {
    boolean clash =
        before.equals(word) && !MEANT_TWICE.contains(word)
            || ARTICLES.contains(before) && AFTER_NO_ARTICLE.contains(word)
            || PREPOSITIONS.contains(before) && PREPOSITIONS.contains(word) && !word.equals("in")
            || MODALS.contains(before) && word.endsWith("ing") && !DOABLE.contains(word)
            || before.equals("i'm") && word.equals("i");
    return clash && !lowTopic.contains(before + " " + word);
  }
}
