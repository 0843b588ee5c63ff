package dev.memenem.batch;

import dev.memenem.job.JobStore.Timing;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How long a job is likely to take. */
final class Estimate {
  /** So many of the newest measurements count. */
  static final int SAMPLE = 50;

  private Estimate() {}

  /**
   * @param timings measurements of this store, newest first
   * @param templates how many are still to do
   * @param paced true when an upstream writes the captions
   * @param delay between two calls
   * @param batchSize templates a call
   * @return whole seconds, at least 1
   */
  static long seconds(
      List<Timing> timings, int templates, boolean paced, Duration delay, int batchSize) {
    if (timings.isEmpty()) {
      return beforeMeasurements(templates, paced, delay, batchSize);
    }
    double choosing = median(timings, timing -> timing.stages().getOrDefault("templates", 0L));
    double each =
        median(
            timings,
            timing ->
                (double) (timing.total() - timing.stages().getOrDefault("templates", 0L))
                    / Math.max(1, timing.templates()));
    return Math.max(1, Math.round((choosing + each * templates) / 1000));
  }

  /** A second for sources and built-in captions; a call of about 3 s and its delay a batch. */
  private static long beforeMeasurements(
      int templates, boolean paced, Duration delay, int batchSize) {
    int batches = (templates + batchSize - 1) / Math.max(1, batchSize);
    return paced ? 1 + Math.round(batches * Math.max(3, delay.toMillis() / 1000.0)) : 1;
  }

  private static double median(List<Timing> timings, ToDoubleFunction<Timing> value) {
    double[] sorted = timings.stream().mapToDouble(value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
