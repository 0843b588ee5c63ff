package dev.memenem.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.json.Json;
import dev.memenem.json.Tree;
import dev.memenem.template.builtin.CatalogueFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Measures the ranking on {@code judged-topics.json}: topics with the formats that fit them, graded
 * 3 (made for it), 2 (good) and 1 (it can be done), written before the ranking. Its weights and
 * concept links were tuned on the half called {@code tuned} only; {@code held_out} and {@code
 * fresh} show what to expect of a topic that nobody thought of. What no one has graded counts 0, so
 * the figures are lower than a reader would give.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JudgedTopicsTest {
  private static final int FIRST = 5;

  private final List<Template> catalogue = CatalogueFiles.builtin();
  private final List<Judged> topics = read();

  private record Judged(String topic, String half, Map<String, Integer> gradeById) {}

  private List<Judged> read() {
    TemplateNames names = new TemplateNames(catalogue);
    try (InputStream in = getClass().getResourceAsStream("judged-topics.json")) {
      return Json.parse(in.readAllBytes()).items().stream().map(t -> judged(t, names)).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Judged judged(Tree tree, TemplateNames names) {
    Map<String, Integer> grades = new HashMap<>();
    Tree fits = tree.get("fits");
    for (String name : fits.fields()) {
      Template template =
          names.byName(name).orElseThrow(() -> new AssertionError("no format is called " + name));
      grades.merge(template.id(), fits.get(name).integer(0), Math::max);
    }
    return new Judged(tree.get("topic").text(), tree.get("half").text(), grades);
  }

  /** Normalised discounted cumulative gain of the first five, gain 2^grade - 1. */
  private static double ndcg(List<Template> ranked, Judged judged) {
    List<Integer> got =
        ranked.stream().map(t -> judged.gradeById().getOrDefault(t.id(), 0)).toList();
    List<Integer> ideal =
        judged.gradeById().values().stream().sorted(Comparator.reverseOrder()).toList();
    return gain(got) / gain(ideal);
  }

  private static double gain(List<Integer> grades) {
    double gain = 0;
    for (int i = 0; i < Math.min(FIRST, grades.size()); i++) {
      gain += (Math.pow(2, grades.get(i)) - 1) * Math.log(2) / Math.log(i + 2);
    }
    return gain;
  }

  /** The plain ranking: 3 for a word in the name, 2 for a tag, popularity / 20. */
  private static List<Template> plain(String topic, List<Template> templates) {
    Set<String> words = new HashSet<>(WordStems.words(topic));
    Map<String, Double> scores = new HashMap<>();
    for (Template template : templates) {
      long named = WordStems.words(template.name()).stream().filter(words::contains).count();
      long tagged = template.meaning().tags().stream().filter(words::contains).count();
      scores.put(template.id(), 3.0 * named + 2.0 * tagged + template.popularity() / 20);
    }
    return templates.stream()
        .sorted(
            Comparator.<Template>comparingDouble(t -> -scores.get(t.id()))
                .thenComparing(Template::id))
        .toList();
  }

  private double mean(String half, BiFunction<String, List<Template>, List<Template>> ranking) {
    return topics.stream()
        .filter(judged -> judged.half().equals(half))
        .mapToDouble(judged -> ndcg(ranking.apply(judged.topic(), catalogue), judged))
        .average()
        .orElseThrow();
  }

  private void holds(String half, double floor) {
    double ours = mean(half, new TopicRanking()::rank);
    double plain = mean(half, JudgedTopicsTest::plain);
    String figures =
        "nDCG@5 of the %s topics: %.3f, plain word overlap %.3f".formatted(half, ours, plain);
    System.out.println(figures);
    assertThat(ours).as(figures).isGreaterThanOrEqualTo(floor);
    assertThat(ours).as(figures).isGreaterThan(3 * plain);
  }

  // The floors only rise: a better ranking or catalogue lifts them, nothing lowers them.

  @Test
  void topics_the_weights_were_tuned_on() {
    holds("tuned", 0.69);
  }

  @Test
  void topics_held_out() {
    holds("held_out", 0.48);
  }

  @Test
  void topics_written_behind_the_links() {
    holds("fresh", 0.28);
  }

  @Test
  void there_are_enough_topics_and_each_has_enough_formats() {
    assertThat(topics).hasSizeGreaterThanOrEqualTo(80);
    assertThat(topics).extracting(Judged::topic).doesNotHaveDuplicates();
    assertThat(topics)
        .allSatisfy(judged -> assertThat(judged.gradeById()).hasSizeGreaterThanOrEqualTo(FIRST));
  }
}
