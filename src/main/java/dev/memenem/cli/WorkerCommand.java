package dev.memenem.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code worker}: takes queued and orphaned jobs from the store. */
@Command(
    name = "worker",
    description = "Takes queued and orphaned jobs from the store and runs them.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  memenem worker",
      "  memenem worker --drain",
      "  MONGODB_URI=mongodb://db/memenem memenem worker --concurrency 4"
    })
public final class WorkerCommand implements Callable<Integer> {
  @Option(
      names = "--concurrency",
      paramLabel = "N",
      order = 1,
      defaultValue = "1",
      description = "Run so many jobs at once, 1 to 32 (default: ${DEFAULT-VALUE}).")
  int concurrency;

  @Option(names = "--drain", order = 2, description = "Stop when nothing is left to do.")
  boolean drain;

  @Option(
      names = "--poll",
      paramLabel = "DURATION",
      order = 3,
      converter = Names.DurationConverter.class,
      description = "Look for jobs so often (default: 2s).")
  Duration poll = Duration.ofSeconds(2);

  @Option(
      names = "--record",
      paramLabel = "DIR",
      order = 4,
      description = "Keep what upstreams answer in DIR, without secrets.")
  Optional<Path> record = Optional.empty();

  @Option(
      names = "--replay",
      paramLabel = "DIR",
      order = 5,
      description = "Answer from a recording in DIR instead of the network.")
  Optional<Path> replay = Optional.empty();

  @Option(names = "--job", paramLabel = "ID", hidden = true, description = "Run only these jobs.")
  List<String> jobs = List.of();

  private final Services services;

  public WorkerCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    return 0;
  }
}
