package dev.memenem.template.imgflip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.http.RetryPolicy;
import dev.memenem.http.jdk.JdkHttp;
import dev.memenem.template.SourceState;
import dev.memenem.template.Template;
import dev.memenem.template.TemplateSource.Listing;
import dev.memenem.testing.ScriptedServer;
import dev.memenem.testing.ScriptedServer.Reply;
import dev.memenem.testing.TestClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImgflipSourceTest {
  private final ScriptedServer server = ScriptedServer.start();
  private final TestClock clock = new TestClock();
  private final ImgflipSource source =
      new ImgflipSource(
          new JdkHttp(Map.of()),
          new RetryPolicy(RetryPolicy.Limits.USUAL, clock, clock, new Random(1)),
          server.base(),
          Duration.ofSeconds(10),
          clock);

  @AfterEach
  void close() {
    server.close();
  }

  private Listing list(Reply reply) {
    server.always("GET", "/get_memes", reply);
    return source.list(clock.instant().plusSeconds(20));
  }

  private static Reply memes(String... memes) {
    return Reply.ok("{\"success\":true,\"data\":{\"memes\":[" + String.join(",", memes) + "]}}");
  }

  private static final String HUDDLE =
      "{\"id\":\"4711\",\"name\":\"Huddle of Penguins\",\"url\":\"https:\\/\\/i.example\\/p.jpg\","
          + "\"width\":600,\"height\":400,\"box_count\":3,\"captions\":120}";

  @Test
  void aMemeBecomesATemplate() {
    Listing listing = list(memes(HUDDLE));
    assertThat(listing.state()).isEqualTo(SourceState.OK);
    Template template = listing.templates().get(0);
    assertThat(template.id()).isEqualTo("imgflip_4711");
    assertThat(template.name()).isEqualTo("Huddle of Penguins");
    assertThat(template.image())
        .isEqualTo(new Template.Image(Optional.of("https://i.example/p.jpg"), 600, 400));
    assertThat(template.panels()).hasSize(3);
    assertThat(template.popularity()).isEqualTo(100);
  }

  @Test
  void theFirstOfTheListIsTheMostPopular() {
    Listing listing =
        list(memes(HUDDLE, HUDDLE.replace("4711", "12"), HUDDLE.replace("4711", "13")));
    assertThat(listing.templates())
        .extracting(Template::popularity)
        .containsExactly(100.0, 66.7, 33.3);
  }

  @Test
  void anEntryTwiceIsOneTemplate() {
    assertThat(list(memes(HUDDLE, HUDDLE)).templates()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"box_count\":0 | 2",
        "\"other\":1 | 2",
        "\"box_count\":-4 | 2",
        "\"box_count\":\"many\" | 2",
        "\"box_count\":1 | 1",
        "\"box_count\":5 | 5",
        "\"box_count\":1000000 | 12",
      })
  void theNumberOfBoxesIsMadeSense(String field, int panels) {
    Listing listing =
        list(memes("{\"id\":\"1\",\"name\":\"A\",\"url\":\"//i.example/a.png\"," + field + "}"));
    assertThat(listing.templates().get(0).panels()).hasSize(panels);
    assertThat(listing.templates().get(0).image().url()).contains("https://i.example/a.png");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "7",
        "{\"id\":\"../../x\",\"name\":\"A\",\"url\":\"https://i.example/a.png\"}",
        "{\"id\":\"2\",\"name\":\"\\u001b\\u202e\",\"url\":\"https://i.example/a.png\"}",
        "{\"id\":\"2\",\"name\":\"A\",\"url\":\"file:///etc/passwd\"}",
        "{\"id\":\"2\",\"name\":\"A\",\"url\":\"https://user:word@i.example/a.png\"}",
        "{\"id\":\"2\",\"name\":\"A\",\"url\":\"https://\"}",
        "{\"id\":\"2\",\"name\":\"A\"}",
      })
  void anEntryThatCannotBeUsedSpoilsNoOther(String entry) {
    assertThat(list(memes(entry, HUDDLE)).templates())
        .extracting(Template::id)
        .containsExactly("imgflip_4711");
  }

  @Test
  void hostileNamesAreJustText() {
    Listing listing =
        list(
            memes(
                "{\"id\":2,\"name\":\"a\\u001b[2J'; DROP\\u202e\",\"url\":\"http://i.example/a\","
                    + "\"width\":-5,\"height\":999999999}"));
    assertThat(listing.templates().get(0).name()).isEqualTo("a[2J'; DROP");
    assertThat(listing.templates().get(0).image().width()).isZero();
    assertThat(listing.templates().get(0).image().height()).isZero();
  }

  @Test
  void successFalseOn200IsAFailure() {
    Listing listing = list(Reply.ok("{\"success\":false,\"error_message\":\"Be patient\"}"));
    assertThat(listing.state()).isEqualTo(SourceState.UNAVAILABLE);
    assertThat(listing.detail()).isEqualTo("Be patient");
  }

  @ParameterizedTest
  @CsvSource({
    "200, '{\"success\":true', UNAVAILABLE, 1",
    "200, '<html>', UNAVAILABLE, 1",
    "200, '', UNAVAILABLE, 1",
    "200, '[]', UNAVAILABLE, 1",
    "200, '{\"success\":true,\"data\":{}}', LAYOUT_CHANGED, 1",
    "403, '', BLOCKED, 1",
    "404, '', UNAVAILABLE, 1",
    "500, '', UNAVAILABLE, 3",
    "429, '', RATE_LIMITED, 3",
  })
  void everyFailureHasItsState(int status, String body, SourceState state, int calls) {
    Listing listing = list(Reply.json(status, body));
    assertThat(listing.state()).isEqualTo(state);
    assertThat(listing.detail()).isNotBlank();
    assertThat(server.received()).hasSize(calls);
  }

  @Test
  void aLimitSaysUntilWhen() {
    Listing listing = list(Reply.json(429, "").with("Retry-After", "90"));
    assertThat(listing.until()).contains(clock.instant().plusSeconds(90));
  }
}
