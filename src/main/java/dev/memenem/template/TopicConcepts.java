package dev.memenem.template;

import dev.memenem.json.Json;
import dev.memenem.json.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What we know of the worlds that topics come from: which words belong to one, and which tags, joke
 * structures and further words suit it. {@code topic-concepts.json} has the list.
 */
final class TopicConcepts {
  private static final String RESOURCE = "topic-concepts.json";

  /**
   * What suits a topic.
   *
   * @param tags weight of each tag
   * @param structures weight of each joke structure
   * @param near stems that may stand in a fitting format's texts
   */
  record Links(Map<String, Double> tags, Map<String, Double> structures, Set<String> near) {
    boolean isEmpty() {
      return tags.isEmpty();
    }
  }

  /** No record: each is itself alone, and a key of many maps. */
  private static final class Concept {
    final Map<String, Double> tags;
    final Map<String, Double> structures;
    final Set<String> near;

    Concept(Tree entry) {
      tags = weights(entry.get("tags"));
      structures = weights(entry.get("structures"));
      near = stems(entry.get("near").text());
    }
  }

  /** A word that only hints at a concept counts so much of one that belongs to it. */
  private static final double HINT = 0.4;

  private final Map<String, Map<Concept, Double>> byStem = new HashMap<>();
  private final Set<String> stopWords;
  private final Map<String, Double> versatile;

  private TopicConcepts(Tree tree) {
    stopWords = Set.of(tree.get("stop_words").text().split(" "));
    versatile = weights(tree.get("versatile"));
    Tree concepts = tree.get("concepts");
    for (String name : concepts.fields()) {
      Tree entry = concepts.get(name);
      Concept concept = new Concept(entry);
      link(concept, entry.get("words").text(), 1);
      link(concept, entry.get("hints").text(), HINT);
    }
  }

  private void link(Concept concept, String words, double strength) {
    for (String stem : stems(words)) {
      byStem.computeIfAbsent(stem, s -> new LinkedHashMap<>()).merge(concept, strength, Math::max);
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

  private static Set<String> stems(String text) {
    Set<String> stems = new LinkedHashSet<>();
    for (String word : text.split(" ")) {
      if (!word.isEmpty()) {
        stems.add(WordStems.of(word));
      }
    }
    return stems;
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

  /**
   * Everything the topic's words are linked to. A concept counts once, whatever the number of its
   * words in the topic; where several agree on a tag, it weighs more.
   */
  Links links(Set<String> topicStems) {
    Map<Concept, Double> concepts = new LinkedHashMap<>();
    for (String stem : topicStems) {
      byStem
          .getOrDefault(stem, Map.of())
          .forEach((concept, strength) -> concepts.merge(concept, strength, Math::max));
    }
    Map<String, Double> tags = new HashMap<>();
    Map<String, Double> structures = new HashMap<>();
    Set<String> near = new LinkedHashSet<>();
    concepts.forEach(
        (concept, strength) -> {
          concept.tags.forEach((tag, weight) -> tags.merge(tag, strength * weight, Double::sum));
          concept.structures.forEach(
              (name, weight) -> structures.merge(name, strength * weight, Double::sum));
          near.addAll(concept.near);
        });
    near.removeAll(topicStems);
    return new Links(tags, structures, near);
  }
}
