package dev.memenem.virality;

/**
 * How much of a caption people have written before: the share of its words, pairs of words, pieces
 * of words and words on this template that several captions of the training data hold. It is what
 * tells a sentence from a heap of words.
 */
final class Familiarity {
  static final int COUNT = 4;

  /**
   * Shares lean towards this much of an item, so that a single pair does not say all or nothing.
   */
  private static final double LEANING = .5;

  private static final double USUAL_SHARE = .6;

  private Familiarity() {}

  /** Tells what enough captions hold. */
  interface Seen {
    boolean word(int bucket);

    boolean piece(int bucket);

    boolean wordOnTemplate(int bucket);
  }

  /**
   * Shares from 0 to 1, each not a number when the caption has nothing of the kind or the template
   * is unknown.
   *
   * @param templateWords null for an unknown template
   */
  static float[] of(
      CaptionText text, int wordBits, Ngrams pieces, Ngrams templateWords, Seen seen) {
    int words = 0;
    int pairs = 0;
    for (int t = 0; t < text.tokens(); t++) {
      words += seen.word(Ngrams.single(text, t, wordBits)) ? 1 : 0;
      pairs += t > 0 && seen.word(Ngrams.pair(text, t, wordBits)) ? 1 : 0;
    }
    int piecesSeen = 0;
    for (int i = 0; i < pieces.size(); i++) {
      piecesSeen += seen.piece(pieces.bucket(i)) ? 1 : 0;
    }
    int onTemplate = 0;
    int wordsOnTemplate = templateWords == null ? 0 : templateWords.size();
    for (int i = 0; i < wordsOnTemplate; i++) {
      onTemplate += seen.wordOnTemplate(templateWords.bucket(i)) ? 1 : 0;
    }
    return new float[] {
      share(words, text.tokens()),
      (float) ((pairs + LEANING * USUAL_SHARE) / (Math.max(0, text.tokens() - 1) + LEANING)),
      share(piecesSeen, pieces.size()),
      share(onTemplate, wordsOnTemplate)
    };
  }

  private static float share(int part, int all) {
    return all == 0 ? Float.NaN : part / (float) all;
  }
}
