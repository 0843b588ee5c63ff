package dev.memenem.cli;

import dev.memenem.job.JobState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code status}: one job, or the newest jobs. */
@Command(
    name = "status",
    description = "Shows one job, or without an id the newest jobs.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  memenem status",
      "  memenem status latest -o json",
      "  memenem status 3f2a --wait --timeout 60s",
      "  memenem status --state failed --since 2h"
    })
public final class StatusCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "JOB_ID",
      description = "A job's id, a beginning that only it has, or latest.")
  Optional<String> id = Optional.empty();

  @Option(
      names = {"-w", "--watch"},
      order = 1,
      description = "Show the job's progress until it ends.")
  boolean watch;

  @Option(
      names = "--wait",
      order = 2,
      description = "Wait until the job has ended or can no longer succeed.")
  boolean wait;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      order = 3,
      converter = Names.DurationConverter.class,
      description = "With --wait or --watch: give up after so long, with 124.")
  Optional<Duration> timeout = Optional.empty();

  @Option(
      names = "--interval",
      paramLabel = "DURATION",
      order = 4,
      converter = Names.DurationConverter.class,
      description = "With --wait or --watch: look so often (default: 500ms).")
  Duration interval = Duration.ofMillis(500);

  @Option(
      names = "--exit-status",
      order = 5,
      description = "End with the job's own exit code; 8 while it is not finished.")
  boolean exitStatus;

  @Option(
      names = "--limit",
      paramLabel = "N",
      order = 6,
      defaultValue = "20",
      description = "List at most N jobs (default: ${DEFAULT-VALUE}).")
  int limit;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      order = 7,
      converter = Names.StateConverter.class,
      completionCandidates = Names.States.class,
      description = "List only jobs that are queued, processing, completed, failed or cancelled.")
  Optional<JobState> state = Optional.empty();

  @Option(
      names = "--label",
      paramLabel = "TEXT",
      order = 8,
      description = "List only jobs with this label.")
  Optional<String> label = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "DURATION",
      order = 9,
      converter = Names.DurationConverter.class,
      description = "List only jobs younger than this: 30m, 2h, 7d.")
  Optional<Duration> since = Optional.empty();

  private final Services services;

  public StatusCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    return 0;
  }
}
