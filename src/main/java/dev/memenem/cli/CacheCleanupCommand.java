package dev.memenem.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cache-cleanup}: deletes what has expired. */
@Command(
    name = "cache-cleanup",
    description = "Deletes what has expired. Never asks, so cron can run it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  memenem cache-cleanup --dry-run",
      "  memenem cache-cleanup --kind captions,results --older-than 12h",
      "  memenem cache-cleanup --all -q"
    })
public final class CacheCleanupCommand implements Callable<Integer> {
  @Option(names = "--dry-run", order = 1, description = "Only say what would be deleted.")
  boolean dryRun;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      order = 2,
      converter = Names.KindConverter.class,
      completionCandidates = Names.Kinds.class,
      description =
          "Only templates, captions, jobs, results or images; several with commas. (default: all)")
  List<String> kinds = List.of();

  @Option(
      names = "--older-than",
      paramLabel = "DURATION",
      order = 3,
      converter = Names.DurationConverter.class,
      description = "Also what has not expired but is older than this: 12h, 7d.")
  Optional<Duration> olderThan = Optional.empty();

  @Option(
      names = "--all",
      order = 4,
      description = "Everything, expired or not. Jobs that are queued or running always stay.")
  boolean all;

  private final Services services;

  public CacheCleanupCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    return 0;
  }
}
