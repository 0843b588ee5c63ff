package dev.memenem.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.memenem.virality.Corpus.Caption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final Corpus HUNDRED =
      new Corpus(
          IntStream.range(0, 100)
              .mapToObj(
                  i ->
                      new Caption(
                          "Old-Ladder", 60_000_000 + i, i + .5, List.of("text " + "x".repeat(10))))
              .toList());

  @Test
  void a_perfect_score_is_perfect() {
    Evaluation.Figures figures =
        new Evaluation(HUNDRED).figures(IntStream.range(0, 100).asDoubleStream().toArray());

    assertThat(figures.spearman()).isCloseTo(1, within(1e-12));
    assertThat(figures.auc()).isEqualTo(1);
    assertThat(figures.bestOfFour()).isBetween(77.0, 83.0);
    assertThat(figures.random()).isCloseTo(50, within(1e-9));
    assertThat(figures.sameLengthLift()).isCloseTo(figures.lift(), within(3.0));
  }

  @Test
  void a_score_that_says_nothing_has_no_lift() {
    Evaluation.Figures figures = new Evaluation(HUNDRED).figures(new double[100]);

    assertThat(figures.lift()).isCloseTo(0, within(1e-9));
    assertThat(figures.auc()).isEqualTo(.5);
    assertThat(figures.spearman()).isZero();
  }

  @Test
  void ties_share_their_ranks() {
    assertThat(Evaluation.ranks(new double[] {3, 1, 3, 2})).containsExactly(3.5, 1, 3.5, 2);
  }

  @Test
  void the_interval_holds_the_figure_and_is_the_same_each_time() {
    double[] scores = new double[100];
    Arrays.setAll(scores, i -> (i * 37) % 100 + i);
    Evaluation evaluation = new Evaluation(HUNDRED);

    List<Evaluation.Figures> interval = evaluation.interval(scores, 100);

    assertThat(evaluation.figures(scores).spearman())
        .isBetween(interval.get(0).spearman(), interval.get(1).spearman());
    assertThat(evaluation.interval(scores, 100)).isEqualTo(interval);
  }
}
