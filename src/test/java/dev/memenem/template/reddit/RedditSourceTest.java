package dev.memenem.template.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.http.RetryPolicy;
import dev.memenem.http.jdk.JdkHttp;
import dev.memenem.store.Store;
import dev.memenem.store.sqlite.SqliteStore;
import dev.memenem.template.SourceState;
import dev.memenem.template.Template;
import dev.memenem.template.TemplateSource.Listing;
import dev.memenem.testing.ScriptedServer;
import dev.memenem.testing.ScriptedServer.Manner;
import dev.memenem.testing.ScriptedServer.Received;
import dev.memenem.testing.ScriptedServer.Reply;
import dev.memenem.testing.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedditSourceTest {
  private static final String TOKEN = "/api/v1/access_token";
  private static final String FIRST = "/r/MemeTemplatesOfficial/hot";
  private static final String SECOND = "/r/MemeTemplates/hot";
  private static final Reply BEARER =
      Reply.ok(
          "{\"access_token\":\"canary-token\",\"token_type\":\"bearer\",\"expires_in\":3600,\"scope\":\"*\"}");

  @TempDir Path home;
  private final ScriptedServer server = ScriptedServer.start();
  private final TestClock clock = new TestClock();
  private Store store;

  @BeforeEach
  void open() {
    store = SqliteStore.open(home.resolve("store.db"), clock, clock);
  }

  @AfterEach
  void close() {
    store.close();
    server.close();
  }

  private RedditSource source() {
    return source(
        Optional.of(
            new RedditSettings(
                "canary-id",
                "canary-secret",
                "test:memenem:1 (by /u/nobody)",
                server.base(),
                server.base(),
                Duration.ofSeconds(10))));
  }

  private RedditSource source(Optional<RedditSettings> settings) {
    return new RedditSource(
        new JdkHttp(Map.of()),
        new RetryPolicy(RetryPolicy.Limits.USUAL, clock, clock, new Random(1)),
        store.pacer(),
        settings,
        clock);
  }

  private Listing list(RedditSource source) {
    return source.list(clock.instant().plusSeconds(10));
  }

  private static Reply listing(String... posts) {
    StringBuilder children = new StringBuilder();
    for (String post : posts) {
      children
          .append(children.length() == 0 ? "" : ",")
          .append("{\"kind\":\"t3\",\"data\":{")
          .append(post)
          .append("}}");
    }
    return Reply.ok("{\"kind\":\"Listing\",\"data\":{\"children\":[" + children + "]}}");
  }

  private static final String PHOTO =
      "\"id\":\"abc1\",\"title\":\"Confused Heron [Template]\",\"url\":\"https://i.redd.it/heron.jpg\","
          + "\"post_hint\":\"image\",\"score\":999,\"permalink\":\"/r/MemeTemplates/comments/abc1/x/\","
          + "\"removed_by_category\":null,\"selftext\":\"\","
          + "\"preview\":{\"images\":[{\"source\":{\"url\":\"https://p.example/h.jpg?a=1&amp;b=2\","
          + "\"width\":800,\"height\":600}}]}";

  @Test
  void aPostBecomesATemplate() {
    server.next("POST", TOKEN, BEARER);
    server.next("GET", FIRST, listing(PHOTO));
    server.next("GET", SECOND, listing(PHOTO));
    Listing listing = list(source());
    assertThat(listing.state()).isEqualTo(SourceState.OK);
    Template template = listing.templates().get(0);
    assertThat(listing.templates()).hasSize(1);
    assertThat(template.id()).isEqualTo("reddit_abc1");
    assertThat(template.name()).isEqualTo("Confused Heron");
    assertThat(template.image())
        .isEqualTo(new Template.Image(Optional.of("https://i.redd.it/heron.jpg"), 800, 600));
    assertThat(template.popularity()).isEqualTo(54);
    assertThat(template.meaning().page())
        .isEqualTo("https://www.reddit.com/r/MemeTemplates/comments/abc1/x/");
    Received token = server.received().get(0);
    assertThat(token.headers())
        .containsEntry(
            "authorization",
            "Basic " + Base64.getEncoder().encodeToString("canary-id:canary-secret".getBytes()))
        .containsEntry("user-agent", "test:memenem:1 (by /u/nobody)");
    assertThat(token.body()).isEqualTo("grant_type=client_credentials");
    assertThat(server.received().get(1).headers())
        .containsEntry("authorization", "bearer canary-token");
    assertThat(server.received().get(1).path()).contains("raw_json=1", "limit=100");
  }

  private Optional<Template> template(String post) {
    server.next("POST", TOKEN, BEARER);
    server.always("GET", FIRST, listing(post));
    server.always("GET", SECOND, listing());
    return list(source()).templates().stream().findFirst();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"over_18\":true",
        "\"is_self\":true",
        "\"is_video\":true",
        "\"stickied\":true",
        "\"post_hint\":\"hosted:video\"",
        "\"post_hint\":\"rich:video\"",
        "\"removed_by_category\":\"moderator\"",
        "\"selftext\":\"[removed]\"",
        "\"title\":\"[deleted by user]\"",
        "\"title\":\"😂.\"",
        "\"title\":\"[template]\"",
        "\"id\":\"../x\"",
        "\"url\":\"https://i.redd.it/moving.gif\"",
        "\"url\":\"https://u:p@i.redd.it/a.jpg\",\"post_hint\":\"link\"",
        "\"url\":\"https://forms.example/x\",\"post_hint\":\"link\"",
        "\"is_gallery\":true",
        "\"is_gallery\":true,\"gallery_data\":null,\"media_metadata\":null",
        "\"crosspost_parent_list\":[{\"over_18\":true}]",
        "\"crosspost_parent_list\":[{\"is_video\":true}]",
      })
  void postsWithoutABlankPictureAreSkipped(String field) {
    assertThat(template(PHOTO + "," + field)).isEmpty();
  }

  @Test
  void aGalleryGivesItsFirstPictureThatIsThere() {
    Template template =
        template(
                "\"id\":\"g1\",\"title\":\"Two herons\",\"is_gallery\":true,"
                    + "\"url\":\"https://www.reddit.com/gallery/g1\","
                    + "\"gallery_data\":{\"items\":[{\"media_id\":\"m1\"},{\"media_id\":\"m2\"},{\"media_id\":\"m3\"}]},"
                    + "\"media_metadata\":{\"m1\":{\"status\":\"failed\"},"
                    + "\"m2\":{\"status\":\"valid\",\"m\":\"image/gif\",\"s\":{\"gif\":\"x\"}},"
                    + "\"m3\":{\"status\":\"valid\",\"m\":\"image/png\",\"s\":{\"x\":300,\"y\":200,\"u\":\"https://p.example/3.png?w=1&amp;amp;s=2\"}}}")
            .orElseThrow();
    assertThat(template.image())
        .isEqualTo(
            new Template.Image(Optional.of("https://p.example/3.png?w=1&amp;s=2"), 300, 200));
  }

  @Test
  void aPictureBehindALinkIsTakenFromThePreview() {
    Template template =
        template(PHOTO.replace("https://i.redd.it/heron.jpg", "https://imgur.example/heron"))
            .orElseThrow();
    assertThat(template.image().url()).contains("https://p.example/h.jpg?a=1&b=2");
  }

  @Test
  void aCrosspostShowsThePictureOfItsParent() {
    Template template =
        template(
                "\"id\":\"c1\",\"title\":\"Heron again\",\"url\":\"/r/x/comments/1\","
                    + "\"crosspost_parent_list\":[{"
                    + PHOTO
                    + "}]")
            .orElseThrow();
    assertThat(template.id()).isEqualTo("reddit_c1");
    assertThat(template.image().url()).contains("https://i.redd.it/heron.jpg");
  }

  @Test
  void theTokenIsKeptInMemoryUntilItExpires() {
    server.next("POST", TOKEN, BEARER, BEARER);
    server.always("GET", FIRST, listing(PHOTO));
    server.always("GET", SECOND, listing(PHOTO));
    RedditSource source = source();
    list(source);
    list(source);
    assertThat(server.received(TOKEN)).isEqualTo(1);
    clock.forward(Duration.ofMinutes(60));
    list(source);
    assertThat(server.received(TOKEN)).isEqualTo(2);
  }

  @Test
  void aTokenThatIsNoLongerGoodIsRenewedOnce() {
    server.next("POST", TOKEN, BEARER, BEARER);
    server.next("GET", FIRST, Reply.json(401, "{\"error\": 401}"), listing(PHOTO));
    server.next("GET", SECOND, listing());
    assertThat(list(source()).state()).isEqualTo(SourceState.OK);
  }

  @Test
  void withoutAnAccountNothingIsAsked() {
    Listing listing = list(source(Optional.empty()));
    assertThat(listing.state()).isEqualTo(SourceState.NOT_CONFIGURED);
    assertThat(listing.detail()).contains("REDDIT_CLIENT_ID");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "200 | {\"error\":\"invalid_grant\"} | AUTH_FAILED",
        "200 | {\"error\":\"unauthorized_client\",\"error_description\":\"canary-secret\"} | AUTH_FAILED",
        "200 | {} | UNAVAILABLE",
        "200 | {\"access | UNAVAILABLE",
        "401 | {\"message\":\"Unauthorized\",\"error\":401} | AUTH_FAILED",
        "403 | {\"error\":403} | AUTH_FAILED",
        "429 | {\"message\":\"Too Many Requests\",\"error\":429} | RATE_LIMITED",
        "403 | <html><title>Blocked</title>whoa there, pardner!</html> | BLOCKED",
        "503 | | UNAVAILABLE",
      })
  void aTokenThatIsNotGivenHasACause(int status, String body, SourceState state) {
    server.always("POST", TOKEN, Reply.json(status, body == null ? "" : body));
    Listing listing = list(source());
    assertThat(listing.state()).isEqualTo(state);
    assertThat(listing.detail()).isNotBlank().doesNotContain("canary");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "401 | {\"error\": 401} | AUTH_FAILED",
        "403 | {\"error\": 403} | LAYOUT_CHANGED",
        "404 | {\"reason\":\"PAGE_NOT_CREATED\"} | LAYOUT_CHANGED",
        "302 | | LAYOUT_CHANGED",
        "451 | | LAYOUT_CHANGED",
        "403 | <html><title>Blocked</title> | BLOCKED",
        "200 | <html><style>….</style>You've been blocked by network security.</html> | BLOCKED",
        "200 | <html>Welcome</html> | UNAVAILABLE",
        "500 | | UNAVAILABLE",
        "503 | | UNAVAILABLE",
        "520 | | UNAVAILABLE",
        "200 | {\"kind\":\"Listing\",\"data\":{\"chil | UNAVAILABLE",
        "200 | {\"kind\":\"Listing\"} | LAYOUT_CHANGED",
        "200 | [] | LAYOUT_CHANGED",
        "429 | <html>whoa there, please wait 4 second(s) and try again | RATE_LIMITED",
      })
  void aListingThatIsNotGivenHasACause(int status, String body, SourceState state) {
    server.always("POST", TOKEN, BEARER);
    server.always("GET", FIRST, Reply.json(status, body == null ? "" : body));
    server.always("GET", SECOND, Reply.json(status, body == null ? "" : body));
    Listing listing = list(source());
    assertThat(listing.state()).isEqualTo(state);
    assertThat(listing.detail()).isNotBlank().doesNotContain("canary");
  }

  @ParameterizedTest
  @CsvSource({"CUT", "HANG_UP", "GIBBERISH"})
  void aConnectionThatBreaksIsUnavailable(Manner manner) {
    server.always("POST", TOKEN, BEARER);
    server.always("GET", FIRST, Reply.failing(manner));
    assertThat(list(source()).state()).isEqualTo(SourceState.UNAVAILABLE);
  }

  @Test
  void aClosedCommunityDoesNotHideTheNext() {
    server.next("POST", TOKEN, BEARER);
    server.next("GET", FIRST, Reply.json(403, "{\"error\": 403}"));
    server.next("GET", SECOND, listing(PHOTO));
    assertThat(list(source()).templates()).hasSize(1);
  }

  @Test
  void whenNothingRemainsTheAccountRestsInEveryProcess() {
    server.next("POST", TOKEN, BEARER);
    server.next(
        "GET",
        FIRST,
        listing(PHOTO).with("x-ratelimit-remaining", "0.0").with("x-ratelimit-reset", "82"));
    assertThat(list(source()).templates()).hasSize(1);
    Listing second = list(source());
    assertThat(second.state()).isEqualTo(SourceState.RATE_LIMITED);
    assertThat(second.until()).contains(clock.instant().plusSeconds(82));
    assertThat(server.received()).hasSize(2);
  }

  @Test
  void aLongRestIsNotWaitedFor() {
    server.next("POST", TOKEN, BEARER);
    server.next("GET", FIRST, Reply.html(429, "whoa").with("Retry-After", "600"));
    Listing listing = list(source());
    assertThat(listing.state()).isEqualTo(SourceState.RATE_LIMITED);
    assertThat(listing.until()).contains(clock.instant().plusSeconds(600));
    assertThat(list(source()).until()).contains(clock.instant().plusSeconds(600));
  }
}
