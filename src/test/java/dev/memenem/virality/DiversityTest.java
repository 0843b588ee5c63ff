package dev.memenem.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.memenem.virality.Diversity.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiversityTest {
  private static final Candidate KETTLE =
      new Candidate(List.of("I only wanted tea", "the kettle had other plans"), 80);
  private static final Candidate KETTLE_AGAIN =
      new Candidate(List.of("I only wanted tea", "my kettle had other plans"), 79);
  private static final Candidate PRINTER =
      new Candidate(List.of("Printer says no", "because it smells fear"), 70);

  @Test
  void a_near_copy_of_the_best_stands_back_for_another_joke() {
    assertThat(Diversity.choose(List.of(KETTLE_AGAIN, KETTLE, PRINTER), 2)).containsExactly(1, 2);
  }

  @Test
  void by_score_alone_the_near_copy_stays() {
    assertThat(Diversity.choose(List.of(KETTLE_AGAIN, KETTLE, PRINTER), 2, 1))
        .containsExactly(1, 0);
  }

  @Test
  void everybody_comes_when_there_is_room() {
    assertThat(Diversity.choose(List.of(PRINTER, KETTLE), 5)).containsExactly(1, 0);
    assertThat(Diversity.choose(List.of(), 5)).isEmpty();
  }

  @Test
  void the_same_caption_is_quite_alike_and_letter_case_does_not_matter() {
    assertThat(Diversity.similarity(KETTLE.panels(), KETTLE.panels())).isCloseTo(1, within(1e-12));
    assertThat(Diversity.similarity(List.of("Tea FIRST"), List.of("tea first")))
        .isCloseTo(1, within(1e-12));
    assertThat(Diversity.similarity(KETTLE.panels(), PRINTER.panels())).isLessThan(.3);
  }

  @Test
  void a_word_the_score_masks_still_tells_captions_apart() {
    assertThat(Diversity.similarity(List.of("upvotes"), List.of("comments"))).isLessThan(.5);
  }

  @Test
  void a_balance_beyond_its_bounds_is_refused() {
    assertThatThrownBy(() -> Diversity.choose(List.of(KETTLE), 1, 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("balance");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void each_index_comes_at_most_once_and_the_best_comes_first(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      StringBuilder text = new StringBuilder();
      for (int w = random.nextInt(0, 8); w > 0; w--) {
        text.append((char) ('a' + random.nextInt(5))).append(random.nextBoolean() ? " " : "");
      }
      candidates.add(new Candidate(List.of(text.toString()), random.nextInt(101)));
    }

    List<Integer> chosen = Diversity.choose(candidates, 12);

    assertThat(chosen).hasSize(12).doesNotHaveDuplicates();
    double best = candidates.stream().mapToDouble(Candidate::score).max().orElseThrow();
    assertThat(candidates.get(chosen.get(0)).score()).isEqualTo(best);
    assertThat(Diversity.choose(candidates, 12)).isEqualTo(chosen);
  }
}
