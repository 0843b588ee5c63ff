package dev.memenem.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.http.Http;
import dev.memenem.http.RecordingHttp;
import dev.memenem.http.RetryPolicy;
import dev.memenem.http.jdk.JdkHttp;
import dev.memenem.store.Store;
import dev.memenem.store.sqlite.SqliteStore;
import dev.memenem.template.SourceBook.Wanted;
import dev.memenem.template.imgflip.ImgflipSource;
import dev.memenem.template.knowyourmeme.KnowYourMemeSource;
import dev.memenem.template.reddit.RedditSettings;
import dev.memenem.template.reddit.RedditSource;
import dev.memenem.testing.Fault;
import dev.memenem.testing.Leaks;
import dev.memenem.testing.SampleOrders;
import dev.memenem.testing.ScriptedServer;
import dev.memenem.testing.ScriptedServer.Reply;
import dev.memenem.testing.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault at every source: the others go on, and the user is told. */
class SourceFaultsTest {
  private static final String SECRET = "canary-0123456789abcdef";
  private static final List<String> SECRETS = List.of("canary-id-12345", SECRET);
  private static final String TOKEN = "/api/v1/access_token";

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

  private TemplateSource source(String place, Duration timeout) {
    Http http = new RecordingHttp(new JdkHttp(Map.of()), home.resolve("tape"), SECRETS);
    RetryPolicy retries = new RetryPolicy(RetryPolicy.Limits.USUAL, clock, clock, new Random(2));
    if (place.startsWith("reddit")) {
      RedditSettings settings =
          new RedditSettings(SECRETS.get(0), SECRET, "test", server.base(), server.base(), timeout);
      return new RedditSource(http, retries, store.pacer(), Optional.of(settings), clock);
    }
    return place.equals("imgflip")
        ? new ImgflipSource(http, retries, server.base(), timeout, clock)
        : new KnowYourMemeSource(
            http,
            store.pacer(),
            new KnowYourMemeSource.Settings(server.base(), timeout),
            clock,
            clock);
  }

  private void script(String place, Reply reply) {
    switch (place) {
      case "imgflip":
        server.always("GET", "/get_memes", reply);
        break;
      case "reddit token":
        server.always("POST", TOKEN, reply);
        break;
      case "reddit":
        server.always(
            "POST", TOKEN, Reply.ok("{\"access_token\":\"canary-token\",\"expires_in\":3600}"));
        server.always("GET", "/r/MemeTemplatesOfficial/hot", reply);
        server.always("GET", "/r/MemeTemplates/hot", reply);
        break;
      default:
        server.always("GET", "/robots.txt", Reply.html(404, ""));
        server.always("GET", "/memes/popular", reply);
        server.always("GET", "/memes", reply);
    }
  }

  static Stream<Arguments> everyFaultAtEverySource() {
    List<Arguments> cases = new ArrayList<>();
    for (String place : List.of("imgflip", "reddit token", "reddit", "knowyourmeme")) {
      for (Fault fault : Fault.values()) {
        cases.add(Arguments.of(place, fault));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyFaultAtEverySource")
  void aFaultIsSaidAndTheOthersGoOn(String place, Fault fault) {
    script(place, fault.reply(SECRET));
    TemplateSource source = source(place, fault.timeout());
    SourceBook book =
        new SourceBook(
            List.of(new Own(), source),
            new SourceBook.Tools(store::cache, clock, template -> template),
            SourceBook.Times.of(Duration.ofHours(1)));
    Instant deadline = clock.instant().plusSeconds(10);
    Gathered all = book.gather(new Wanted(List.of(), false, false), deadline);
    assertThat(all.templates()).containsExactly(SampleOrders.LIGHTHOUSE);
    assertThat(all.warnings()).singleElement().asString().startsWith(source.name() + ": ");
    assertThat(all.reports().get(1).state()).isNotEqualTo(SourceState.OK);
    assertThat(all.reports().get(1).detail()).isNotBlank();
    assertThat(clock.instant()).isBeforeOrEqualTo(deadline);
    Gathered named =
        book.gather(
            new Wanted(List.of(source.name()), false, false), clock.instant().plusSeconds(10));
    assertThat(named.failed()).isTrue();
    assertThat(named.templates()).isEmpty();
    Leaks.check(home, all + "\n" + named);
  }

  /** A source inside the program. */
  private record Own() implements TemplateSource {
    @Override
    public String name() {
      return "builtin";
    }

    @Override
    public boolean remote() {
      return false;
    }

    @Override
    public Listing list(Instant deadline) {
      return Listing.of(List.of(SampleOrders.LIGHTHOUSE));
    }
  }
}
