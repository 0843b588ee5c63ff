package dev.memenem.virality;

import java.util.List;

/**
 * How a caption ranks among captions on such a template, by predicted engagement.
 *
 * @param score 0 to 100: a rank, not an expectation
 * @param raw the model's output before it becomes a rank
 * @param factors what moved this score most, strongest first; usually three
 */
public record Virality(double score, double raw, List<Factor> factors) {

  /**
   * @param factor in words a person can act on: "shorter than most that do well here"
   * @param effect how far it moved {@code raw}, in its units; negative when it cost
   */
  public record Factor(String factor, double effect) {}
}
