package dev.memenem.virality;

import dev.memenem.virality.Corpus.Caption;

/**
 * How many captions of the training data hold each word, piece and word on its template. Asked what
 * is familiar in one of these captions, it leaves that caption itself out, as if it were new.
 */
final class Counts implements Familiarity.Seen {
  final int[] words;
  final int[] characters;
  final int[] templateWords;
  private final Settings settings;

  Counts(Settings settings) {
    this.settings = settings;
    words = new int[1 << settings.wordBits()];
    characters = new int[1 << settings.characterBits()];
    templateWords = new int[1 << settings.templateWordBits()];
  }

  void add(Caption caption, long template) {
    CaptionText text = CaptionText.of(caption.panels());
    add(words, Ngrams.words(text, settings.wordBits()));
    add(characters, Ngrams.characters(text, settings.characterBits()));
    add(templateWords, Ngrams.wordsOn(text, template, settings.templateWordBits()));
  }

  private static void add(int[] counts, Ngrams ngrams) {
    for (int i = 0; i < ngrams.size(); i++) {
      counts[ngrams.bucket(i)]++;
    }
  }

  /** The dense features of a caption of the training data, before they are standardised. */
  float[] hand(Caption caption, long template) {
    CaptionText text = CaptionText.of(caption.panels());
    Ngrams pieces = Ngrams.characters(text, settings.characterBits());
    Ngrams onTemplate = Ngrams.wordsOn(text, template, settings.templateWordBits());
    return HandFeatures.of(
        text,
        caption.panelsKnown(),
        Familiarity.of(text, settings.wordBits(), pieces, onTemplate, this));
  }

  boolean enough(int count) {
    return count >= settings.fewest();
  }

  @Override
  public boolean word(int bucket) {
    return enough(words[bucket] - 1);
  }

  @Override
  public boolean piece(int bucket) {
    return enough(characters[bucket] - 1);
  }

  @Override
  public boolean wordOnTemplate(int bucket) {
    return enough(templateWords[bucket] - 1);
  }
}
