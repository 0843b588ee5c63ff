package dev.memenem.virality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What moved a score: the model is a sum, so each group of features has its share, and a share
 * counts as far as it differs from that of the usual caption on such a template.
 */
final class Factors {
  private static final int MOST = 3;
  private static final double FEWEST_POINTS = 0.05;

  private Factors() {}

  /** The few that moved it most, strongest first. */
  static List<Virality.Factor> of(Weights weights, Reading reading) {
    return all(weights, reading).stream()
        .filter(factor -> Math.abs(factor.effect()) >= FEWEST_POINTS)
        .sorted(
            Comparator.comparingDouble((Virality.Factor factor) -> -Math.abs(factor.effect()))
                .thenComparing(Virality.Factor::factor))
        .limit(MOST)
        .toList();
  }

  /** One for each trait and one for the wording. */
  static List<Virality.Factor> all(Weights weights, Reading reading) {
    Map<Trait, Double> effects = new EnumMap<>(Trait.class);
    Weights.Usual usual = reading.usual();
    for (int i = 0; i < reading.hand.length; i++) {
      effects.merge(HandFeatures.trait(i), effect(reading, i), Double::sum);
    }
    List<Virality.Factor> factors = new ArrayList<>();
    effects.forEach(
        (trait, effect) ->
            factors.add(
                new Virality.Factor(trait.words(isMore(reading, trait, effect)), rounded(effect))));
    double wording = reading.wording() - usual.wording();
    factors.add(new Virality.Factor(wording(weights, reading, wording > 0), rounded(wording)));
    return factors;
  }

  private static double effect(Reading reading, int feature) {
    return (reading.hand[feature] - reading.usual().hand()[feature]) * reading.handWeight(feature);
  }

  /** Whether the caption has more than usual of the feature that speaks loudest for this effect. */
  private static boolean isMore(Reading reading, Trait trait, double effect) {
    double loudest = 0;
    boolean more = true;
    for (int i = 0; i < reading.hand.length; i++) {
      double one = effect(reading, i) * Math.signum(effect);
      if (HandFeatures.trait(i) == trait && one > loudest) {
        loudest = one;
        more = reading.hand[i] > reading.usual().hand()[i];
      }
    }
    return more;
  }

  private static double rounded(double effect) {
    return Math.round(effect * 100) / 100.0;
  }

  private static String wording(Weights weights, Reading reading, boolean good) {
    String verdict = good ? "wording that does well" : "wording that does poorly";
    String phrase = phrase(weights, reading, good);
    return phrase.isEmpty() ? verdict : verdict + ", most of all \"" + phrase + "\"";
  }

  /**
   * The one or two words that say most in this direction: of one panel, and not only such small
   * words as any sentence has.
   */
  private static String phrase(Weights weights, Reading reading, boolean good) {
    CaptionText text = reading.text;
    double sign = good ? 1 : -1;
    double most = 0;
    String phrase = "";
    for (int t = 0; t < text.tokens(); t++) {
      if (!text.isWord(t)) {
        continue;
      }
      boolean telling = isTelling(text, t);
      double alone = sign * single(weights, reading, t);
      if (telling && alone > most && text.end(t) - text.start(t) > 3) {
        most = alone;
        phrase = text.token(t);
      }
      if (!text.beginsPanel(t) && text.isWord(t - 1) && (telling || isTelling(text, t - 1))) {
        int bucket = Ngrams.pair(text, t, weights.words().bits());
        double pair =
            sign
                * (single(weights, reading, t - 1)
                    + single(weights, reading, t)
                    + weights.words().weight(bucket) * reading.words.valueOf(bucket));
        if (pair > most) {
          most = pair;
          phrase = text.between(t - 1, t);
        }
      }
    }
    return phrase;
  }

  private static boolean isTelling(CaptionText text, int token) {
    return (WordClasses.of(text.token(token)) & WordClasses.FUNCTION) == 0;
  }

  private static double single(Weights weights, Reading reading, int token) {
    int bucket = Ngrams.single(reading.text, token, weights.words().bits());
    double sum = weights.words().weight(bucket) * reading.words.valueOf(bucket);
    int from = reading.text.start(token) - 1;
    for (int i = from; i < reading.text.end(token); i++) {
      sum += reading.characters.piecesFrom(reading.text, i, weights.characters());
    }
    return sum;
  }
}
