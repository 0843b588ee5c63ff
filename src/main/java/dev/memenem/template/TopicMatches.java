package dev.memenem.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a topic's stems stand in the texts of many templates. Each different word is stemmed once
 * and each meaning read once, however many templates share them.
 */
final class TopicMatches {
  /** For the whole name; a part counts by the square: half of its words a quarter. */
  private static final double WHOLE_NAME = 40;

  /** In the name of a template of which nothing else is known. */
  private static final double IN_ONLY_NAME = 40;

  private static final double IN_OTHER_NAME = 1.5;
  private static final double IN_SITUATION = 5;
  private static final double IN_TAG = 2;
  private static final double IN_EXAMPLE = 0.5;

  /** A stem that is only near to the topic's counts so much of one of its own. */
  private static final double NEAR = 0.5;

  private static final int NONE = -1;

  private final Map<String, Integer> places = new HashMap<>();
  private final int ofTopic;
  private final int[] found;
  private final int templates;
  private final Map<String, Integer> words = new HashMap<>();
  private final Map<Template.Meaning, double[]> meanings = new IdentityHashMap<>();
  private final List<double[]> matches;
  private final Map<String, Integer> tagged = new HashMap<>();
  private int described;

  TopicMatches(Set<String> topic, Set<String> near, Collection<Template> templates) {
    topic.forEach(stem -> places.putIfAbsent(stem, places.size()));
    ofTopic = places.size();
    near.forEach(stem -> places.putIfAbsent(stem, places.size()));
    found = new int[places.size()];
    this.templates = templates.size();
    matches = new ArrayList<>(templates.size());
    for (Template template : templates) {
      matches.add(read(template));
    }
  }

  /** How strongly each stem stands in a template; null when none does. */
  private double[] read(Template template) {
    double[] match = meanings.computeIfAbsent(template.meaning(), this::read);
    double[] inName = name(template);
    if (inName != null) {
      for (int i = 0; i < match.length; i++) {
        inName[i] = Math.max(inName[i], match[i]);
      }
      match = inName;
    }
    boolean any = false;
    for (int i = 0; i < match.length; i++) {
      if (match[i] > 0) {
        found[i]++;
        any = true;
      }
    }
    return any ? match : null;
  }

  /** How strongly each stem stands in the name; null when none does. */
  private double[] name(Template template) {
    if (template.meaning().tags().isEmpty()) {
      return mark(null, template.name(), IN_ONLY_NAME);
    }
    double[] match = mark(null, template.name(), 1);
    if (match != null) {
      double matched = Arrays.stream(match).sum();
      int all = WordStems.words(template.name()).size();
      for (int i = 0; i < match.length; i++) {
        match[i] *= WHOLE_NAME * matched / all / all;
      }
    }
    return match;
  }

  private double[] read(Template.Meaning meaning) {
    double[] match = new double[found.length];
    if (!meaning.tags().isEmpty()) {
      described++;
    }
    for (String tag : meaning.tags()) {
      tagged.merge(tag, 1, Integer::sum);
      mark(match, tag, IN_TAG);
    }
    meaning.otherNames().forEach(name -> mark(match, name, IN_OTHER_NAME));
    mark(match, meaning.situation(), IN_SITUATION);
    mark(match, meaning.tone(), IN_SITUATION);
    meaning.examples().forEach(texts -> texts.forEach(text -> mark(match, text, IN_EXAMPLE)));
    return match;
  }

  /** Marks the stems of a text in {@code match}, which is made when there is a first to mark. */
  private double[] mark(double[] match, String text, double strength) {
    double[] marked = match;
    for (String word : WordStems.words(text)) {
      int place = words.computeIfAbsent(word, w -> places.getOrDefault(WordStems.of(w), NONE));
      if (place != NONE) {
        marked = marked == null ? new double[found.length] : marked;
        marked[place] = Math.max(marked[place], strength);
      }
    }
    return marked;
  }

  /** How strongly the stems stand in the template at a place in the order given, rare ones more. */
  double strength(int place) {
    double[] match = matches.get(place);
    double strength = 0;
    for (int i = 0; match != null && i < match.length; i++) {
      if (match[i] > 0) {
        strength += match[i] * rarity(found[i] + 1, templates) * (i < ofTopic ? 1 : NEAR);
      }
    }
    return strength;
  }

  /** 0 to 1, less for a tag that many formats have. */
  double tagRarity(String tag) {
    return rarity(tagged.getOrDefault(tag, 1), described);
  }

  private static double rarity(int having, int all) {
    return Math.log1p((double) all / having) / Math.log1p(all);
  }
}
