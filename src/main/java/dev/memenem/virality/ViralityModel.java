package dev.memenem.virality;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Scores captions by the engagement that a model trained on public data of real memes predicts.
 * Same input, same score, at any hour and on any machine. Thread safe. Never throws for a text.
 *
 * <p>The model is a ridge regression on hashed words, pieces of words and some dense features; the
 * model card beside the weights tells how it was trained, how good it is and what it does not know.
 */
public final class ViralityModel {
  private static final String RESOURCE = "weights.bin";

  private final Weights weights;
  private final KnownTemplates templates;

  ViralityModel(Weights weights) {
    this.weights = weights;
    this.templates = new KnownTemplates(weights.templates());
  }

  private static final class Shipped {
    private static final ViralityModel MODEL = new ViralityModel(read());

    private static Weights read() {
      try (InputStream in = ViralityModel.class.getResourceAsStream(RESOURCE)) {
        return Weights.read(new DataInputStream(new BufferedInputStream(in, 1 << 16)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The model this program ships; read at the first call, the same one ever after. */
  public static ViralityModel load() {
    return Shipped.MODEL;
  }

  /**
   * @param templateId any template id; an unknown one is scored without regard to the template
   * @param captions one text a panel
   */
  public Virality score(String templateId, List<String> captions) {
    Reading reading = Reading.of(weights, templates.indexOf(templateId), captions);
    double raw = reading.raw();
    return new Virality(rank(raw, reading), raw, Factors.of(weights, reading));
  }

  /** As {@link #score}, but without the factors: for ranking many captions fast. */
  public Virality rank(String templateId, List<String> captions) {
    Reading reading = Reading.of(weights, templates.indexOf(templateId), captions);
    double raw = reading.raw();
    return new Virality(rank(raw, reading), raw, List.of());
  }

  /** Whether the model has learnt from captions on this very template. */
  public boolean knows(String templateId) {
    return templates.indexOf(templateId) != KnownTemplates.UNKNOWN;
  }

  /** Its version, kept in {@code metadata} so that scores of different models are not compared. */
  public String version() {
    return weights.version();
  }

  Weights weights() {
    return weights;
  }

  private static double rank(double raw, Reading reading) {
    float[] quantiles = reading.usual().quantiles();
    int low = 0;
    int high = quantiles.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (quantiles[middle] <= raw) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    double steps;
    if (low == 0) {
      steps = 0;
    } else if (low == quantiles.length) {
      steps = quantiles.length - 1;
    } else {
      steps = low - 1 + (raw - quantiles[low - 1]) / (quantiles[low] - quantiles[low - 1]);
    }
    return Math.round(1000 * steps / (quantiles.length - 1)) / 10.0;
  }
}
