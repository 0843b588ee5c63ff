package dev.memenem.template.reddit;

import dev.memenem.http.Http;
import dev.memenem.http.HttpOutcome.Answer;
import dev.memenem.http.HttpRequest;
import dev.memenem.http.RetryAfter;
import dev.memenem.http.RetryPolicy;
import dev.memenem.json.Json;
import dev.memenem.json.JsonException;
import dev.memenem.json.Tree;
import dev.memenem.pace.Pacer;
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

/**
 * The newest liked posts of communities that share blank templates. Keeps within the rate headers:
 * when nothing remains, the account rests until they say, in every process on the store.
 */
public final class RedditSource implements TemplateSource {
  public static final String NAME = "reddit";

  /** Communities for blank templates, the strictest first. */
  static final List<String> COMMUNITIES = List.of("MemeTemplatesOfficial", "MemeTemplates");

  private static final Duration REST = Duration.ofMinutes(1);

  private final Http http;
  private final RetryPolicy retries;
  private final Pacer pacer;
  private final Optional<RedditSettings> settings;
  private final InstantSource clock;
  private final RedditToken token;

  /**
   * @param settings empty: not set up
   */
  public RedditSource(
      Http http,
      RetryPolicy retries,
      Pacer pacer,
      Optional<RedditSettings> settings,
      InstantSource clock) {
    this.http = http;
    this.retries = retries;
    this.pacer = pacer;
    this.settings = settings;
    this.clock = clock;
    this.token = new RedditToken(http, retries, clock);
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
    return settings
        .map(
            account ->
                pacer
                    .pause(account.account())
                    .map(
                        pause ->
                            Listing.failed(SourceState.RATE_LIMITED, pause.reason(), pause.until()))
                    .orElseGet(() -> list(account, deadline)))
        .orElseGet(
            () ->
                Listing.failed(
                    SourceState.NOT_CONFIGURED, "needs REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET"));
  }

  private Listing list(RedditSettings account, Instant deadline) {
    Map<String, Template> templates = new LinkedHashMap<>();
    Optional<Listing> failure = Optional.empty();
    for (String community : COMMUNITIES) {
      Listing listing = community(account, community, deadline);
      listing.templates().forEach(t -> templates.putIfAbsent(t.id(), t));
      if (listing.state() != SourceState.OK) {
        failure = Optional.of(listing);
      }
      if (endsTheRound(listing.state()) || isResting(account)) {
        break;
      }
    }
    if (!templates.isEmpty() || failure.isEmpty()) {
      return templates.isEmpty()
          ? Listing.failed(SourceState.LAYOUT_CHANGED, "no post there holds a picture we can use")
          : Listing.of(List.copyOf(templates.values()));
    }
    return failure.get();
  }

  /** A closed community says nothing of the next; everything else does. */
  private static boolean endsTheRound(SourceState state) {
    return state != SourceState.OK && state != SourceState.LAYOUT_CHANGED;
  }

  private boolean isResting(RedditSettings account) {
    return pacer.pause(account.account()).isPresent();
  }

  private Listing community(RedditSettings account, String community, Instant deadline) {
    RedditToken.Outcome bearer = token.get(account, deadline);
    if (bearer.failure().isPresent()) {
      return rest(account, bearer.failure().get());
    }
    Listing listing = ask(account, community, bearer.value(), deadline);
    if (listing.state() != SourceState.AUTH_FAILED) {
      return listing;
    }
    token.forget();
    RedditToken.Outcome renewed = token.get(account, deadline);
    return renewed
        .failure()
        .map(failure -> rest(account, failure))
        .orElseGet(() -> ask(account, community, renewed.value(), deadline));
  }

  private Listing ask(RedditSettings account, String community, String bearer, Instant deadline) {
    HttpRequest request =
        HttpRequest.get(
            URI.create("%s/r/%s/hot?limit=100&raw_json=1".formatted(account.apiBase(), community)),
            Map.of("Authorization", "bearer " + bearer, "User-Agent", account.userAgent()),
            account.timeout());
    return retries
        .send(http, request, deadline)
        .fold(
            answer -> {
              Listing listing = read(answer, community);
              return rest(account, answer, listing);
            },
            failed -> Listing.failed(SourceState.UNAVAILABLE, failed.detail()));
  }

  private Listing read(Answer answer, String community) {
    Optional<Listing> refusal = RedditRefusal.of(answer, community, clock.instant());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    try {
      Tree document = Json.parse(answer.text());
      List<Template> templates =
          document.get("data").get("children").items().stream()
              .filter(child -> child.get("kind").text().equals("t3"))
              .flatMap(child -> RedditPost.template(child.get("data")).stream())
              .toList();
      return templates.isEmpty()
          ? Listing.failed(
              SourceState.LAYOUT_CHANGED, "no post in r/" + community + " holds a picture")
          : Listing.of(templates);
    } catch (JsonException e) {
      return Listing.failed(SourceState.UNAVAILABLE, "the answer is not whole JSON");
    }
  }

  private Listing rest(RedditSettings account, Answer answer, Listing listing) {
    RetryAfter.of(answer, clock.instant())
        .ifPresent(
            until -> pacer.pause(account.account(), until, "it has too many requests for now"));
    return rest(account, listing);
  }

  private Listing rest(RedditSettings account, Listing listing) {
    if (listing.state() == SourceState.RATE_LIMITED) {
      pacer.pause(
          account.account(),
          listing.until().orElseGet(() -> clock.instant().plus(REST)),
          listing.detail());
    }
    return listing;
  }
}
