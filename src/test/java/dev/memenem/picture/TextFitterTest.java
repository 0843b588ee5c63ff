package dev.memenem.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.memenem.picture.TextFitter.Fit;
import dev.memenem.picture.TextFitter.Line;
import dev.memenem.picture.TextFitter.Type;
import dev.memenem.picture.TextFitter.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFitterTest {
  /** Capitals 0.7 em high, lines 1 em apart, no outline. */
  private static final Type PLAIN = new Type(1, 0.7, 0, 0);

  private static Word word(double width) {
    return new Word(width, 0.25, 0);
  }

  private static Fit fit(Type type, double width, double height, double largest, Word... words) {
    return TextFitter.fit(List.<Word[]>of(words), type, width, height, largest);
  }

  @Test
  void aShortTextGetsTheLargestSizeWanted() {
    Fit fit = fit(PLAIN, 300, 100, 40, word(1), word(1));
    assertThat(fit.size()).isEqualTo(40);
    assertThat(fit.lines()).containsExactly(new Line(0, 0, 2));
  }

  @Test
  void oneLongWordIsAsWideAsItsBox() {
    Fit fit = fit(PLAIN, 300, 100, 1000, word(10));
    assertThat(fit.size()).isCloseTo(30, within(0.1));
  }

  @Test
  void oneShortWordIsAsHighAsItsBox() {
    Fit fit = fit(PLAIN, 300, 70, 1000, word(1));
    assertThat(fit.size()).isCloseTo(100, within(0.3));
  }

  @Test
  void twoLinesBeatOneWhenThereIsRoom() {
    // one line: 100 / 4.25 = 23.5; two: 100 / 2 = 50 wide, 170 / 1.7 = 100 high
    Fit fit = fit(PLAIN, 100, 170, 1000, word(2), word(2));
    assertThat(fit.size()).isCloseTo(50, within(0.2));
    assertThat(fit.lines()).containsExactly(new Line(0, 0, 1), new Line(0, 1, 2));
  }

  @Test
  void linesAreBalancedInsteadOfFilled() {
    // filled line after line it would be 3 words and 1
    Fit fit = fit(PLAIN, 100, 100, 20, word(1.4), word(1.4), word(1.4), word(1.4));
    assertThat(fit.size()).isEqualTo(20);
    assertThat(fit.lines()).containsExactly(new Line(0, 0, 2), new Line(0, 2, 4));
  }

  @Test
  void aLastWordStandsAloneOnlyWhereItMust() {
    // filled line after line: A meeting without / an agenda is a / podcast
    double[] widths = {0.5, 1.6, 1.8, 0.6, 1.6, 0.4, 0.3, 1.7};
    Word[] words = Arrays.stream(widths).mapToObj(TextFitterTest::word).toArray(Word[]::new);
    assertThat(fit(PLAIN, 100, 100, 20, words).lines())
        .containsExactly(new Line(0, 0, 3), new Line(0, 3, 5), new Line(0, 5, 8));
  }

  @Test
  void anOutlineTakesItsRoomOnBothSides() {
    Fit fit = fit(new Type(1, 0.7, 0, 0.1), 300, 1000, 1000, word(9.8));
    assertThat(fit.size()).isCloseTo(30, within(0.1));
  }

  @Test
  void paragraphsKeepTheirLineBreaks() {
    Fit fit =
        TextFitter.fit(
            List.of(new Word[] {word(1)}, new Word[0], new Word[] {word(1)}),
            PLAIN,
            300,
            270,
            1000);
    assertThat(fit.lines())
        .containsExactly(new Line(0, 0, 1), new Line(1, 0, 0), new Line(2, 0, 1));
    assertThat(fit.size()).isCloseTo(100, within(0.3));
  }

  @Test
  void aHyphenNeedsRoomBeforeTheBreak() {
    Word[] parts = {new Word(1, 0, 0), new Word(1, 0, 0.5), new Word(1, 0, 0.5)};
    Fit fit = fit(PLAIN, 100, 270, 1000, parts);
    // three lines "1-", "1-", "1": 1.5 em wide each
    assertThat(fit.size()).isCloseTo(100 / 1.5, within(0.2));
  }

  @Test
  void nothingToSetIsNothing() {
    assertThat(TextFitter.fit(List.of(), PLAIN, 10, 10, 10)).isEqualTo(new Fit(0, List.of()));
    assertThat(fit(PLAIN, 10, 10, 10)).isEqualTo(new Fit(0, List.of()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyTextFitsAndNoneCouldBeMuchLarger(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      Word[] words = new Word[1 + random.nextInt(30)];
      for (int i = 0; i < words.length; i++) {
        words[i] = word(0.3 + 6 * random.nextDouble());
      }
      Type type = new Type(1.1, 0.75, 0.2, 0.05 * random.nextInt(2));
      double width = 20 + random.nextInt(600);
      double height = 10 + random.nextInt(400);
      double largest = 10 + random.nextInt(100);
      Fit fit = fit(type, width, height, largest, words);
      assertThat(fit.size()).isPositive().isLessThanOrEqualTo(largest);
      assertFits(fit, words, type, width, height);
      if (fit.size() < largest) {
        Fit more = fit(type, width, height, fit.size() * 1.01, words);
        assertThat(more.size()).as("1 % larger would not fit").isLessThan(fit.size() * 1.01);
      }
    }
  }

  private static void assertFits(Fit fit, Word[] words, Type type, double width, double height) {
    int next = 0;
    for (Line line : fit.lines()) {
      assertThat(line.from()).as("no word is lost").isEqualTo(next);
      double sum = 0;
      for (int i = line.from(); i < line.to(); i++) {
        sum += words[i].width() + (i > line.from() ? words[i].gap() : 0);
      }
      assertThat((sum + 2 * type.outline()) * fit.size()).isLessThanOrEqualTo(width + 1e-6);
      next = line.to();
    }
    assertThat(next).isEqualTo(words.length);
    double block =
        type.above()
            + type.below()
            + 2 * type.outline()
            + (fit.lines().size() - 1) * type.lineHeight();
    assertThat(block * fit.size()).isLessThanOrEqualTo(height + 1e-6);
  }

  @Test
  void thousandWordsTakeNoTimeWorthMentioning() {
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      words.add(word(1 + i % 5));
    }
    Fit fit = fit(PLAIN, 500, 300, 80, words.toArray(Word[]::new));
    assertThat(fit.lines().get(fit.lines().size() - 1).to()).isEqualTo(1000);
  }
}
