package dev.memenem.virality;

import java.util.List;

/** One caption as seen by one set of weights: its features and what each of them is worth. */
final class Reading {
  final CaptionText text;
  final Ngrams words;
  final Ngrams characters;
  final Ngrams templateWords;
  final float[] hand;
  private final Weights weights;
  private final int template;

  private Reading(
      Weights weights,
      int template,
      List<String> panels,
      boolean panelsKnown,
      Familiarity.Seen seen) {
    this.weights = weights;
    this.template = template;
    text = CaptionText.of(panels);
    words = Ngrams.words(text, weights.words().bits());
    characters = Ngrams.characters(text, weights.characters().bits());
    templateWords =
        template < 0
            ? null
            : Ngrams.wordsOn(
                text, weights.templates().get(template).number(), weights.templateWords().bits());
    hand =
        HandFeatures.of(
            text,
            panelsKnown,
            Familiarity.of(text, weights.words().bits(), characters, templateWords, seen));
    for (int i = 0; i < hand.length; i++) {
      hand[i] = weights.hand().standard(i, hand[i]);
    }
  }

  static Reading of(Weights weights, int template, List<String> panels) {
    return new Reading(weights, template, panels, true, weights);
  }

  /**
   * @param panelsKnown whether the division into panels means something
   * @param seen what counts as familiar, where that is not what has a weight
   */
  static Reading of(
      Weights weights,
      int template,
      List<String> panels,
      boolean panelsKnown,
      Familiarity.Seen seen) {
    return new Reading(weights, template, panels, panelsKnown, seen);
  }

  /** Predicted percentile among captions of its time on such a template. */
  double raw() {
    double sum = weights.base() + wording();
    for (int i = 0; i < hand.length; i++) {
      sum += hand[i] * handWeight(i);
    }
    return sum;
  }

  double wording() {
    double sum = weights.words().sum(words) + weights.characters().sum(characters);
    return templateWords == null ? sum : sum + weights.templateWords().sum(templateWords);
  }

  double handWeight(int feature) {
    double weight = weights.hand().weight()[feature];
    return template < 0 ? weight : weight + weights.templates().get(template).hand()[feature];
  }

  Weights.Usual usual() {
    return template < 0 ? weights.everywhere() : weights.templates().get(template).usual();
  }
}
