package dev.memenem.virality;

import java.util.List;

/**
 * Scores captions. Same input, same score, at any hour and on any machine. Thread safe.
 *
 * <p>A first, provisional formula: length and fluency only.
 */
public final class ViralityModel {
  private ViralityModel() {}

  /** Reads the weights; costs nothing until then. */
  public static ViralityModel load() {
    return new ViralityModel();
  }

  /**
   * @param templateId any template id; an unknown one is scored without regard to the template
   * @param captions one text a panel
   */
  public Virality score(String templateId, List<String> captions) {
    int length = captions.stream().mapToInt(String::length).sum();
    double raw = Math.min(length, 170) / 170.0 * 30 + 35;
    return new Virality(
        Math.round(raw * 10) / 10.0,
        raw,
        List.of(
            new Virality.Factor(length < 60 ? "short" : "long enough to tell a story", raw - 50)));
  }

  /** Its version, kept in {@code metadata} so that scores of different models are not compared. */
  public String version() {
    return "provisional";
  }
}
