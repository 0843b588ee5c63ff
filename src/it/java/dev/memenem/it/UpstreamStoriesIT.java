package dev.memenem.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.memenem.it.Shell.Result;
import dev.memenem.json.Json;
import dev.memenem.json.Tree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from outside, and what must never get out, with servers on loopback. */
class UpstreamStoriesIT {
  private static final String CANARY = "canary-5ecret-9f8e7d6c5b4a39281706";

  @TempDir Path home;

  private static HttpServer server(int status, String body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          byte[] answer = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static String url(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Test
  void templatesComeFromImgflipAndAreKnownByHeart() throws IOException {
    HttpServer imgflip =
        server(
            200,
            """
            {"success":true,"data":{"memes":[
              {"id":"181913649","name":"Drake Hotline Bling","url":"https:\\/\\/i.imgflip.com\\/30b1gx.jpg","width":1200,"height":1200,"box_count":2,"captions":1000},
              {"id":"87743020","name":"Two Buttons","url":"https:\\/\\/i.imgflip.com\\/1g8my4.jpg","width":600,"height":908,"box_count":3},
              {"id":"999999991","name":"A Brand New Format","url":"https:\\/\\/i.imgflip.com\\/new.png","width":800,"height":600,"box_count":2,"more":[1]}]}}
            """);
    try {
      Shell shell = Shell.atHome(home).with("MEMENEM_IMGFLIP_BASE_URL", url(imgflip));
      Result result =
          shell.memenem("submit", "code review", "--source", "imgflip", "-n", "2", "--json");
      assertThat(result.code()).as(result.err()).isZero();
      List<Tree> templates = Json.parse(result.out()).get("templates").items();
      assertThat(templates.stream().map(t -> t.get("template_id").text()))
          .containsExactlyInAnyOrder("imgflip_181913649", "imgflip_87743020", "imgflip_999999991");
      assertThat(templates).allMatch(t -> t.get("source").text().equals("imgflip"));
      Result again = shell.memenem("templates", "--source", "imgflip", "--json");
      Tree source = Json.parse(again.out()).get("sources").items().get(0);
      assertThat(source.get("cached").flag(false)).isTrue();
      assertThat(source.get("state").text()).isEqualTo("ok");
    } finally {
      imgflip.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 429, 500, 200})
  void noKeyIsToldToAnybodyWhateverTheUpstreamEchoes(int status) throws IOException {
    HttpServer hostile =
        server(
            status,
            "{\"error\":{\"code\":%d,\"status\":\"X\",\"type\":\"x\",\"message\":\"key %s is wrong\"},\"success\":false,\"error_message\":\"%s\"}"
                .formatted(status, CANARY, CANARY));
    try {
      Shell shell =
          Shell.atHome(home)
              .with("GEMINI_API_KEY", CANARY)
              .with("MEMENEM_GEMINI_BASE_URL", url(hostile))
              .with("OPENAI_API_KEY", CANARY)
              .with("OPENAI_BASE_URL", url(hostile) + "/v1")
              .with("OPENAI_MODEL", "m")
              .with("REDDIT_CLIENT_ID", CANARY)
              .with("REDDIT_CLIENT_SECRET", CANARY)
              .with("MEMENEM_REDDIT_AUTH_BASE_URL", url(hostile))
              .with("MEMENEM_REDDIT_API_BASE_URL", url(hostile))
              .with("MEMENEM_IMGFLIP_BASE_URL", url(hostile))
              .with("MEMENEM_KYM_BASE_URL", url(hostile))
              .with("MEMENEM_RATE_LIMIT_DELAY", "10ms")
              .with("MEMENEM_JOB_TIMEOUT", "20s");
      Result result =
          shell.memenem("submit", "cats", "-vvv", "-t", "1", "-n", "1", "--record=rec", "--json");
      assertThat(result.code()).as(result.err()).isZero();
      Tree template = Json.parse(result.out()).get("templates").items().get(0);
      assertThat(template.get("variations").items().get(0).get("metadata").get("method").text())
          .isEqualTo("builtin");
      assertThat(Json.parse(result.out()).get("warnings").texts()).isNotEmpty();
      Result doctor = shell.memenem("doctor", "-vvv");
      assertThat(result.out() + result.err() + doctor.out() + doctor.err()).doesNotContain(CANARY);
      try (Stream<Path> files = Files.walk(home)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
              .as("%s", file)
              .doesNotContain(CANARY);
        }
      }
    } finally {
      hostile.stop(0);
    }
  }

  @Test
  void aRecordingPlaysBackWithoutANetwork() {
    String[] rest = {"cats", "--provider", "openai", "-t", "2", "-n", "1", "--json"};
    Shell shell;
    String recorded;
    try (ScriptedModel model = new ScriptedModel(1)) {
      shell =
          Shell.atHome(home)
              .with("OPENAI_BASE_URL", model.url())
              .with("OPENAI_MODEL", "scripted")
              .with("MEMENEM_SOURCES", "builtin");
      recorded = shell.memenem(with("--record=rec", rest)).out();
      assertThat(model.calls()).hasSize(1);
    }
    Result replayed = shell.memenem(with("--replay=rec", rest));
    assertThat(replayed.code()).as(replayed.err()).isZero();
    assertThat(texts(replayed.out())).isEqualTo(texts(recorded)).isNotEmpty();
  }

  private static String[] with(String option, String[] rest) {
    return Stream.concat(Stream.of("submit", option), Stream.of(rest)).toArray(String[]::new);
  }

  private static List<String> texts(String document) {
    return Json.parse(document).get("templates").items().stream()
        .flatMap(template -> template.get("variations").items().stream())
        .map(v -> Json.write(v.get("captions").value()) + v.get("caption").text())
        .toList();
  }

  @Test
  void whenTheProviderAskedForIsGoneTheCodeSaysSo() {
    Shell shell =
        Shell.atHome(home)
            .with("OPENAI_BASE_URL", "http://127.0.0.1:1/v1")
            .with("OPENAI_MODEL", "m")
            .with("MEMENEM_SOURCES", "builtin");
    Result result = shell.memenem("submit", "cats", "--provider", "openai", "-t", "1", "--json");
    assertThat(result.code()).as(result.err()).isEqualTo(5);
    assertThat(Json.parse(result.out()).get("success").flag(true)).isFalse();
  }
}
