package dev.memenem.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.memenem.virality.Corpus.Caption;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrainerTest {
  private static final Settings SMALL = new Settings(10, 10, 10, 2, .5, 1, 1, .3, .1, .05, 1, 40);
  private static final Map<String, Long> NUMBERS = Map.of("Two-Kettles", 11L, "Old-Ladder", 22L);

  /** On this made-up site captions with "kettle" do well and those with "ladder" badly. */
  private static Corpus madeUp(long seed, int size) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] filler = "when the cat sits on my warm chair again and nobody says a word".split(" ");
    List<Caption> captions = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      boolean good = random.nextBoolean();
      StringBuilder text = new StringBuilder(good ? "kettle" : "ladder");
      for (int w = random.nextInt(3, 9); w > 0; w--) {
        text.append(' ').append(filler[random.nextInt(filler.length)]);
      }
      double percentile = (good ? 65 : 35) + 30 * (random.nextDouble() - .5);
      String template = random.nextBoolean() ? "Two-Kettles" : "Old-Ladder";
      captions.add(new Caption(template, 60_000_000 + i, percentile, List.of(text.toString())));
    }
    return new Corpus(captions);
  }

  @Test
  void the_same_data_give_the_same_bytes() {
    byte[] first = Trainer.bytes(new Trainer(madeUp(1, 400), NUMBERS, SMALL).learn(madeUp(2, 80)));
    byte[] again = Trainer.bytes(new Trainer(madeUp(1, 400), NUMBERS, SMALL).learn(madeUp(2, 80)));
    byte[] other = Trainer.bytes(new Trainer(madeUp(3, 400), NUMBERS, SMALL).learn(madeUp(2, 80)));

    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void it_learns_what_does_well_and_new_captions_are_ranked_by_it() {
    Corpus dev = madeUp(2, 400);
    Weights weights = new Trainer(madeUp(1, 800), NUMBERS, SMALL).learn(dev);

    Evaluation.Figures figures = new Evaluation(dev).figures(Trainer.scores(weights, dev));

    assertThat(figures.spearman()).isGreaterThan(.7);
    assertThat(figures.lift()).isGreaterThan(10);
    ViralityModel model = new ViralityModel(weights);
    assertThat(model.rank("imgflip_11", List.of("the kettle sits again")).score())
        .isGreaterThan(60)
        .isGreaterThan(model.rank("imgflip_11", List.of("the ladder sits again")).score());
  }

  @Test
  void weights_come_back_as_they_were_written() throws IOException {
    byte[] bytes = Trainer.bytes(new Trainer(madeUp(1, 200), NUMBERS, SMALL).learn(madeUp(2, 80)));

    Weights read = Weights.read(new DataInputStream(new ByteArrayInputStream(bytes)));

    assertThat(Trainer.bytes(read)).isEqualTo(bytes);
  }

  @Test
  void what_hardly_anybody_wrote_gets_no_weight() {
    List<Caption> captions = new ArrayList<>(madeUp(1, 200).captions());
    captions.add(new Caption("Two-Kettles", 1, 100, List.of("zyzzyva")));
    Weights weights = new Trainer(new Corpus(captions), NUMBERS, SMALL).learn(madeUp(2, 80));

    CaptionText once = CaptionText.of(List.of("zyzzyva"));
    CaptionText often = CaptionText.of(List.of("kettle"));

    assertThat(weights.words().weight(Ngrams.single(once, 0, 10))).isZero();
    assertThat(weights.words().weight(Ngrams.single(often, 0, 10))).isNotZero();
  }

  @Test
  void ridge_finds_the_solution_of_the_normal_equations() {
    SparseMatrix x = new SparseMatrix(3);
    double[][] rows = {{1, 2}, {3, 0}, {0, 1}};
    for (double[] row : rows) {
      x.put(0, (float) row[0]);
      x.put(1, (float) row[1]);
      x.endRow();
    }
    double[] ones = {1, 1, 1};

    float[] beta = Ridge.solve(x, new double[] {5, 3, 2}, ones, new float[] {1, 1}, 0.5, 50);

    // (X'X + I/2) beta = X'y with X'X = [10 2; 2 5], X'y = [14 12]
    double determinant = 10.5 * 5.5 - 4;
    assertThat((double) beta[0]).isCloseTo((14 * 5.5 - 2 * 12) / determinant, within(1e-4));
    assertThat((double) beta[1]).isCloseTo((10.5 * 12 - 2 * 14) / determinant, within(1e-4));
  }
}
