package dev.memenem.template.reddit;

import dev.memenem.http.Http;
import dev.memenem.http.HttpOutcome.Answer;
import dev.memenem.http.HttpRequest;
import dev.memenem.http.Redaction;
import dev.memenem.http.RetryPolicy;
import dev.memenem.json.Json;
import dev.memenem.json.JsonException;
import dev.memenem.json.Tree;
import dev.memenem.template.SourceState;
import dev.memenem.template.TemplateSource.Listing;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The application's access token: got with its id and secret, kept in memory until it expires. */
final class RedditToken {
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final Http http;
  private final RetryPolicy retries;
  private final InstantSource clock;
  private Optional<Known> known = Optional.empty();

  private record Known(String value, Instant expiresAt) {}

  /** A token, or why there is none. */
  record Outcome(String value, Optional<Listing> failure) {
    static Outcome failed(SourceState state, String detail) {
      return new Outcome("", Optional.of(Listing.failed(state, detail)));
    }
  }

  RedditToken(Http http, RetryPolicy retries, InstantSource clock) {
    this.http = http;
    this.retries = retries;
    this.clock = clock;
  }

  synchronized void forget() {
    known = Optional.empty();
  }

  synchronized Outcome get(RedditSettings account, Instant deadline) {
    Instant now = clock.instant();
    Optional<Known> usable = known.filter(token -> now.isBefore(token.expiresAt()));
    if (usable.isPresent()) {
      return new Outcome(usable.get().value(), Optional.empty());
    }
    String basic = account.clientId() + ":" + account.clientSecret();
    HttpRequest request =
        HttpRequest.post(
            URI.create(account.authBase() + "/api/v1/access_token"),
            Map.of(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "User-Agent",
                account.userAgent()),
            "grant_type=client_credentials",
            account.timeout());
    return retries
        .send(http, request, deadline)
        .fold(
            answer -> read(answer, account),
            failed -> Outcome.failed(SourceState.UNAVAILABLE, failed.detail()));
  }

  private Outcome read(Answer answer, RedditSettings account) {
    Instant now = clock.instant();
    Optional<Listing> refusal = RedditRefusal.of(answer, "all", now);
    if (refusal.isPresent()) {
      boolean turnedAway = answer.status() == 403 && refusal.get().state() != SourceState.BLOCKED;
      return turnedAway ? refused(account, "403") : new Outcome("", refusal);
    }
    try {
      Tree document = Json.parse(answer.text());
      String error = document.get("error").text();
      if (!error.isEmpty()) {
        return refused(account, error);
      }
      String value = document.get("access_token").text();
      if (value.isEmpty()) {
        return Outcome.failed(SourceState.UNAVAILABLE, "the answer holds no token");
      }
      long seconds = Math.min(86_400, document.get("expires_in").longer(3600));
      known = Optional.of(new Known(value, now.plusSeconds(seconds).minus(MARGIN)));
      return new Outcome(value, Optional.empty());
    } catch (JsonException e) {
      return Outcome.failed(SourceState.UNAVAILABLE, "the token's answer is not whole JSON");
    }
  }

  private static Outcome refused(RedditSettings account, String error) {
    Redaction redaction = Redaction.of(List.of(account.clientId(), account.clientSecret()));
    return Outcome.failed(
        SourceState.AUTH_FAILED,
        "the account was refused (%s); check REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET"
            .formatted(redaction.line(error)));
  }
}
