package dev.memenem.cli;

import dev.memenem.config.ConfigException;
import dev.memenem.job.JobState;
import dev.memenem.pace.Pacer.Pause;
import dev.memenem.picture.Fonts;
import dev.memenem.store.StoreException;
import dev.memenem.template.SourceReport;
import dev.memenem.template.SourceState;
import dev.memenem.view.CacheScreen;
import dev.memenem.view.Check;
import dev.memenem.view.Check.State;
import dev.memenem.view.Screen;
import dev.memenem.view.TerminalPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks at everything a job needs. Touches no network unless it is told to. */
final class Checkup {
  private static final long LITTLE = 100_000_000;

  private final Services services;
  private final boolean online;
  private final List<Check> checks = new ArrayList<>();
  private boolean storeWorks;

  Checkup(Services services, boolean online) {
    this.services = services;
    this.online = online;
  }

  /** False when the store could not be used; meaningful once {@link #run} has returned. */
  boolean storeWorks() {
    return storeWorks;
  }

  List<Check> run() {
    add("memenem", State.OK, services.software());
    add("java", State.OK, Runtime.version() + ", " + System.getProperty("java.vendor", ""));
    settings();
    store();
    disk();
    catalogue();
    if (storeWorks) {
      workers();
      sources();
      providers();
    }
    fonts();
    terminal();
    return checks;
  }

  private void add(String name, State state, String detail) {
    checks.add(new Check(name, state, detail));
  }

  private void settings() {
    try {
      services.checkSettings();
      add("settings", State.OK, services.config().places().configFile() + present());
    } catch (ConfigException e) {
      add("settings", State.FAILED, e.getMessage());
    }
  }

  private String present() {
    return Files.exists(services.config().places().configFile()) ? "" : " (not there, not needed)";
  }

  private void store() {
    try {
      services.store().pacer().remember("doctor", services.jobs().now().toString());
      services.store().jobs().counts();
      storeWorks = true;
      add("store", State.OK, services.store().shown() + " can be read and written");
    } catch (StoreException | ConfigException e) {
      add("store", State.FAILED, e.getMessage());
    }
  }

  private void disk() {
    Path place = services.config().places().data();
    while (place != null && !Files.exists(place)) {
      place = place.getParent();
    }
    try {
      long free = place == null ? 0 : Files.getFileStore(place).getUsableSpace();
      add(
          "disk",
          free < LITTLE ? State.WARNING : State.OK,
          CacheScreen.bytes(free) + " free at " + place);
    } catch (IOException e) {
      add("disk", State.WARNING, "cannot tell how much is free at " + place);
    }
  }

  private void catalogue() {
    int formats = services.catalog().templates().size();
    long drawn = services.catalog().templates().stream().filter(t -> t.image().isDrawn()).count();
    add(
        "catalogue",
        formats == 0 ? State.FAILED : State.OK,
        "%d formats, %d of them drawn by memenem itself".formatted(formats, drawn));
  }

  private void workers() {
    int workers = services.store().jobs().workers().size();
    long queued = services.store().jobs().counts().getOrDefault(JobState.QUEUED, 0L);
    boolean waiting = queued > 0 && workers == 0;
    add(
        "workers",
        waiting ? State.WARNING : State.OK,
        "%d waiting for jobs, %d jobs queued%s"
            .formatted(workers, queued, waiting ? "; 'memenem worker' starts one" : ""));
  }

  private void sources() {
    if (online) {
      for (SourceReport report : services.templates(List.of(), false, true).reports()) {
        add(
            report.source(),
            state(report.state()),
            report.state() == SourceState.OK
                ? report.templates() + " templates"
                : report.detail() + until(report.until()));
      }
      return;
    }
    for (Services.Upstream source : services.sources()) {
      remembered(source);
    }
  }

  private void providers() {
    for (Services.Upstream provider : services.providers()) {
      if (online && provider.configured()) {
        Optional<String> trouble = services.tryProvider(provider.name());
        add(
            provider.name(),
            trouble.isPresent() ? State.UNAVAILABLE : State.OK,
            trouble.orElse("wrote a caption; " + provider.detail()));
      } else {
        remembered(provider);
      }
    }
  }

  /** What can be said without asking: set up or not, and what the store remembers of it. */
  private void remembered(Services.Upstream upstream) {
    Optional<Pause> pause = services.store().pacer().pause(upstream.account());
    if (!upstream.configured()) {
      add(upstream.name(), State.NOT_CONFIGURED, upstream.detail());
    } else if (pause.isPresent()) {
      add(
          upstream.name(),
          State.PAUSED,
          pause.get().reason() + until(Optional.of(pause.get().until())));
    } else {
      add(upstream.name(), State.OK, upstream.detail());
    }
  }

  private static State state(SourceState state) {
    return switch (state) {
      case OK -> State.OK;
      case NOT_CONFIGURED -> State.NOT_CONFIGURED;
      case RATE_LIMITED -> State.PAUSED;
      default -> State.UNAVAILABLE;
    };
  }

  private static String until(Optional<Instant> until) {
    return until.map(instant -> " (until " + instant + ")").orElse("");
  }

  private void fonts() {
    try {
      add("fonts", State.OK, String.join(", ", Fonts.standard().describe()));
    } catch (RuntimeException | LinkageError e) {
      add("fonts", State.WARNING, "pictures cannot be drawn: " + e.getMessage());
    }
  }

  private void terminal() {
    Screen screen = services.terminal().screen();
    String pictures =
        TerminalPicture.protocol(services.environment(), services.terminal().outIsTerminal())
            .name()
            .toLowerCase(Locale.ROOT)
            .replace('_', ' ');
    add(
        "terminal",
        State.OK,
        services.terminal().outIsTerminal()
            ? "%d columns, %s, pictures: %s"
                .formatted(screen.width(), screen.color() ? "colour" : "no colour", pictures)
            : "stdout is no terminal");
  }
}
