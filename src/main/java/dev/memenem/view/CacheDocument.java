package dev.memenem.view;

import dev.memenem.cache.CacheStats;
import dev.memenem.job.JobState;
import dev.memenem.pace.Pacer.Usage;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code cache-stats} as a JSON tree. */
public final class CacheDocument {
  private static final Map<String, String> NAMES =
      Map.of("captions", "cached_captions", "results", "cached_results");

  private CacheDocument() {}

  public static Map<String, Object> stats(CacheReport report) {
    Map<String, Object> stats = new LinkedHashMap<>();
    report
        .caches()
        .forEach((name, cache) -> stats.put(NAMES.getOrDefault(name, name), cache(cache)));
    Map<String, Object> jobs = new LinkedHashMap<>();
    for (JobState state : JobState.values()) {
      jobs.put(state.id(), report.jobs().getOrDefault(state, 0L));
    }
    stats.put("jobs", jobs);
    Map<String, Object> times = new LinkedHashMap<>();
    times.put("median", report.seconds(0.5).orElse(null));
    times.put("p95", report.seconds(0.95).orElse(null));
    stats.put("processing_time", times);
    Map<String, Object> providers = new LinkedHashMap<>();
    report.providers().forEach((name, usage) -> providers.put(name, usage(usage)));
    stats.put("providers", providers);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("success", true);
    document.put("timestamp", report.now().toString());
    document.put("cache_stats", stats);
    return document;
  }

  private static Map<String, Object> cache(CacheStats cache) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("total", cache.total());
    tree.put("sources", cache.groups());
    tree.put("hits", cache.hits());
    tree.put("misses", cache.misses());
    tree.put("hit_rate", Math.round(cache.hitRate() * 1000) / 1000.0);
    tree.put("bytes", cache.bytes());
    tree.put("expired", cache.expired());
    tree.put("oldest", JobDocument.instant(cache.oldest()));
    tree.put("newest", JobDocument.instant(cache.newest()));
    return tree;
  }

  private static Map<String, Object> usage(Usage usage) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("calls", usage.calls());
    tree.put("errors", usage.errors());
    tree.put("tokens", usage.tokens());
    tree.put("paused_until", usage.pause().map(pause -> pause.until().toString()).orElse(null));
    return tree;
  }
}
