package dev.memenem.cli;

import dev.memenem.batch.BatchListener;
import dev.memenem.batch.StopSignal;
import dev.memenem.batch.StopSignal.Reason;
import dev.memenem.batch.Worker;
import dev.memenem.config.Setting;
import dev.memenem.job.InvalidRequest;
import dev.memenem.job.Job;
import dev.memenem.json.Invisible;
import dev.memenem.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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
  private static final int MOST = 32;
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration ALIVE = Duration.ofSeconds(5);

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
    if (concurrency < 1 || concurrency > MOST) {
      throw new InvalidRequest(
          "--concurrency is %d; it goes from 1 to %d".formatted(concurrency, MOST));
    }
    services.traffic(record, replay);
    StopSignal stop = new StopSignal();
    AtomicInteger code = new AtomicInteger();
    try (Signals signals = new Signals()) {
      giveBackOn("TERM", ExitCode.TERMINATED, signals, stop, code);
      giveBackOn("INT", ExitCode.INTERRUPTED, signals, stop, code);
      services
          .patience()
          .begin(stop, services.config().duration(Setting.MEMENEM_JOB_TIMEOUT), this::log);
      take(stop);
    } catch (StoreException e) {
      if (code.get() == 0) {
        throw e;
      }
      // Nobody could be told that we end; the lease runs out.
      log(e.getMessage());
    }
    return code.get();
  }

  private void take(StopSignal stop) {
    if (jobs.isEmpty()) {
      takeAny(stop);
    } else {
      takeNamed(stop);
    }
  }

  private static void giveBackOn(
      String signal, ExitCode ending, Signals signals, StopSignal stop, AtomicInteger code) {
    signals.on(
        signal,
        () -> {
          code.compareAndSet(0, ending.code());
          stop.stop(Reason.GIVEN_BACK);
        },
        ending.code());
  }

  private void takeNamed(StopSignal stop) {
    Worker worker = services.newWorker();
    for (String id : jobs) {
      if (!stop.getAsBoolean()) {
        log("job " + id);
        log(
            worker
                .run(id, new Log(), StopSignal.of(stop))
                .map(WorkerCommand::told)
                .orElse("not ours"));
      }
    }
  }

  private void takeAny(StopSignal stop) {
    log("taking jobs from " + services.store().shown());
    List<Thread> threads = new ArrayList<>();
    AtomicInteger running = new AtomicInteger();
    AtomicReference<RuntimeException> broken = new AtomicReference<>();
    for (int i = 0; i < concurrency; i++) {
      Worker worker = services.newWorker();
      Thread thread =
          new Thread(
              () -> {
                try {
                  loop(worker, stop, running);
                } catch (RuntimeException e) {
                  broken.compareAndSet(null, e);
                  stop.stop(Reason.GIVEN_BACK);
                }
              },
              "worker-" + i);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      join(thread);
    }
    if (broken.get() != null) {
      throw broken.get();
    }
  }

  private void loop(Worker worker, StopSignal stop, AtomicInteger running) {
    try {
      while (!stop.getAsBoolean()) {
        worker.announce(poll.multipliedBy(2).plus(ALIVE));
        running.incrementAndGet();
        Optional<Job> ran;
        try {
          ran = worker.runNext(new Log(), StopSignal.of(stop));
        } finally {
          running.decrementAndGet();
        }
        ran.ifPresent(job -> log(told(job)));
        if (ran.isEmpty()) {
          if (drain && running.get() == 0) {
            return;
          }
          rest(stop);
        }
      }
    } finally {
      worker.retire();
    }
  }

  /** Waits for the next look, but not longer than a signal. */
  private void rest(StopSignal stop) {
    Instant until = services.clock().instant().plus(poll);
    try {
      while (!stop.getAsBoolean() && services.clock().instant().isBefore(until)) {
        Duration left = Duration.between(services.clock().instant(), until);
        services.sleeper().sleep(left.compareTo(LOOK) < 0 ? left : LOOK);
      }
    } catch (InterruptedException e) {
      stop.stop(Reason.GIVEN_BACK);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String told(Job job) {
    return "job %s: %s%s"
        .formatted(
            job.id(),
            job.state().id(),
            job.outcome().flatMap(Job.Outcome::error).map(e -> ", " + e).orElse(""));
  }

  private void log(String line) {
    if (!services.global().quiet()) {
      services.terminal().err().println(services.jobs().now() + " " + Invisible.strip(line));
    }
  }

  /** Warnings and steps, a line each. */
  private final class Log implements BatchListener {
    @Override
    public void warning(Job job, String warning) {
      log("job %s: warning: %s".formatted(job.shortId(), warning));
    }

    @Override
    public void progress(Job job, double progress, String step) {
      if (services.global().verbosity() > 0) {
        log("job %s: %.0f %% %s".formatted(job.shortId(), progress, step));
      }
    }
  }
}
