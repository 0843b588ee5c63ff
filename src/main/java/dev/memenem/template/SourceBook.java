package dev.memenem.template;

import dev.memenem.cache.Cache;
import dev.memenem.cache.CacheEntry;
import dev.memenem.cache.CacheKind;
import dev.memenem.json.Json;
import dev.memenem.json.JsonException;
import dev.memenem.template.TemplateSource.Listing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Asks the sources side by side, each within its time, and makes one list of what they gave. A
 * source that fails takes nothing from the others; what it gave within the last day stands in for
 * it. Thread safe.
 */
public final class SourceBook {
  /** What a source may need beyond its limit to hand over what it has. */
  private static final Duration GRACE = Duration.ofMillis(500);

  private final List<TemplateSource> sources;
  private final Tools tools;
  private final Times times;

  /**
   * @param cache is asked for when a remote source is
   * @param enrich completes what a remote source knows
   */
  public record Tools(Supplier<Cache> cache, InstantSource clock, UnaryOperator<Template> enrich) {}

  /**
   * @param ttl how long a source's list is fresh
   * @param stale how long it may stand in for a source that fails
   * @param limit how long one source may take
   */
  public record Times(Duration ttl, Duration stale, Duration limit) {
    /** Lists live for {@code ttl}, stand in for a day, and sources have 10 s. */
    public static Times of(Duration ttl) {
      return new Times(ttl, Duration.ofDays(1), Duration.ofSeconds(10));
    }
  }

  /**
   * @param named only these, by name; empty: all
   * @param offline leave out what needs the network
   * @param refresh do not read the cache, unless a source fails
   */
  public record Wanted(List<String> named, boolean offline, boolean refresh) {
    public Wanted {
      named = List.copyOf(named);
    }
  }

  private record Shelf(List<Template> templates, Instant fetchedAt) {}

  private record Answered(TemplateSource source, SourceReport report, List<Template> templates) {}

  /** In the order in which templates are listed. */
  public SourceBook(List<TemplateSource> sources, Tools tools, Times times) {
    this.sources = List.copyOf(sources);
    this.tools = tools;
    this.times = times;
  }

  /**
   * @param deadline no answer is of use behind it
   */
  public Gathered gather(Wanted wanted, Instant deadline) {
    Instant now = tools.clock().instant();
    Instant own = now.plus(times.limit());
    Instant end = own.isBefore(deadline) ? own : deadline;
    Map<TemplateSource, FutureTask<Answered>> asked = new LinkedHashMap<>();
    for (TemplateSource source : sources) {
      boolean named = wanted.named().isEmpty() || wanted.named().contains(source.name());
      if (named && !(wanted.offline() && source.remote())) {
        asked.put(source, begin(source, wanted.refresh(), end));
      }
    }
    long budget = Duration.between(now, end).plus(GRACE).toNanos();
    long begun = System.nanoTime();
    List<Answered> answers = new ArrayList<>();
    asked.forEach(
        (source, task) -> answers.add(await(source, task, budget - (System.nanoTime() - begun))));
    return new Gathered(
        merge(answers),
        answers.stream().map(Answered::report).toList(),
        new HashSet<>(wanted.named()));
  }

  private FutureTask<Answered> begin(TemplateSource source, boolean refresh, Instant end) {
    FutureTask<Answered> task = new FutureTask<>(() -> answer(source, refresh, end));
    Thread thread = new Thread(task, "source-" + source.name());
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  private Answered await(TemplateSource source, FutureTask<Answered> task, long nanos) {
    try {
      return task.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      return instead(
          source,
          Listing.failed(
              SourceState.UNAVAILABLE,
              "no answer within %d s".formatted(times.limit().toSeconds())));
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return instead(source, Listing.failed(SourceState.UNAVAILABLE, "broken off"));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException unexpected) {
        throw unexpected;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private Answered answer(TemplateSource source, boolean refresh, Instant end) {
    if (!source.remote()) {
      Listing listing = source.list(end);
      return answered(source, listing, listing.templates(), false, Optional.empty());
    }
    Optional<Shelf> fresh =
        refresh
            ? Optional.empty()
            : shelf(tools.cache().get().get(CacheKind.TEMPLATES, source.name(), 1));
    if (fresh.isPresent()) {
      Listing ok = Listing.of(fresh.get().templates());
      return answered(source, ok, ok.templates(), true, Optional.of(fresh.get().fetchedAt()));
    }
    Listing listing = source.list(end);
    if (listing.state() != SourceState.OK) {
      return instead(source, listing);
    }
    Instant now = tools.clock().instant();
    store(source.name(), listing.templates(), now);
    return answered(source, listing, listing.templates(), false, Optional.of(now));
  }

  /** What a failing source gave within the last day, if anything. */
  private Answered instead(TemplateSource source, Listing failed) {
    Optional<Shelf> old =
        source.remote()
            ? shelf(tools.cache().get().stale(CacheKind.TEMPLATES, source.name()))
            : Optional.empty();
    return answered(
        source,
        failed,
        old.map(Shelf::templates).orElse(List.of()),
        old.isPresent(),
        old.map(Shelf::fetchedAt));
  }

  private static Answered answered(
      TemplateSource source,
      Listing listing,
      List<Template> templates,
      boolean cached,
      Optional<Instant> fetchedAt) {
    boolean stale = cached && listing.state() != SourceState.OK;
    return new Answered(
        source,
        new SourceReport(
            source.name(),
            listing.state(),
            templates.size(),
            cached,
            stale,
            fetchedAt,
            listing.detail(),
            listing.until()),
        templates);
  }

  private void store(String source, List<Template> templates, Instant now) {
    byte[] value =
        Json.bytes(Map.of("templates", templates.stream().map(TemplateJson::write).toList()));
    tools
        .cache()
        .get()
        .put(
            CacheKind.TEMPLATES,
            new CacheEntry(
                source,
                "",
                source,
                value,
                templates.size(),
                now,
                now.plus(times.ttl()),
                now.plus(longer(times.ttl(), times.stale()))));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  /** Empty too when an entry of another version cannot be read. */
  private static Optional<Shelf> shelf(List<CacheEntry> entries) {
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    CacheEntry newest = entries.get(entries.size() - 1);
    try {
      List<Template> templates =
          Json.parse(newest.value()).get("templates").items().stream()
              .map(TemplateJson::read)
              .toList();
      return Optional.of(new Shelf(templates, newest.storedAt()));
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  private List<Template> merge(List<Answered> answers) {
    MergedTemplates merged = new MergedTemplates();
    for (Answered answer : answers) {
      for (Template template : answer.templates()) {
        merged.add(answer.source().remote() ? tools.enrich().apply(template) : template);
      }
    }
    return merged.list();
  }
}
