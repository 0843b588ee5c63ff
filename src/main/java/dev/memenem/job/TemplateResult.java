package dev.memenem.job;

import dev.memenem.caption.Variation;
import dev.memenem.template.Template;
import java.util.Comparator;
import java.util.List;

/**
 * One finished template.
 *
 * @param template as it was when the job chose it
 * @param variations best first, ties by id; at least one
 */
public record TemplateResult(Template template, List<Variation> variations) {
  /** Falling score, ties by id. */
  public static final Comparator<Variation> BEST_FIRST =
      Comparator.comparingDouble((Variation v) -> -v.virality().score())
          .thenComparingInt(Variation::id);

  /** Falling average, ties by id. */
  public static final Comparator<TemplateResult> RANKING =
      Comparator.comparingDouble((TemplateResult r) -> -r.averageScore())
          .thenComparing(r -> r.template().id());

  public TemplateResult {
    variations = variations.stream().sorted(BEST_FIRST).toList();
  }

  /** Mean of the variations' scores, rounded to a tenth. */
  public double averageScore() {
    double mean = variations.stream().mapToDouble(v -> v.virality().score()).average().orElse(0);
    return Math.round(mean * 10) / 10.0;
  }
}
