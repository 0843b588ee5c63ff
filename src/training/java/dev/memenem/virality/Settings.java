package dev.memenem.virality;

/**
 * What is chosen before training, by the dev file alone.
 *
 * @param words scale of words and pairs against the other groups; the smaller, the less it may say
 * @param iterations of the solver at most
 */
record Settings(
    int wordBits,
    int characterBits,
    int templateWordBits,
    double words,
    double characters,
    double templateWords,
    double hand,
    double templateHand,
    double penalty,
    int iterations) {
  static final Settings SHIPPED = new Settings(18, 18, 18, 1, 1, .3, .1, .05, 10, 28);
}
