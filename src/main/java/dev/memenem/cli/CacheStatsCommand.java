package dev.memenem.cli;

import dev.memenem.cache.CacheKind;
import dev.memenem.cache.CacheStats;
import dev.memenem.job.JobStore;
import dev.memenem.view.CacheDocument;
import dev.memenem.view.CacheReport;
import dev.memenem.view.CacheScreen;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cache-stats}: what is cached, and how well that works. */
@Command(
    name = "cache-stats",
    description = "Shows what is cached, hit rates, sizes, ages, jobs and providers.",
    footerHeading = "%nExamples:%n",
    footer = {"  memenem cache-stats", "  memenem cache-stats -o json | jq .cache_stats.templates"})
public final class CacheStatsCommand implements Callable<Integer> {
  private static final int SAMPLE = 1000;

  private final Services services;

  public CacheStatsCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    JobStore jobs = services.store().jobs();
    Map<String, CacheStats> caches = new LinkedHashMap<>();
    caches.put("templates", services.cache().stats(CacheKind.TEMPLATES));
    caches.put("captions", services.cache().stats(CacheKind.CAPTIONS));
    caches.put("results", CacheReport.of(jobs.results()));
    caches.put("images", services.cache().stats(CacheKind.IMAGES));
    CacheReport report =
        new CacheReport(
            services.jobs().now(),
            caches,
            jobs.counts(),
            jobs.timings(SAMPLE),
            CacheReport.byUpstream(services.store().pacer().usage()));
    new Printer(services)
        .document(CacheDocument.stats(report), screen -> CacheScreen.of(report, screen));
    return 0;
  }
}
