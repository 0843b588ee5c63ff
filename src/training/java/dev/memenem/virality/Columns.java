package dev.memenem.virality;

import java.util.Arrays;
import java.util.List;

/** Where each group of features stands in the rows of the matrix. */
final class Columns {
  /** Natural logarithm of one in about a thousand captions. */
  private static final double USUAL_RARITY = 7;

  /** One over the usual squared value of an entry in a row of unit length, by group. */
  private static final double WORD_ENTRIES = 20;

  private static final double CHARACTER_ENTRIES = 80;
  private static final double TEMPLATE_WORD_ENTRIES = 7;

  private final Settings settings;
  private final List<String> templates;
  private final int characters;
  private final int templateWords;
  private final int hand;
  private final int bias;
  private final int templateHand;

  Columns(Settings settings, List<String> templates) {
    this.settings = settings;
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
   * they are (the root of the inverse document frequency).
   */
  float[] scales(SparseMatrix rows) {
    float[] scale = new float[count()];
    fill(scale, 0, characters, settings.words());
    fill(scale, characters, templateWords, settings.characters());
    fill(scale, templateWords, hand, settings.templateWords());
    fill(scale, hand, bias, settings.hand());
    fill(scale, bias, templateHand, 1);
    fill(scale, templateHand, count(), settings.templateHand());
    float[] weight = new float[count()];
    for (int r = 0; r < rows.rows(); r++) {
      rows.addSquaresTo(r, 1, weight);
    }
    for (int i = 0; i < hand; i++) {
      double entries =
          i < characters
              ? WORD_ENTRIES
              : i < templateWords ? CHARACTER_ENTRIES : TEMPLATE_WORD_ENTRIES;
      double captions = weight[i] * entries;
      double rarity = StrictMath.log((rows.rows() + 1) / (captions + 1));
      scale[i] *= (float) Math.sqrt(Math.max(1, rarity) / USUAL_RARITY);
    }
    return scale;
  }

  private static void fill(float[] scale, int from, int to, double value) {
    Arrays.fill(scale, from, to, (float) value);
  }

  Weights.Table words(float[] beta) {
    return table(beta, 0, settings.wordBits());
  }

  Weights.Table characters(float[] beta) {
    return table(beta, characters, settings.characterBits());
  }

  Weights.Table templateWords(float[] beta) {
    return table(beta, templateWords, settings.templateWordBits());
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

  private static Weights.Table table(float[] beta, int from, int bits) {
    float most = 1e-6f;
    for (int i = from; i < from + (1 << bits); i++) {
      most = Math.max(most, Math.abs(beta[i]));
    }
    float step = most / 127;
    byte[] bytes = new byte[1 << bits];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(beta[from + i] / step);
    }
    return new Weights.Table(bits, step, bytes);
  }
}
