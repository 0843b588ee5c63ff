package dev.memenem.template;

import dev.memenem.json.Json;
import dev.memenem.json.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What we know of the worlds and situations that topics are about: which words belong to one, and
 * which formats, tags, joke structures and further words suit it. {@code topic-concepts.json} has
 * the list.
 */
final class TopicConcepts {
  private static final String RESOURCE = "topic-concepts.json";

  /**
   * What suits a topic.
   *
   * @param formats weight of each format, by name
   * @param tags weight of each tag
   * @param structures weight of each joke structure
   * @param near stems that may stand in a fitting format's texts
   */
  record Links(
      Map<String, Double> formats,
      Map<String, Double> tags,
      Map<String, Double> structures,
      Set<String> near) {}

  /** Its lists of words have a space before and behind each, so that one can be searched for. */
  private record Concept(
      String words,
      String hints,
      String cues,
      List<String> formats,
      Map<String, Double> tags,
      Map<String, Double> structures,
      String near) {

    static Concept of(Tree entry) {
      return new Concept(
          spaced(entry, "words"),
          spaced(entry, "hints"),
          spaced(entry, "cues"),
          entry.get("formats").texts(),
          weights(entry.get("tags")),
          weights(entry.get("structures")),
          entry.get("near").text());
    }

    private static String spaced(Tree entry, String list) {
      return ' ' + entry.get(list).text() + ' ';
    }

    /** How likely a topic is about it, 0 to 1: several hints make it likelier. */
    double likelihood(Set<String> stems, Set<String> topicWords) {
      double unlikely = 1;
      for (String stem : stems) {
        unlikely *= has(words, stem) ? 0 : has(hints, stem) ? 1 - HINT : 1;
      }
      for (String word : topicWords) {
        unlikely *= cues.contains(' ' + word + ' ') ? 1 - CUE : 1;
      }
      return 1 - unlikely;
    }

    /** True when a word of the list has the stem. Only words that begin like it are stemmed. */
    private static boolean has(String list, String stem) {
      String start = ' ' + stem.substring(0, Math.min(WordStems.SHORTEST_STEM, stem.length()));
      for (int at = list.indexOf(start); at >= 0; at = list.indexOf(start, at + 1)) {
        if (WordStems.of(list.substring(at + 1, list.indexOf(' ', at + 1))).equals(stem)) {
          return true;
        }
      }
      return false;
    }
  }

  /** A word that only hints at a concept counts so much of one that belongs to it. */
  private static final double HINT = 0.4;

  /** A small word that is only read as a hint at the situation: why, when, without. */
  private static final double CUE = 0.25;

  /** Of a concept's formats the last weighs nearly so much of the first. */
  private static final double LAST = 0.3;

  /** How much less a format says that suits many concepts: an exponent of their number. */
  private static final double COMMON = -0.15;

  private final List<Concept> concepts = new ArrayList<>();
  private final Map<String, Integer> suited = new HashMap<>();
  private final Set<String> stopWords;
  private final Map<String, Double> versatile;

  private TopicConcepts(Tree tree) {
    stopWords = Set.of(tree.get("stop_words").text().split(" "));
    versatile = weights(tree.get("versatile"));
    Tree entries = tree.get("concepts");
    for (String name : entries.fields()) {
      Concept concept = Concept.of(entries.get(name));
      concept.formats().forEach(format -> suited.merge(format, 1, Integer::sum));
      concepts.add(concept);
    }
  }

  /** Reads our list. */
  static TopicConcepts load() {
    try (InputStream in = TopicConcepts.class.getResourceAsStream(RESOURCE)) {
      return new TopicConcepts(Json.parse(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Double> weights(Tree tree) {
    Map<String, Double> weights = new HashMap<>();
    tree.fields().forEach(name -> weights.put(name, tree.get(name).number(0)));
    return weights;
  }

  /** The stems of a topic's words that say something, each once. */
  Set<String> topicStems(String topic) {
    Set<String> stems = new LinkedHashSet<>();
    for (String word : WordStems.words(topic)) {
      if (!stopWords.contains(word)) {
        stems.add(WordStems.of(word));
      }
    }
    return stems;
  }

  /** How well a joke structure serves any topic at all; 0 for most. */
  double versatility(String structure) {
    return versatile.getOrDefault(structure, 0.0);
  }

  /** All that suits a topic; what several of its concepts agree on weighs more. */
  Links links(String topic) {
    Set<String> stems = topicStems(topic);
    Set<String> words = new LinkedHashSet<>(WordStems.words(topic));
    Links links =
        new Links(new HashMap<>(), new HashMap<>(), new HashMap<>(), new LinkedHashSet<>());
    for (Concept concept : concepts) {
      double likelihood = concept.likelihood(stems, words);
      if (likelihood > 0) {
        add(concept, likelihood, links);
      }
    }
    links.near().removeAll(stems);
    return links;
  }

  private void add(Concept concept, double likelihood, Links links) {
    List<String> formats = concept.formats();
    for (int i = 0; i < formats.size(); i++) {
      double weight = 1 - (1 - LAST) * i / formats.size();
      double rarity = Math.pow(suited.get(formats.get(i)), COMMON);
      links.formats().merge(formats.get(i), likelihood * weight * rarity, Double::sum);
    }
    concept
        .tags()
        .forEach((tag, weight) -> links.tags().merge(tag, likelihood * weight, Double::sum));
    concept
        .structures()
        .forEach(
            (name, weight) -> links.structures().merge(name, likelihood * weight, Double::sum));
    for (String word : WordStems.words(concept.near())) {
      links.near().add(WordStems.of(word));
    }
  }
}
