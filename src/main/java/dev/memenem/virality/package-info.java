/**
 * How a caption ranks among captions on such a template: the model learnt from real memes, the
 * reasons for a score, and the choice of captions that are good and different.
 *
 * <p>{@link dev.memenem.virality.ViralityModel} is the way in. A caption becomes a {@code
 * CaptionText}, that becomes {@code Ngrams} and {@code HandFeatures}, and a {@code Reading} weighs
 * them. {@code src/training} learns the weights with these very classes; {@code model-card.md}
 * beside {@code weights.bin} says from what, how well, and what the score is not.
 */
package dev.memenem.virality;
