package dev.memenem.cli;

import dev.memenem.batch.StopSignal;
import dev.memenem.batch.WorkerLauncher.Launched;
import dev.memenem.config.Setting;
import dev.memenem.job.Job;
import dev.memenem.job.JobState;
import dev.memenem.json.Invisible;
import dev.memenem.view.JobDocument;
import dev.memenem.view.JobScreen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A recorded job is run: here, in a process of its own, or by whoever takes it. */
final class JobRun {
  private static final Duration LOOK = Duration.ofMillis(50);

  private final Services services;
  private final Printer printer;

  /** How a run here ended. */
  record Ended(Job job, int exitCode) {}

  JobRun(Services services) {
    this.services = services;
    printer = new Printer(services);
  }

  /** Runs the job here, or follows it when another worker has it; prints nothing but progress. */
  Ended here(Job job) {
    StopSignal stop = new StopSignal();
    AtomicReference<ExitCode> signalled = new AtomicReference<>();
    try (Watcher watcher = new Watcher(services);
        Signals signals = new Signals()) {
      watcher.estimate(estimate(job));
      signals.on(
          "INT",
          () -> {
            signalled.compareAndSet(null, ExitCode.INTERRUPTED);
            watcher.above("stopping; what is finished is kept (Ctrl-C again stops at once)");
            stop.stop(StopSignal.Reason.CANCELLED);
          },
          ExitCode.INTERRUPTED.code());
      signals.on(
          "TERM",
          () -> {
            signalled.compareAndSet(null, ExitCode.TERMINATED);
            stop.stop(StopSignal.Reason.CANCELLED);
          },
          ExitCode.TERMINATED.code());
      waitForStore(watcher, stop, services.config().duration(Setting.MEMENEM_JOB_TIMEOUT));
      Optional<Job> ran = services.newWorker().run(job.id(), watcher, stop);
      Job ended = ran.isPresent() ? ran.get() : follow(job, watcher, stop, LOOK, Optional.empty());
      watcher.done(ended);
      int code = ended.outcome().map(Job.Outcome::exitCode).orElse(ExitCode.FAILED.code());
      ExitCode signal = signalled.get();
      if (signal == null) {
        return new Ended(ended, code);
      }
      watcher.above(afterwards(ended));
      return new Ended(ended, signal.code());
    }
  }

  /** From now on a store that is away is waited for, and that is told. */
  void waitForStore(Watcher watcher, StopSignal stop, Duration limit) {
    services
        .patience()
        .begin(
            stop,
            limit,
            line -> {
              if (!services.global().quiet()) {
                watcher.above(line);
              }
            });
  }

  private static String afterwards(Job job) {
    if (!job.state().ended()) {
      return "the job goes on elsewhere; see 'memenem status %s'".formatted(job.shortId());
    }
    return "%s; go on with: memenem retry %s".formatted(job.state().id(), job.shortId());
  }

  /**
   * Looks at a job that somebody else runs until it ends, or until {@code stop} or the deadline.
   *
   * @return the job as last seen
   */
  Job follow(
      Job job, Watcher watcher, StopSignal stop, Duration interval, Optional<Instant> deadline) {
    Job seen = job;
    boolean hinted = false;
    watcher.state(seen);
    while (!seen.state().ended() && !stop.getAsBoolean()) {
      if (deadline.filter(end -> !services.clock().instant().isBefore(end)).isPresent()) {
        return seen;
      }
      if (!hinted && services.jobs().waitsForWorker(seen)) {
        hinted = true;
        watcher.above(noWorker());
      }
      pause(interval);
      Job now = services.jobs().find(seen.id());
      if (now.state() != seen.state()) {
        watcher.state(now);
      }
      for (String warning : now.work().warnings()) {
        watcher.warning(now, warning);
      }
      int done = now.work().results().size();
      int all =
          now.work().plan().isEmpty() ? now.request().maxTemplates() : now.work().plan().size();
      watcher.progress(
          now,
          now.progress(),
          now.state() == JobState.QUEUED
              ? "waiting for a worker"
              : "captions %d/%d".formatted(done, all));
      seen = now;
    }
    return seen;
  }

  static String noWorker() {
    return "no worker is running; 'memenem worker' starts one";
  }

  private void pause(Duration time) {
    try {
      services.sleeper().sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failures.Failure(ExitCode.INTERRUPTED, "interrupted");
    }
  }

  /** Starts one worker process for the jobs and waits until it has taken the first. */
  void detached(List<Job> jobs) {
    Job first = jobs.get(0);
    Path log = log(first);
    Launched worker = services.launcher().launch(jobs.stream().map(Job::id).toList(), log);
    while (services.jobs().find(first.id()).state() == JobState.QUEUED) {
      if (!worker.alive() && services.jobs().find(first.id()).state() == JobState.QUEUED) {
        throw new Failures.Failure(
            ExitCode.FAILED,
            "the worker died before it took job %s; it said: %s"
                .formatted(first.shortId(), logEnd(log)));
      }
      pause(LOOK);
    }
  }

  /** Where a detached worker writes what it has to say about a job. */
  Path log(Job job) {
    return services.config().places().logs().resolve(job.id() + ".log");
  }

  /** What a detached worker had to say, to stderr. */
  void printLog(Job job) {
    try {
      for (String line : Files.readAllLines(log(job), StandardCharsets.UTF_8)) {
        services.terminal().err().println(Invisible.strip(line));
      }
    } catch (IOException e) {
      printer.detail("there is no log of this job on this machine");
    }
  }

  /** The last lines of a log, in one; {@code nothing} when there are none. */
  static String logEnd(Path log) {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      String end = String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
      return end.isBlank() ? "nothing" : end;
    } catch (IOException e) {
      return "nothing";
    }
  }

  long estimate(Job job) {
    return services
        .jobs()
        .estimate(
            job,
            services.hasRemoteProvider() && !job.request().options().offline(),
            services.config().duration(Setting.MEMENEM_RATE_LIMIT_DELAY),
            services.config().integer(Setting.MEMENEM_BATCH_SIZE, 1, 10));
  }

  /** What {@code submit} and {@code retry} print of a job that runs elsewhere. */
  void printSubmitted(Job job, String message) {
    if (services.global().quiet() && services.global().output() == OutputFormat.TABLE) {
      printer.line(job.id());
      return;
    }
    printer.document(JobDocument.submitted(job, estimate(job), message), screen -> job.id() + "\n");
    if (services.global().output() == OutputFormat.TABLE) {
      printer.note(message);
    }
  }

  /** What is printed of a job that ran here; the event stream has had it already. */
  void printEnded(Job job) {
    if (services.global().output() == OutputFormat.NDJSON) {
      return;
    }
    printer.document(
        JobDocument.of(job),
        screen -> services.global().quiet() ? JobScreen.captions(job) : JobScreen.of(job, screen));
  }
}
