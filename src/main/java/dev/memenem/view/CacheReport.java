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
import java.util.TreeMap;

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

  /**
   * Accounts summed by upstream: {@code gemini:3f2a…} counts for {@code gemini}. What was only
   * remembered of one, without a call or a pause, is left out.
   */
  public static Map<String, Usage> byUpstream(Map<String, Usage> accounts) {
    Map<String, Usage> sums = new TreeMap<>();
    accounts.forEach(
        (account, usage) -> {
          if (usage.calls() > 0 || usage.pause().isPresent()) {
            sums.merge(account.replaceAll("[:#].*$", ""), usage, CacheReport::sum);
          }
        });
    return sums;
  }

  /** Of two pauses the longer one counts. */
  private static Usage sum(Usage a, Usage b) {
    boolean first =
        a.pause().isPresent()
            && (b.pause().isEmpty() || a.pause().get().until().isAfter(b.pause().get().until()));
    return new Usage(
        a.calls() + b.calls(),
        a.errors() + b.errors(),
        a.tokens() + b.tokens(),
        first ? a.pause() : b.pause());
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
