package dev.memenem.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.http.RetryPolicy;
import dev.memenem.http.jdk.JdkHttp;
import dev.memenem.store.Store;
import dev.memenem.store.sqlite.SqliteStore;
import dev.memenem.template.TemplateSource.Listing;
import dev.memenem.template.imgflip.ImgflipSource;
import dev.memenem.template.knowyourmeme.KnowYourMemeSource;
import dev.memenem.template.reddit.RedditSettings;
import dev.memenem.template.reddit.RedditSource;
import dev.memenem.testing.Captures;
import dev.memenem.testing.ScriptedServer;
import dev.memenem.testing.ScriptedServer.Reply;
import dev.memenem.testing.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What real sources answered once ({@code -Dcaptures=DIR}) is understood for what it is. */
@EnabledIfSystemProperty(named = "captures", matches = ".+")
class CapturedListsTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  @TempDir Path home;

  static Stream<Arguments> everyAnswer() {
    List<Arguments> all = new ArrayList<>();
    add(all, "imgflip", "get_memes", SourceState.OK);
    add(all, "imgflip", "doc_get-memes", SourceState.OK);
    add(all, "imgflip", "err_", SourceState.UNAVAILABLE);
    add(all, "reddit", "listing_", SourceState.OK);
    add(all, "reddit", "bad_json", SourceState.UNAVAILABLE);
    add(all, "reddit", "err_401", SourceState.AUTH_FAILED);
    add(all, "reddit", "err_403_blocked", SourceState.BLOCKED);
    add(all, "reddit", "err_403_forbidden", SourceState.LAYOUT_CHANGED);
    add(all, "reddit", "err_429", SourceState.RATE_LIMITED);
    add(all, "reddit", "err_503", SourceState.UNAVAILABLE);
    add(all, "reddit token", "token_err_200", SourceState.AUTH_FAILED);
    add(all, "kym", "cloudflare", SourceState.BLOCKED);
    add(all, "kym", "memes_confirmed", SourceState.OK);
    return all.stream();
  }

  private static void add(List<Arguments> all, String place, String prefix, SourceState state) {
    Captures.of(place.split(" ")[0], prefix)
        .forEach(file -> all.add(Arguments.of(place, file, state)));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("everyAnswer")
  void itIsTakenForWhatItIs(String place, Path file, SourceState expected) {
    TestClock clock = new TestClock();
    try (ScriptedServer server = ScriptedServer.start();
        Store store = SqliteStore.open(home.resolve("store.db"), clock, clock)) {
      script(server, place, Captures.reply(file));
      Listing listing = source(server, store, clock, place).list(clock.instant().plusSeconds(10));
      assertThat(listing.state()).as(listing.detail()).isEqualTo(expected);
      if (expected == SourceState.OK) {
        assertThat(listing.templates()).hasSizeGreaterThan(place.equals("imgflip") ? 0 : 10);
        assertThat(listing.templates()).allMatch(t -> t.image().url().isPresent());
      }
    }
  }

  private static void script(ScriptedServer server, String place, Reply reply) {
    switch (place) {
      case "imgflip":
        server.always("GET", "/get_memes", reply);
        break;
      case "reddit token":
        server.always("POST", "/api/v1/access_token", reply);
        break;
      case "reddit":
        server.always("POST", "/api/v1/access_token", Reply.ok("{\"access_token\":\"t\"}"));
        server.always("GET", "/r/MemeTemplatesOfficial/hot", reply);
        server.always("GET", "/r/MemeTemplates/hot", reply);
        break;
      default:
        server.always("GET", "/robots.txt", Reply.html(404, ""));
        server.always("GET", "/memes/popular", reply);
        server.always("GET", "/memes", reply);
    }
  }

  private static TemplateSource source(
      ScriptedServer server, Store store, TestClock clock, String place) {
    JdkHttp http = new JdkHttp(Map.of());
    RetryPolicy retries = new RetryPolicy(RetryPolicy.Limits.USUAL, clock, clock, new Random(1));
    return switch (place) {
      case "imgflip" -> new ImgflipSource(http, retries, server.base(), TIMEOUT, clock);
      case "kym" ->
          new KnowYourMemeSource(
              http,
              store.pacer(),
              new KnowYourMemeSource.Settings(server.base(), TIMEOUT),
              clock,
              clock);
      default ->
          new RedditSource(
              http,
              retries,
              store.pacer(),
              Optional.of(new RedditSettings("i", "s", "t", server.base(), server.base(), TIMEOUT)),
              clock);
    };
  }
}
