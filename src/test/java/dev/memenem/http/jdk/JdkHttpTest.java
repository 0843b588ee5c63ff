package dev.memenem.http.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.http.HttpOutcome;
import dev.memenem.http.HttpOutcome.Answer;
import dev.memenem.http.HttpOutcome.Cause;
import dev.memenem.http.HttpOutcome.Failed;
import dev.memenem.http.HttpRequest;
import dev.memenem.testing.ScriptedServer;
import dev.memenem.testing.ScriptedServer.Manner;
import dev.memenem.testing.ScriptedServer.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkHttpTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(400);

  private final ScriptedServer server = ScriptedServer.start();
  private final JdkHttp http = new JdkHttp(Map.of());

  @AfterEach
  void close() {
    server.close();
  }

  private HttpOutcome get(Duration timeout) {
    return http.send(HttpRequest.get(server.base().resolve("/a"), Map.of(), timeout));
  }

  private static Cause cause(HttpOutcome outcome) {
    return outcome.fold(
        answer -> {
          throw new AssertionError("answered " + answer.status());
        },
        Failed::cause);
  }

  @Test
  void anAnswerArrivesWithStatusHeadersAndBody() {
    server.next("POST", "/a", Reply.json(418, "{\"tea\":\"péché\"}").with("X-Pot", "short"));
    HttpOutcome outcome =
        http.send(
            HttpRequest.post(server.base().resolve("/a"), Map.of("X-Cup", "1"), "milk ☕", LONG));
    assertThat(outcome).isInstanceOf(Answer.class);
    Answer answer = (Answer) outcome;
    assertThat(answer.status()).isEqualTo(418);
    assertThat(answer.header("x-pot")).contains("short");
    assertThat(answer.text()).isEqualTo("{\"tea\":\"péché\"}");
    assertThat(server.received().get(0).body()).isEqualTo("milk ☕");
    assertThat(server.received().get(0).headers()).containsEntry("x-cup", "1");
  }

  @Test
  void redirectsAreAnswersNotFollowed() {
    server.next("GET", "/a", Reply.html(302, "").with("Location", "/elsewhere"));
    assertThat(get(LONG).fold(Answer::status, failed -> -1)).isEqualTo(302);
    assertThat(server.received()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "CUT, CUT",
    "HANG_UP, UNREACHABLE",
    "GIBBERISH, UNREACHABLE",
  })
  void whatIsNoWholeAnswerHasACause(Manner manner, Cause cause) {
    server.always("GET", "/a", Reply.failing(manner));
    assertThat(cause(get(LONG))).isEqualTo(cause);
  }

  @ParameterizedTest
  @CsvSource({"SILENT", "STALLED_BODY"})
  void theTimeoutCoversTheWholeExchange(Manner manner) {
    server.always("GET", "/a", Reply.failing(manner));
    assertThat(cause(get(SHORT))).isEqualTo(Cause.TIMEOUT);
  }

  @Test
  void aBodyOverTheCapIsNotKept() {
    server.next("GET", "/a", Reply.ok("x".repeat(5000)));
    HttpRequest request =
        new HttpRequest("GET", server.base().resolve("/a"), Map.of(), Optional.empty(), LONG, 4999);
    assertThat(cause(http.send(request))).isEqualTo(Cause.TOO_LARGE);
    server.next("GET", "/a", Reply.ok("x".repeat(4999)));
    assertThat(http.send(request)).isInstanceOf(Answer.class);
  }

  @Test
  void aClosedPortIsUnreachable() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + port + "/");
    assertThat(cause(http.send(HttpRequest.get(nobody, Map.of(), LONG))))
        .isEqualTo(Cause.UNREACHABLE);
  }

  @Test
  void onlyTheWebIsAsked() {
    assertThat(cause(http.send(HttpRequest.get(URI.create("file:///etc/passwd"), Map.of(), LONG))))
        .isEqualTo(Cause.REFUSED_ADDRESS);
  }

  @Test
  void aKeyThatHttpCannotCarryIsNotShown() {
    HttpOutcome outcome =
        http.send(
            HttpRequest.get(
                server.base().resolve("/a"), Map.of("Authorization", "Bearer sec\nret"), LONG));
    assertThat(outcome.fold(Answer::text, Failed::detail)).doesNotContain("sec").contains("key");
  }

  @Test
  void anInterruptedThreadStopsWaitingAndStaysInterrupted() {
    server.always("GET", "/a", Reply.failing(Manner.SILENT));
    Thread.currentThread().interrupt();
    assertThat(cause(get(LONG))).isEqualTo(Cause.INTERRUPTED);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void theProxyOfTheEnvironmentIsAskedForWhatIsElsewhere() {
    server.always("GET", "http://memes.example/list", Reply.ok("{\"via\":\"proxy\"}"));
    JdkHttp proxied = new JdkHttp(Map.of("http_proxy", server.base().toString()));
    HttpRequest request = HttpRequest.get(URI.create("http://memes.example/list"), Map.of(), LONG);
    assertThat(proxied.send(request).fold(Answer::text, Failed::detail))
        .isEqualTo("{\"via\":\"proxy\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://a.example/ | | proxy",
        "http://a.example/ | a.example | direct",
        "http://www.a.example/ | .a.example | direct",
        "http://www.a.example/ | *.a.example | direct",
        "http://nota.example/ | a.example | proxy",
        "http://a.example/ | a.example:8080 | proxy",
        "http://a.example:8080/ | a.example:8080 | direct",
        "http://a.example/ | * | direct",
        "http://a.example/ | b.example, a.example | direct",
        "http://localhost:1234/ | | direct",
        "http://127.0.0.1:1234/ | | direct",
        "https://a.example/ | | direct",
      })
  void noProxyNamesWhatIsAskedDirectly(String uri, String exceptions, String expected) {
    EnvironmentProxies proxies =
        EnvironmentProxies.of(
            Map.of(
                "HTTP_PROXY",
                "http://proxy.example:3128",
                "NO_PROXY",
                exceptions == null ? "" : exceptions));
    assertThat(proxies.select(URI.create(uri)).get(0).type().name())
        .isEqualTo(expected.equals("proxy") ? "HTTP" : "DIRECT");
  }
}
