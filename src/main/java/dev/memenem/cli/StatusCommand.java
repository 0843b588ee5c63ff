package dev.memenem.cli;

import dev.memenem.batch.StopSignal;
import dev.memenem.config.Setting;
import dev.memenem.job.InvalidRequest;
import dev.memenem.job.Job;
import dev.memenem.job.JobQuery;
import dev.memenem.job.JobState;
import dev.memenem.view.JobDocument;
import dev.memenem.view.JobScreen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
  private static final Duration LEAST_INTERVAL = Duration.ofMillis(50);

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
    if (id.isEmpty()) {
      if (watch || wait || exitStatus) {
        throw new InvalidRequest("--watch, --wait and --exit-status need a job; 'latest' is one");
      }
      return list();
    }
    if (interval.compareTo(LEAST_INTERVAL) < 0) {
      interval = LEAST_INTERVAL;
    }
    Job job = services.jobs().find(id.get());
    return watch || wait ? follow(job) : show(job);
  }

  private int list() {
    if (limit < 1) {
      throw new InvalidRequest("--limit is %d; it begins at 1".formatted(limit));
    }
    Instant now = services.jobs().now();
    List<Job> jobs = services.jobs().list(new JobQuery(limit, state, label, since.map(now::minus)));
    List<Map<String, Object>> rows = jobs.stream().map(JobDocument::row).toList();
    printer().list(JobDocument.list(rows), rows, screen -> JobScreen.list(jobs, now, screen));
    if (jobs.isEmpty()) {
      printer().note("no jobs; 'memenem submit TOPIC' makes one");
    } else if (jobs.stream().anyMatch(services.jobs()::waitsForWorker)) {
      printer().note("jobs are waiting and " + JobRun.noWorker());
    }
    return 0;
  }

  private int show(Job job) {
    print(job);
    if (services.jobs().waitsForWorker(job)) {
      printer().note(JobRun.noWorker());
    }
    if (services.global().verbosity() > 0) {
      new JobRun(services).printLog(job);
    }
    return exitStatus ? exitCode(job) : 0;
  }

  private int follow(Job job) {
    JobRun run = new JobRun(services);
    Optional<Instant> deadline = timeout.map(services.clock().instant()::plus);
    StopSignal stop = new StopSignal();
    Job seen;
    try (Watcher watcher = watch ? new Watcher(services) : Watcher.silent(services);
        Signals signals = new Signals()) {
      signals.on("INT", () -> stop.stop(StopSignal.Reason.GIVEN_BACK), ExitCode.INTERRUPTED.code());
      run.waitForStore(
          watcher,
          stop,
          timeout.orElseGet(() -> services.config().duration(Setting.MEMENEM_JOB_TIMEOUT)));
      seen = run.follow(job, watcher, stop, interval, deadline);
      if (watch) {
        watcher.done(seen);
      }
    }
    if (!watch || services.global().output() != OutputFormat.NDJSON) {
      print(seen);
    }
    if (seen.state().ended()) {
      return exitCode(seen);
    }
    if (stop.getAsBoolean()) {
      printer().note("the job goes on; 'memenem cancel %s' stops it".formatted(seen.shortId()));
      return ExitCode.INTERRUPTED.code();
    }
    printer()
        .note(
            "not finished after %s s; 'memenem status %s --wait' waits on"
                .formatted(timeout.map(Duration::toSeconds).orElse(0L), seen.shortId()));
    return ExitCode.TIMEOUT.code();
  }

  private void print(Job job) {
    printer()
        .document(
            JobDocument.of(job),
            screen ->
                services.global().quiet() ? JobScreen.captions(job) : JobScreen.of(job, screen));
  }

  private static int exitCode(Job job) {
    return job.state().ended()
        ? job.outcome().map(Job.Outcome::exitCode).orElse(ExitCode.FAILED.code())
        : ExitCode.UNFINISHED.code();
  }

  private Printer printer() {
    return new Printer(services);
  }
}
