package dev.memenem.template.knowyourmeme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.http.jdk.JdkHttp;
import dev.memenem.store.Store;
import dev.memenem.store.sqlite.SqliteStore;
import dev.memenem.template.SourceState;
import dev.memenem.template.Template;
import dev.memenem.template.TemplateSource.Listing;
import dev.memenem.testing.ScriptedServer;
import dev.memenem.testing.ScriptedServer.Manner;
import dev.memenem.testing.ScriptedServer.Reply;
import dev.memenem.testing.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnowYourMemeSourceTest {
  @TempDir Path home;
  private final ScriptedServer server = ScriptedServer.start();
  private final TestClock clock = new TestClock();
  private final Instant start = clock.instant();
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

  private Listing list() {
    KnowYourMemeSource source =
        new KnowYourMemeSource(
            new JdkHttp(Map.of()),
            store.pacer(),
            new KnowYourMemeSource.Settings(server.base(), Duration.ofSeconds(5)),
            clock,
            clock);
    return source.list(clock.instant().plusSeconds(10));
  }

  private static String oldCell(String href, String name, String labels) {
    return """
        <td class="entry_17"><a class="photo" href="%s"><img src="/blank.gif" alt="x &#39;y&#39;"
          data-src="https://i.kym-cdn.com/entries/icons/medium/000/1.jpg" title="t"></a>
          <h2><a href="%s">%s</a></h2><div class="entry-labels">%s</div></td>"""
        .formatted(href, href, name, labels);
  }

  private static String oldPage(String... cells) {
    return "<table class='entry_list'><tbody class='entry-grid-body infinite'><tr>"
        + String.join("", cells)
        + "</tr></tbody></table>";
  }

  private static String newCard(String href, String name, String attributes) {
    return """
        <a class="item" href="%s" data-title="%s" %s><img data-image="https://i.kym-cdn.com/photos/images/newsfeed/2.png"
          src="data:image/gif;base64,R0"><h3>%s</h3></a>"""
        .formatted(href, name, attributes, name);
  }

  private static String newPage(String... cards) {
    return "<section class='gallery'><div class='groups'>"
        + String.join("", cards)
        + "</div></section>";
  }

  private Listing pages(String first, String second) {
    server.next("GET", "/robots.txt", Reply.html(200, "User-agent: *\nDisallow: /admin\n"));
    server.next("GET", "/memes/popular", Reply.html(200, first));
    server.next("GET", "/memes", Reply.html(200, second));
    return list();
  }

  @Test
  void theTableOf2019IsRead() {
    Listing listing =
        pages(
            oldPage(
                oldCell("/memes/gloomy-otter", "Gloomy Otter / Sad Swimmer", ""),
                oldCell("https://knowyourmeme.com/memes/brave-snail", "Brave Snail's Day", "")),
            oldPage(oldCell("/memes/gloomy-otter", "Gloomy Otter", "")));
    assertThat(listing.state()).isEqualTo(SourceState.OK);
    assertThat(listing.templates())
        .extracting(Template::id)
        .containsExactly("knowyourmeme_gloomy-otter", "knowyourmeme_brave-snail");
    Template otter = listing.templates().get(0);
    assertThat(otter.name()).isEqualTo("Gloomy Otter");
    assertThat(otter.meaning().otherNames()).containsExactly("Sad Swimmer");
    assertThat(otter.meaning().page()).isEqualTo("https://knowyourmeme.com/memes/gloomy-otter");
    assertThat(otter.image().url())
        .contains("https://i.kym-cdn.com/entries/icons/original/000/1.jpg");
    assertThat(listing.templates().get(1).name()).isEqualTo("Brave Snail's Day");
  }

  @Test
  void theCardsOf2025AreRead() {
    Listing listing =
        pages(
            newPage(
                newCard("/memes/gloomy-otter", "Gloomy Otter", ""),
                newCard("/memes/brave-snail?ref=x", "Brave Snail", "")),
            newPage());
    assertThat(listing.templates())
        .extracting(Template::name)
        .containsExactly("Gloomy Otter", "Brave Snail");
    assertThat(listing.templates().get(0).image())
        .isEqualTo(
            new Template.Image(
                Optional.of("https://i.kym-cdn.com/photos/images/original/2.png"), 0, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<span class='label label-nsfw'>NSFW</span>",
        "<span class='label'>Subculture</span>",
        "<span class='label'> Event </span>",
        "<span class='label'>Person</span>",
        "<span class='label'>Site</span>",
        "<span class='label'>Culture</span>",
      })
  void entriesThatAreNoMemesForEverybodyAreSkipped(String label) {
    Listing listing =
        pages(
            oldPage(
                oldCell("/memes/odd", "Odd", label),
                oldCell("/memes/good", "Good", "<span class='label'>Updated</span>")),
            "");
    assertThat(listing.templates()).extracting(Template::id).containsExactly("knowyourmeme_good");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/memes/people/somebody",
        "/memes/events/something",
        "/memes/popular",
        "/memes/submissions",
        "/memes/page/2",
        "/memes/",
        "/photos/17",
        "https://elsewhere.example/memes/x",
        "javascript:alert(1)",
        "/memes/..%2fetc",
      })
  void linksToAnythingElseAreSkipped(String href) {
    Listing listing =
        pages(newPage(newCard(href, "Odd", ""), newCard("/memes/good", "Good", "")), "");
    assertThat(listing.templates()).extracting(Template::id).containsExactly("knowyourmeme_good");
  }

  @Test
  void pagesAreAskedForSlowlyAndUnderOurOwnName() {
    pages(newPage(newCard("/memes/good", "Good", "")), "");
    assertThat(Duration.between(start, clock.instant())).isEqualTo(Duration.ofSeconds(6));
    assertThat(server.received())
        .allSatisfy(r -> assertThat(r.headers().get("user-agent")).startsWith("memenem/"));
  }

  @ParameterizedTest
  @CsvSource({
    "403, '<title>Just a moment...</title>'",
    "403, no",
    "429, no",
    "503, '<script>window._cf_chl_opt={}</script>'",
    "200, '<html><head><title>Just a moment...</title></head></html>'",
  })
  void onceTurnedAwayItIsLeftAloneForHours(int status, String body) {
    server.next("GET", "/robots.txt", Reply.html(404, ""));
    server.next("GET", "/memes/popular", Reply.html(status, body));
    Listing first = list();
    assertThat(first.state()).isEqualTo(SourceState.BLOCKED);
    assertThat(Duration.between(clock.instant(), first.until().orElseThrow()))
        .isEqualTo(Duration.ofHours(6));
    Listing second = list();
    assertThat(second.state()).isEqualTo(SourceState.BLOCKED);
    assertThat(second.until()).isEqualTo(first.until());
    assertThat(server.received()).hasSize(2);
    clock.forward(Duration.ofHours(7));
    server.next("GET", "/robots.txt", Reply.html(403, ""));
    assertThat(Duration.between(clock.instant(), list().until().orElseThrow()))
        .as("twice as long the second time")
        .isGreaterThan(Duration.ofHours(11));
  }

  @Test
  void theScriptOfAnOrdinaryPageIsNoChallenge() {
    Listing listing =
        pages(
            newPage(newCard("/memes/good", "Good", ""))
                + "<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>",
            "");
    assertThat(listing.state()).isEqualTo(SourceState.OK);
  }

  @Test
  void aPageWithoutEntriesMeansThatTheLayoutChanged() {
    assertThat(pages("<html><p>Welcome</p>", "<html>").state())
        .isEqualTo(SourceState.LAYOUT_CHANGED);
  }

  @ParameterizedTest
  @CsvSource({"404, LAYOUT_CHANGED", "301, LAYOUT_CHANGED", "500, UNAVAILABLE", "502, UNAVAILABLE"})
  void otherAnswersHaveTheirState(int status, SourceState state) {
    server.next("GET", "/robots.txt", Reply.html(404, ""));
    server.next("GET", "/memes/popular", Reply.html(status, ""));
    assertThat(list().state()).isEqualTo(state);
  }

  @ParameterizedTest
  @EnumSource(
      value = Manner.class,
      names = {"CUT", "HANG_UP", "GIBBERISH"})
  void aConnectionThatBreaksIsUnavailable(Manner manner) {
    // The JDK itself asks once more when a connection ends before the first byte.
    server.always("GET", "/robots.txt", Reply.failing(manner));
    assertThat(list().state()).isEqualTo(SourceState.UNAVAILABLE);
  }

  @Test
  void whatRobotsTxtForbidsIsNotRead() {
    server.next("GET", "/robots.txt", Reply.html(200, "User-agent: *\nDisallow: /memes\n"));
    Listing listing = list();
    assertThat(listing.state()).isEqualTo(SourceState.BLOCKED);
    assertThat(listing.detail()).contains("robots.txt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "User-agent: *;Disallow: / | /memes | false",
        "User-agent: *;Disallow: | /memes | true",
        "User-agent: *;Disallow: /;Allow: /memes | /memes/popular | true",
        "User-agent: *;Disallow: /memes/popular$ | /memes/popular | false",
        "User-agent: *;Disallow: /memes/popular$ | /memes/popular/x | true",
        "User-agent: *;Disallow: /*?page= | /memes?page=2 | false",
        "User-agent: memenem;Disallow: /memes;User-agent: *;Disallow: | /memes | false",
        "User-agent: other;Disallow: /;User-agent: *;Disallow: /x | /memes | true",
        "User-agent: other;User-agent: memenem;Disallow: /memes | /memes | false",
        "User-agent: *;Disallow: /memes # no;Allow: /memes | /memes | true",
        "nonsense;Disallow: /memes | /memes | true",
      })
  void robotsTxtIsReadAsItsStandardSays(String text, String path, boolean allowed) {
    assertThat(Robots.parse(text.replace(';', '\n'), "memenem").allows(path)).isEqualTo(allowed);
  }
}
