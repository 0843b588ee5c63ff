package dev.memenem.virality;

import java.util.Arrays;
import java.util.List;

/** Where each group of features stands in the rows of the matrix. */
final class Columns {
  /** Natural logarithm of one in about a thousand captions. */
  private static final double USUAL_RARITY = 7;

  private final Settings settings;
  private final Counts counts;
  private final List<String> templates;
  private final int characters;
  private final int templateWords;
  private final int hand;
  private final int bias;
  private final int templateHand;

  Columns(Settings settings, Counts counts, List<String> templates) {
    this.settings = settings;
    this.counts = counts;
    this.templates = templates;
    characters = 1 << settings.wordBits();
    templateWords = characters + (1 << settings.characterBits());
    hand = templateWords + (1 << settings.templateWordBits());
    bias = hand + HandFeatures.COUNT;
    templateHand = bias + 1;
  }

  int count() {
    return templateHand + templates.size() * HandFeatures.COUNT;
  }

  void put(SparseMatrix rows, Reading reading, int template) {
    put(rows, 0, reading.words);
    put(rows, characters, reading.characters);
    put(rows, templateWords, reading.templateWords);
    for (int i = 0; i < HandFeatures.COUNT; i++) {
      rows.put(hand + i, reading.hand[i]);
      rows.put(templateHand + template * HandFeatures.COUNT + i, reading.hand[i]);
    }
    rows.put(bias, 1);
    rows.endRow();
  }

  private static void put(SparseMatrix rows, int from, Ngrams ngrams) {
    for (int i = 0; i < ngrams.size(); i++) {
      rows.put(from + ngrams.bucket(i), ngrams.value(i));
    }
  }

  /**
   * How much each column may say: the scale of its group and, for words and pieces, more the rarer
   * they are (a power of the inverse document frequency) down to those too rare to say anything.
   */
  float[] scales(int captions) {
    float[] scale = new float[count()];
    fill(scale, hand, bias, settings.hand());
    fill(scale, bias, templateHand, 1);
    fill(scale, templateHand, count(), settings.templateHand());
    fill(scale, 0, counts.words, settings.words(), captions);
    fill(scale, characters, counts.characters, settings.characters(), captions);
    fill(scale, templateWords, counts.templateWords, settings.templateWords(), captions);
    return scale;
  }

  private void fill(float[] scale, int from, int[] count, double value, int captions) {
    for (int i = 0; i < count.length; i++) {
      double rarity = StrictMath.log((captions + 1.0) / (count[i] + 1.0));
      scale[from + i] =
          counts.enough(count[i])
              ? (float)
                  (value * StrictMath.pow(Math.max(1, rarity) / USUAL_RARITY, settings.rarity()))
              : 0;
    }
  }

  private static void fill(float[] scale, int from, int to, double value) {
    Arrays.fill(scale, from, to, (float) value);
  }

  Weights.Table words(float[] beta) {
    return table(beta, 0, counts.words);
  }

  Weights.Table characters(float[] beta) {
    return table(beta, characters, counts.characters);
  }

  Weights.Table templateWords(float[] beta) {
    return table(beta, templateWords, counts.templateWords);
  }

  float[] hand(float[] beta) {
    return Arrays.copyOfRange(beta, hand, bias);
  }

  float bias(float[] beta) {
    return beta[bias];
  }

  float[] hand(float[] beta, int template) {
    int from = templateHand + template * HandFeatures.COUNT;
    return Arrays.copyOfRange(beta, from, from + HandFeatures.COUNT);
  }

  /** Every bucket that is no rarity gets a weight, if only the least: it is familiar. */
  private Weights.Table table(float[] beta, int from, int[] count) {
    float most = 1e-6f;
    for (int i = 0; i < count.length; i++) {
      most = Math.max(most, Math.abs(beta[from + i]));
    }
    float step = most / 127;
    byte[] bytes = new byte[count.length];
    for (int i = 0; i < bytes.length; i++) {
      int units = Math.round(beta[from + i] / step);
      boolean familiar = units == 0 && counts.enough(count[i]);
      bytes[i] = (byte) (familiar ? beta[from + i] < 0 ? -1 : 1 : units);
    }
    return new Weights.Table(Integer.numberOfTrailingZeros(count.length), step, bytes);
  }
}
