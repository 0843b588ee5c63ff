package dev.memenem.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders templates by how well they fit a topic. What counts: the topic's stems in a template's
 * names and meaning, a rare one more than a common one; the tags and joke structures that suit the
 * topic's world; popularity far behind. The first five also differ from one another. A topic of
 * which nothing is known gets popular formats that serve any topic.
 *
 * <p>The same topic and templates always give the same order, ties go by id. No network, no chance.
 * Safe for use by several threads. The weights were tuned on one half of the judged topics of the
 * tests.
 */
public final class TopicRanking {
  private static final int VARIED = 5;
  private static final int CANDIDATES = 40;

  private static final double TAGS = 2.5;

  /** From here on more links to the same tag say little more. */
  private static final double ENOUGH = 9;

  private static final double STRUCTURE = 2.5;
  private static final double POPULARITY = 0.01;
  private static final double VERSATILITY = 0.1;

  /** How much sameness with a template already chosen costs, as a part of the best fit. */
  private static final double SAMENESS = 0.5;

  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.<Ranked>comparingDouble(ranked -> -ranked.fit())
          .thenComparing(ranked -> ranked.template().id());

  private final TopicConcepts concepts = TopicConcepts.load();

  private record Ranked(Template template, double fit) {}

  /** The templates, best first; each as often as it was given. */
  public List<Template> rank(String topic, Collection<Template> templates) {
    Set<String> stems = concepts.topicStems(topic);
    TopicConcepts.Links links = concepts.links(stems);
    TopicMatches matches = new TopicMatches(stems, links.near(), templates);
    boolean known = !links.isEmpty() || matches.any();
    List<Ranked> ranked = new ArrayList<>(templates.size());
    int place = 0;
    for (Template template : templates) {
      double words = matches.strength(place++);
      ranked.add(new Ranked(template, words + worth(template, links, matches, known)));
    }
    ranked.sort(BEST_FIRST);
    vary(ranked);
    return ranked.stream().map(Ranked::template).toList();
  }

  private double worth(
      Template template, TopicConcepts.Links links, TopicMatches matches, boolean known) {
    Template.Meaning meaning = template.meaning();
    double versatility = concepts.versatility(meaning.structure());
    return TAGS * tagFit(meaning.tags(), links.tags(), matches)
        + STRUCTURE * links.structures().getOrDefault(meaning.structure(), 0.0)
        + (known ? VERSATILITY : 1) * versatility
        + POPULARITY * template.popularity();
  }

  private static double tagFit(
      List<String> tags, Map<String, Double> weights, TopicMatches matches) {
    double fit = 0;
    for (String tag : tags) {
      double weight = weights.getOrDefault(tag, 0.0);
      if (weight > 0) {
        fit += weight / (1 + weight / ENOUGH) * Math.sqrt(matches.tagRarity(tag));
      }
    }
    return fit / Math.sqrt(Math.sqrt(Math.max(1, tags.size())));
  }

  /** Puts the first few in an order that weighs fit against sameness; the others stay in theirs. */
  private static void vary(List<Ranked> ranked) {
    List<Ranked> others = new ArrayList<>(ranked.subList(0, Math.min(CANDIDATES, ranked.size())));
    List<Ranked> chosen = new ArrayList<>();
    while (chosen.size() < VARIED && !others.isEmpty()) {
      int next = 0;
      double cost = SAMENESS * ranked.get(0).fit();
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < others.size(); i++) {
        double worth = others.get(i).fit() - cost * sameness(others.get(i), chosen);
        if (worth > most) {
          next = i;
          most = worth;
        }
      }
      chosen.add(others.remove(next));
    }
    chosen.addAll(others);
    for (int i = 0; i < chosen.size(); i++) {
      ranked.set(i, chosen.get(i));
    }
  }

  private static double sameness(Ranked each, List<Ranked> chosen) {
    double most = 0;
    for (Ranked other : chosen) {
      most = Math.max(most, sameness(each.template().meaning(), other.template().meaning()));
    }
    return most;
  }

  /** 0 for two formats that have nothing in common, or of which nothing is known, to about 1. */
  private static double sameness(Template.Meaning a, Template.Meaning b) {
    if (a.tags().isEmpty() || b.tags().isEmpty()) {
      return 0;
    }
    Set<String> shared = new HashSet<>(a.tags());
    shared.retainAll(b.tags());
    int all = a.tags().size() + b.tags().size() - shared.size();
    return 0.4 * shared.size() / all
        + (a.structure().equals(b.structure()) ? 0.3 : 0)
        + (a.tone().equals(b.tone()) ? 0.15 : 0)
        + (a.characters().stream().anyMatch(b.characters()::contains) ? 0.5 : 0);
  }
}
