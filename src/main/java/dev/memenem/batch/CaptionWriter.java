package dev.memenem.batch;

import dev.memenem.caption.CaptionRequest;
import dev.memenem.caption.Captions;
import dev.memenem.caption.Variation;
import dev.memenem.job.TemplateFailure;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Writes the captions of one job, batch by batch. Thread safe: batches may be asked for side by
 * side.
 */
public interface CaptionWriter {
  /** True when somebody outside is asked, so that small batches pay. */
  boolean remote();

  /**
   * @param stop when it turns true an answer is no longer wanted; waiting ends within a second
   */
  Filled fill(CaptionRequest request, BooleanSupplier stop);

  /**
   * @param written by template id; a template may have fewer than asked for, or be missing
   * @param reasons by template id why some are missing
   * @param warnings what the user should know
   */
  record Filled(
      Map<String, List<Written>> written,
      Map<String, TemplateFailure> reasons,
      List<String> warnings) {}

  record Written(Captions captions, Variation.Origin origin) {}
}
