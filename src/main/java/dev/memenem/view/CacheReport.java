package dev.memenem.view;

import dev.memenem.cache.CacheStats;
import dev.memenem.job.JobState;
import dev.memenem.job.JobStore;
import dev.memenem.job.JobStore.Timing;
import dev.memenem.pace.Pacer.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code cache-stats} shows.
 *
 * @param now when it was looked at
 * @param caches by name, in the order they are shown: templates, captions, results, images
 * @param jobs how many are in each state
 * @param timings of jobs that completed lately
 * @param providers counts by account
 */
public record CacheReport(
    Instant now,
    Map<String, CacheStats> caches,
    Map<JobState, Long> jobs,
    List<Timing> timings,
    Map<String, Usage> providers) {

  /** Results have no look-ups to count. */
  public static CacheStats of(JobStore.Holding holding) {
    return new CacheStats(
        holding.total(),
        List.of(),
        0,
        0,
        holding.bytes(),
        holding.expired(),
        holding.oldest(),
        holding.newest());
  }

  /** Seconds that so many of a hundred jobs took at most; empty without measurements. */
  public Optional<Double> seconds(double share) {
    if (timings.isEmpty()) {
      return Optional.empty();
    }
    double[] sorted = timings.stream().mapToDouble(t -> t.total() / 1000.0).sorted().toArray();
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return Optional.of(sorted[Math.max(0, Math.min(sorted.length - 1, index))]);
  }
}
