package dev.memenem.cli;

import dev.memenem.cache.CacheKind;
import dev.memenem.cache.Sweep;
import dev.memenem.cache.Sweep.Swept;
import dev.memenem.job.InvalidRequest;
import dev.memenem.view.CacheScreen;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    if (all && olderThan.isPresent()) {
      throw new InvalidRequest("--all and --older-than exclude each other; choose one");
    }
    Instant now = services.jobs().now();
    Instant before = all ? Instant.MAX : olderThan.map(now::minus).orElse(Instant.MIN);
    Sweep sweep = new Sweep(now, before, dryRun);
    Map<String, Object> deleted = new LinkedHashMap<>();
    Swept sum = Swept.NOTHING;
    for (String kind : Names.KINDS) {
      boolean wanted = kinds.isEmpty() || kinds.contains(kind);
      Swept swept = wanted ? sweep(kind, sweep) : Swept.NOTHING;
      deleted.put(kind, swept.count());
      sum = sum.plus(swept);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("success", true);
    document.put("dry_run", dryRun);
    document.put("deleted", deleted);
    document.put("bytes_freed", sum.bytes());
    if (!services.global().quiet() || services.global().output() != OutputFormat.TABLE) {
      new Printer(services).document(document, screen -> line(deleted, document));
    }
    return 0;
  }

  private Swept sweep(String kind, Sweep sweep) {
    return switch (kind) {
      case "jobs" -> services.store().jobs().sweepJobs(sweep);
      case "results" -> services.store().jobs().sweepResults(sweep);
      default -> services.cache().sweep(CacheKind.valueOf(kind.toUpperCase(Locale.ROOT)), sweep);
    };
  }

  private String line(Map<String, Object> deleted, Map<String, Object> document) {
    StringBuilder line = new StringBuilder(dryRun ? "would delete" : "deleted");
    String separator = " ";
    for (Map.Entry<String, Object> kind : deleted.entrySet()) {
      line.append(separator).append(kind.getValue()).append(' ').append(kind.getKey());
      separator = ", ";
    }
    return line.append("; ")
        .append(CacheScreen.bytes((Long) document.get("bytes_freed")))
        .append(dryRun ? " would be free" : " freed")
        .append('\n')
        .toString();
  }
}
