package dev.memenem.virality;

/**
 * What is chosen before training, by the dev file alone.
 *
 * @param words scale of words and pairs against the other groups; the smaller, the less it may say
 * @param fewest captions that hold a word or piece for it to get a weight
 * @param rarity the more, the more rare words and pieces may say against frequent ones
 * @param iterations of the solver at most
 */
record Settings(
    int wordBits,
    int characterBits,
    int templateWordBits,
    int fewest,
    double rarity,
    double words,
    double characters,
    double templateWords,
    double hand,
    double templateHand,
    double penalty,
    int iterations) {
  static final Settings SHIPPED = new Settings(20, 20, 19, 3, .9, 1, 1, .4, .1, .05, 10, 30);
}
