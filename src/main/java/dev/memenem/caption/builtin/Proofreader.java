package dev.memenem.caption.builtin;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finishes a text and finds what no reader may see. */
final class Proofreader {
  private static final Pattern ARTICLE =
      Pattern.compile("\\b([Aa])n? (?=([\"'(]*[\\p{L}\\p{N}][^ ]*))");
  private static final Pattern DOUBLED = Pattern.compile("(?i)\\b(\\p{L}+) \\1\\b");
  private static final Pattern ARTICLES =
      Pattern.compile(
          "(?i)\\b(a|an|the|my|your|our|his|this|every) (a|an|the|my|your|our|his|this|some)\\b");
  private static final Pattern JOINS =
      Pattern.compile(
          "(?i)\\b(to|can't|don't|didn't|will|would|could|should|must|let's) \\p{L}+ing (?!it\\b)|\\bof of\\b|\\bto to\\b|[{}]|"
              + "\\b(at|on|in|with|about|for|of|from) (at|on|with|about|for|of|from)\\b|[,;:] ?[.,;:!?]|[!?] ?[.,]|\\bwhen when\\b|\\bI'm I\\b");
  private static final Pattern SAID_TWICE =
      Pattern.compile("(?i)^\\W*(sure|wow|great)\\b.*\\b\\1\\b");

  private static final Pattern BLANKS = Pattern.compile("\\s+(?=[\\s,.!?;:])");

  private final Topic topic;
  private final boolean lower;

  Proofreader(Topic topic, boolean lower) {
    this.topic = topic;
    this.lower = lower;
  }

  /** Articles, blanks, capitals. */
  String finish(String text) {
    String tidy = BLANKS.matcher(text).replaceAll(" ").strip();
    if (topic.shape() != Topic.Shape.OPAQUE) {
      tidy = articles(tidy);
    }
    return lower ? lowered(tidy) : English.sentenceCase(tidy);
  }

  private static String articles(String text) {
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
      String letters = words[i].replaceAll("\\P{L}", "");
      if (letters.length() < 2 || !letters.equals(letters.toUpperCase(Locale.ROOT))) {
        words[i] = words[i].toLowerCase(Locale.ROOT);
      }
    }
    return String.join(" ", words);
  }

  /** True when a set of finished texts can be shown. */
  boolean passes(List<String> texts, boolean echo) {
    int pasted = 0;
    String whole = topic.text().toLowerCase(Locale.ROOT);
    for (String text : texts) {
      if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
        return false;
      }
      String low = text.toLowerCase(Locale.ROOT);
      pasted += low.contains(whole) ? 1 : 0;
      String ours = topic.shape() == Topic.Shape.OPAQUE ? text.replace(topic.text(), "x") : text;
      if (broken(ours)) {
        return false;
      }
    }
    return echo || texts.size() < 2 || pasted <= Math.max(1, texts.size() / 3);
  }

  private boolean broken(String text) {
    Matcher doubled = DOUBLED.matcher(text);
    while (doubled.find()) {
      boolean theirs =
          topic.text().toLowerCase(Locale.ROOT).contains(doubled.group().toLowerCase(Locale.ROOT));
      boolean meant =
          doubled
              .group(1)
              .toLowerCase(Locale.ROOT)
              .matches("that|had|no|very|really|ha|bye|knock|yeah|so|please|now|later|walkies");
      if (!theirs && !meant) {
        return true;
      }
    }
    return ARTICLES.matcher(text).find()
        || JOINS.matcher(text).find()
        || SAID_TWICE.matcher(text).find()
        || text.chars().filter(c -> c == '"').count() % 2 == 1;
  }
}
