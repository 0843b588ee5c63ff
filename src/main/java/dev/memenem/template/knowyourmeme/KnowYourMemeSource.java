package dev.memenem.template.knowyourmeme;

import dev.memenem.http.CircuitBreaker;
import dev.memenem.http.Http;
import dev.memenem.http.HttpOutcome.Answer;
import dev.memenem.http.HttpRequest;
import dev.memenem.pace.Pacer;
import dev.memenem.pace.Sleeper;
import dev.memenem.template.LikelyPanels;
import dev.memenem.template.SourceState;
import dev.memenem.template.Template;
import dev.memenem.template.TemplateSource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Listing pages, read rarely and slowly: under our own name, as robots.txt allows, pages 3 s apart
 * over all processes, no retries, and not at all for hours once the site has turned us away.
 */
public final class KnowYourMemeSource implements TemplateSource {
  public static final String NAME = "knowyourmeme";

  static final List<String> PAGES = List.of("/memes/popular", "/memes");
  private static final String AGENT = "memenem";
  private static final Duration SPACING = Duration.ofSeconds(3);
  private static final CircuitBreaker.Times AWAY =
      new CircuitBreaker.Times(Duration.ofHours(6), Duration.ofHours(48));

  private final Http http;
  private final Pacer pacer;
  private final Settings settings;
  private final InstantSource clock;
  private final Sleeper sleeper;
  private final CircuitBreaker breaker;

  /**
   * @param base without a trailing slash
   * @param timeout of one call
   */
  public record Settings(URI base, Duration timeout) {}

  public KnowYourMemeSource(
      Http http, Pacer pacer, Settings settings, InstantSource clock, Sleeper sleeper) {
    this.http = http;
    this.pacer = pacer;
    this.settings = settings;
    this.clock = clock;
    this.sleeper = sleeper;
    this.breaker = new CircuitBreaker(pacer, NAME, AWAY, clock);
  }

  /** A page, or why there is none. */
  private record Page(String html, Optional<Listing> failure) {
    static Page failed(Listing failure) {
      return new Page("", Optional.of(failure));
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean remote() {
    return true;
  }

  @Override
  public Listing list(Instant deadline) {
    Optional<CircuitBreaker.Open> open = breaker.open();
    if (open.isPresent()) {
      return Listing.failed(SourceState.BLOCKED, open.get().reason(), open.get().until());
    }
    Page robots = get("/robots.txt", deadline);
    if (robots.failure().isPresent()) {
      return robots.failure().get();
    }
    Robots rules = Robots.parse(robots.html(), AGENT);
    Map<String, ListingPage.Entry> entries = new LinkedHashMap<>();
    Optional<Listing> failure = Optional.empty();
    boolean asked = false;
    for (String path : PAGES) {
      if (rules.allows(path)) {
        asked = true;
        Page page = get(path, deadline);
        failure = page.failure();
        ListingPage.entries(page.html()).forEach(e -> entries.putIfAbsent(e.slug(), e));
        if (failure.isPresent()) {
          break;
        }
      }
    }
    if (!entries.isEmpty()) {
      breaker.succeeded();
      return Listing.of(templates(List.copyOf(entries.values())));
    }
    if (!asked) {
      return Listing.failed(SourceState.BLOCKED, "its robots.txt forbids the listing pages");
    }
    return failure.orElseGet(
        () ->
            Listing.failed(
                SourceState.LAYOUT_CHANGED,
                "its pages show no entry we can read; a newer memenem may"));
  }

  private Page get(String path, Instant deadline) {
    Instant start = pacer.reserve(NAME, SPACING);
    if (!start.isBefore(deadline)) {
      return Page.failed(
          Listing.failed(
              SourceState.RATE_LIMITED, "no request was free in time (one every 3 s)", start));
    }
    try {
      sleeper.sleep(Duration.between(clock.instant(), start));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Page.failed(Listing.failed(SourceState.UNAVAILABLE, "broken off"));
    }
    Duration left = Duration.between(clock.instant(), deadline);
    HttpRequest request =
        HttpRequest.get(
            URI.create(settings.base() + path),
            Map.of("User-Agent", AGENT + "/0.1", "Accept", "text/html"),
            left.compareTo(settings.timeout()) < 0 ? left : settings.timeout());
    return http.send(request)
        .fold(
            answer -> read(answer, path),
            failed -> Page.failed(Listing.failed(SourceState.UNAVAILABLE, failed.detail())));
  }

  private Page read(Answer answer, String path) {
    int status = answer.status();
    String html = answer.text();
    boolean turnedAway =
        status == 403
            || status == 429
            || answer.header("cf-mitigated").isPresent()
            || ListingPage.isChallenge(html);
    if (turnedAway) {
      CircuitBreaker.Open open =
          breaker.failed(
              "it turns programs away (%d); it is left alone for hours".formatted(status));
      return Page.failed(Listing.failed(SourceState.BLOCKED, open.reason(), open.until()));
    }
    if (path.equals("/robots.txt") && status >= 400 && status < 500) {
      return new Page("", Optional.empty());
    }
    if (status == 404 || status == 410 || status / 100 == 3) {
      return Page.failed(
          Listing.failed(
              SourceState.LAYOUT_CHANGED, "its page %s is gone (%d)".formatted(path, status)));
    }
    return status == 200
        ? new Page(html, Optional.empty())
        : Page.failed(
            Listing.failed(SourceState.UNAVAILABLE, "it is not available (%d)".formatted(status)));
  }

  private static List<Template> templates(List<ListingPage.Entry> entries) {
    return IntStream.range(0, entries.size())
        .mapToObj(i -> template(entries.get(i), 70.0 * (entries.size() - i) / entries.size()))
        .toList();
  }

  private static Template template(ListingPage.Entry entry, double popularity) {
    Template.Meaning none = Template.Meaning.UNKNOWN;
    return new Template(
        "knowyourmeme_" + entry.slug(),
        entry.names().get(0),
        NAME,
        new Template.Image(Optional.of(entry.picture()), 0, 0),
        new Template.Meaning(
            entry.names().subList(1, entry.names().size()),
            none.tags(),
            none.characters(),
            none.tone(),
            none.situation(),
            none.structure(),
            "https://knowyourmeme.com/memes/" + entry.slug(),
            none.examples()),
        LikelyPanels.of(2),
        Math.round(popularity * 10) / 10.0);
  }
}
