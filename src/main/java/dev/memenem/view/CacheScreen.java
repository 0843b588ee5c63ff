package dev.memenem.view;

import dev.memenem.job.JobState;
import dev.memenem.view.Table.Column;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code cache-stats} for people. */
public final class CacheScreen {
  private static final int LABEL = 11;

  /** Columns that the whole table needs; a narrower screen does without the last two. */
  private static final int ROOM = 70;

  private CacheScreen() {}

  public static String of(CacheReport report, Screen screen) {
    List<Column> columns =
        List.of(
            Column.of("CACHE"),
            Column.number("TOTAL"),
            Column.number("HITS"),
            Column.number("MISSES"),
            Column.number("RATE"),
            Column.number("SIZE"),
            Column.number("EXPIRED"),
            Column.of("OLDEST"),
            Column.flexible("FROM"));
    int shown = screen.width() < ROOM ? columns.size() - 2 : columns.size();
    Table caches = new Table(columns.subList(0, shown));
    report
        .caches()
        .forEach(
            (name, cache) ->
                caches.row(
                    Stream.of(
                            name,
                            cache.total(),
                            cache.hits(),
                            cache.misses(),
                            cache.hits() + cache.misses() == 0
                                ? "-"
                                : "%.0f%%".formatted(cache.hitRate() * 100),
                            bytes(cache.bytes()),
                            cache.expired(),
                            cache
                                .oldest()
                                .map(
                                    oldest -> JobScreen.age(Duration.between(oldest, report.now())))
                                .orElse("-"),
                            String.join(", ", cache.groups()))
                        .limit(shown)
                        .toArray()));
    StringBuilder out = new StringBuilder(caches.render(screen));
    List<String> states = new ArrayList<>();
    for (JobState state : JobState.values()) {
      states.add(report.jobs().getOrDefault(state, 0L) + " " + state.id());
    }
    out.append('\n');
    String label = "jobs";
    for (String line : Columns.wrap(String.join(", ", states), screen.width() - LABEL)) {
      out.append(screen.dim(Columns.fit(label, LABEL, screen))).append(line).append('\n');
      label = "";
    }
    report
        .seconds(0.5)
        .ifPresent(
            median ->
                out.append(screen.dim(Columns.fit("job time", LABEL, screen)))
                    .append(
                        String.format(
                            Locale.ROOT,
                            "median %.1f s, 95 of 100 within %.1f s",
                            median,
                            report.seconds(0.95).orElse(median)))
                    .append('\n'));
    if (!report.providers().isEmpty()) {
      out.append('\n').append(providers(report, screen));
    }
    return out.toString();
  }

  private static String providers(CacheReport report, Screen screen) {
    Table table =
        new Table(
            List.of(
                Column.flexible("UPSTREAM"),
                Column.number("CALLS"),
                Column.number("ERRORS"),
                Column.number("TOKENS"),
                Column.of("PAUSED UNTIL")));
    report
        .providers()
        .forEach(
            (name, usage) ->
                table.row(
                    name,
                    usage.calls(),
                    usage.errors(),
                    usage.tokens(),
                    usage.pause().map(pause -> pause.until().toString()).orElse("-")));
    return table.render(screen);
  }

  /** {@code 512 B}, {@code 41.0 kB}, {@code 1.2 MB}; powers of 1000. */
  public static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double size = bytes;
    for (String unit : List.of("kB", "MB", "GB")) {
      size /= 1000;
      if (size < 1000) {
        return String.format(Locale.ROOT, "%.1f %s", size, unit);
      }
    }
    return String.format(Locale.ROOT, "%.1f TB", size / 1000);
  }
}
