package dev.memenem.cli;

import dev.memenem.batch.BatchListener;
import dev.memenem.job.Job;
import dev.memenem.json.Invisible;
import dev.memenem.json.Json;
import dev.memenem.view.JobDocument;
import dev.memenem.view.ProgressDisplay;
import dev.memenem.view.Terminal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Shows a running job as it was asked for: a progress line on a terminal, plain lines at {@code
 * -v}, an event stream with {@code -o ndjson}, warnings always. Used by whoever runs or follows a
 * job.
 */
final class Watcher implements BatchListener, AutoCloseable {
  private final Services services;
  private final boolean showing;
  private final Optional<ProgressDisplay> display;
  private final Set<String> warned = new HashSet<>();
  private String lastStep = "";
  private double lastProgress = -1;

  Watcher(Services services) {
    this(services, true);
  }

  /** Draws nothing and streams nothing; warnings and hints are still told. */
  static Watcher silent(Services services) {
    return new Watcher(services, false);
  }

  private Watcher(Services services, boolean showing) {
    this.services = services;
    this.showing = showing;
    Terminal terminal = services.terminal();
    boolean draw =
        showing
            && services.global().progress()
            && services.global().output() != OutputFormat.NDJSON
            && terminal.canAnimate();
    display =
        draw
            ? Optional.of(
                new ProgressDisplay(
                    terminal.err(),
                    terminal::errorScreen,
                    services.sleeper(),
                    () -> System.nanoTime() / 1_000_000))
            : Optional.empty();
  }

  void estimate(long seconds) {
    display.ifPresent(line -> line.estimate(seconds));
  }

  @Override
  public void state(Job job) {
    event("state", job, job.progress(), Map.of());
  }

  @Override
  public void progress(Job job, double progress, String step) {
    display.ifPresent(line -> line.update(progress, step));
    if (display.isEmpty() && services.global().verbosity() > 0 && !step.equals(lastStep)) {
      services.terminal().err().println("%3.0f %%  %s".formatted(progress, step));
    }
    if (progress != lastProgress) {
      event("progress", job, progress, Map.of("step", step));
    }
    lastStep = step;
    lastProgress = progress;
  }

  @Override
  public void warning(Job job, String warning) {
    if (!warned.add(warning) || services.global().quiet()) {
      return;
    }
    if (services.global().output() == OutputFormat.NDJSON) {
      event("warning", job, job.progress(), Map.of("warning", warning));
    } else {
      above("warning: " + Invisible.strip(warning));
    }
  }

  /** A line on stderr, above the progress line if there is one. */
  void above(String line) {
    if (display.isPresent()) {
      display.get().above(line);
    } else {
      services.terminal().err().println(line);
    }
  }

  /** The last event, which carries the whole job. */
  void done(Job job) {
    event("done", job, job.progress(), Map.of("job", JobDocument.of(job)));
  }

  private void event(String event, Job job, double progress, Map<String, Object> more) {
    if (showing && services.global().output() == OutputFormat.NDJSON) {
      Map<String, Object> tree = JobDocument.event(event, job, progress, services.jobs().now());
      tree.putAll(more);
      services.terminal().out().println(Json.write(tree));
      services.terminal().out().flush();
    }
  }

  @Override
  public void close() {
    display.ifPresent(ProgressDisplay::close);
  }
}
