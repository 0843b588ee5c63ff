package dev.memenem.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cache-stats}: what is cached, and how well that works. */
@Command(
    name = "cache-stats",
    description = "Shows what is cached, hit rates, sizes, ages, jobs and providers.",
    footerHeading = "%nExamples:%n",
    footer = {"  memenem cache-stats", "  memenem cache-stats -o json | jq .cache_stats.templates"})
public final class CacheStatsCommand implements Callable<Integer> {
  private final Services services;

  public CacheStatsCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    return 0;
  }
}
