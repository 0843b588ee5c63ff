package dev.memenem.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders templates by how well they fit a topic. What counts: the formats, tags and joke structures
 * that suit the worlds and situations the topic is about; its stems in a template's names and
 * meaning, a rare one more than a common one; and, the more the less is known of the topic, that a
 * format is popular and serves any topic. The first five also differ from one another.
 *
 * <p>The same topic and templates always give the same order, ties go by id. No network, no chance.
 * Safe for use by several threads. The weights were tuned on one half of the judged topics of the
 * tests.
 */
public final class TopicRanking {
  private static final int VARIED = 5;
  private static final int CANDIDATES = 40;

  private static final double FORMAT = 20;
  private static final double TAGS = 1.4;

  /** From here on more links to the same tag say little more. */
  private static final double ENOUGH = 9;

  private static final double STRUCTURE = 1.5;

  /** Of what is linked to the topic an unknown format gets so much, a famous one all. */
  private static final double OBSCURE = 0.7;

  private static final double POPULARITY = 10;
  private static final double VERSATILITY = 3;

  /** A best fit of so much halves what popularity and versatility count. */
  private static final double CLEAR = 5;

  /** How much sameness with a template already chosen costs, as a part of the best fit. */
  private static final double SAMENESS = 0.4;

  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.<Ranked>comparingDouble(ranked -> -ranked.fit())
          .thenComparing(ranked -> ranked.template().id());

  private final TopicConcepts concepts = TopicConcepts.load();

  private record Ranked(Template template, double fit) {}

  /** The templates, best first; each as often as it was given. */
  public List<Template> rank(String topic, Collection<Template> templates) {
    TopicConcepts.Links links = concepts.links(topic);
    TopicMatches matches = new TopicMatches(concepts.topicStems(topic), links.near(), templates);
    double[] fits = new double[templates.size()];
    double best = 0;
    int place = 0;
    for (Template template : templates) {
      double fit = matches.strength(place) + linked(template, links, matches);
      fits[place++] = fit;
      best = Math.max(best, fit);
    }
    double doubt = 1 / (1 + best / CLEAR);
    List<Ranked> ranked = new ArrayList<>(templates.size());
    place = 0;
    for (Template template : templates) {
      ranked.add(new Ranked(template, fits[place++] + doubt * anyway(template)));
    }
    ranked.sort(BEST_FIRST);
    vary(ranked);
    return ranked.stream().map(Ranked::template).toList();
  }

  /** What the topic's concepts say for a template. */
  private static double linked(Template template, TopicConcepts.Links links, TopicMatches matches) {
    Template.Meaning meaning = template.meaning();
    double linked =
        FORMAT * links.formats().getOrDefault(template.name(), 0.0)
            + TAGS * tagFit(meaning.tags(), links.tags(), matches)
            + STRUCTURE * links.structures().getOrDefault(meaning.structure(), 0.0);
    return linked * (OBSCURE + (1 - OBSCURE) * fame(template));
  }

  /** What speaks for a template whatever the topic. */
  private double anyway(Template template) {
    return VERSATILITY * concepts.versatility(template.meaning().structure())
        + POPULARITY * fame(template);
  }

  /** Popularity as 0 to 1, whatever a source said it was. */
  private static double fame(Template template) {
    return template.popularity() > 0 ? Math.min(1, template.popularity() / 100) : 0;
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
