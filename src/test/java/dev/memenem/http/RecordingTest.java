package dev.memenem.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memenem.config.ConfigException;
import dev.memenem.http.HttpOutcome.Answer;
import dev.memenem.http.HttpOutcome.Cause;
import dev.memenem.http.HttpOutcome.Failed;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
  private static final List<String> SECRETS = List.of("canary-key", "canary-secret");

  @TempDir Path home;
  private final Deque<HttpOutcome> upstream = new ArrayDeque<>();

  private Path tape() {
    return home.resolve("tape");
  }

  private Http recorder() {
    return new RecordingHttp(request -> upstream.remove(), tape(), SECRETS);
  }

  private static Answer answer(int status, byte[] body) {
    return new Answer(
        status,
        Map.of(
            "content-type",
            List.of("application/json"),
            "set-cookie",
            List.of("session=canary-cookie"),
            "x-ratelimit-remaining",
            List.of("9")),
        body);
  }

  private static Answer answer(int status, String body) {
    return answer(status, body.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpRequest post(String path, String body) {
    return HttpRequest.post(
        URI.create("https://a.example" + path),
        Map.of("Authorization", "Bearer canary-key", "x-goog-api-key", "canary-key"),
        body,
        Duration.ofSeconds(1));
  }

  @Test
  void whatWasRecordedIsPlayedBackInOrderAndTheLastForever() {
    upstream.add(answer(429, "wait"));
    upstream.add(answer(200, "{\"joke\":\"ünïcode 😀\"}"));
    upstream.add(new Failed(Cause.TIMEOUT, "too slow"));
    Http recorder = recorder();
    recorder.send(post("/a", "tea"));
    recorder.send(post("/a", "tea"));
    recorder.send(post("/a", "coffee"));
    ReplayHttp replay = new ReplayHttp(tape(), List.of());
    assertThat(status(replay.send(post("/a", "tea")))).isEqualTo(429);
    for (int i = 0; i < 2; i++) {
      Answer second = (Answer) replay.send(post("/a", "tea"));
      assertThat(second.text()).isEqualTo("{\"joke\":\"ünïcode 😀\"}");
      assertThat(second.header("x-ratelimit-remaining")).contains("9");
    }
    assertThat(replay.send(post("/a", "coffee"))).isEqualTo(new Failed(Cause.TIMEOUT, "too slow"));
  }

  private static int status(HttpOutcome outcome) {
    return outcome.fold(Answer::status, failed -> -1);
  }

  @Test
  void picturesComeBackByteForByte() {
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff, (byte) 0xfe, 13, 10};
    upstream.add(answer(200, picture));
    recorder().send(post("/p", ""));
    Answer played = (Answer) new ReplayHttp(tape(), List.of()).send(post("/p", ""));
    assertThat(played.body()).isEqualTo(picture);
  }

  @Test
  void noSecretStandsInARecording() throws IOException {
    upstream.add(
        answer(
            200,
            "{\"access_token\": \"canary-token\",\"echo\":\"your key canary-key\",\"expires_in\":9}"));
    upstream.add(new Failed(Cause.CUT, "broke off at canary-secret"));
    recorder().send(post("/token?key=canary-key", "client_secret=canary-secret"));
    recorder().send(post("/b", ""));
    try (Stream<Path> files = Files.list(tape())) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(2);
      for (Path file : all) {
        assertThat(Files.readString(file) + file).doesNotContain("canary");
      }
    }
    Answer played =
        (Answer)
            new ReplayHttp(tape(), SECRETS)
                .send(post("/token?key=canary-key", "client_secret=canary-secret"));
    assertThat(played.text()).contains("\"access_token\": \"***\"", "\"expires_in\":9");
  }

  @Test
  void aRequestThatWasNotRecordedIsSaidAndNotTriedAgain() {
    upstream.add(answer(200, "{}"));
    recorder().send(post("/a", "tea"));
    Failed failed = (Failed) new ReplayHttp(tape(), List.of()).send(post("/a", "milk"));
    assertThat(failed.cause()).isEqualTo(Cause.REFUSED_ADDRESS);
    assertThat(failed.detail())
        .contains("no answer to POST https://a.example/a", "record it again");
  }

  @Test
  void aPlaceWithoutARecordingIsRefused() throws IOException {
    assertThatThrownBy(() -> new ReplayHttp(tape(), List.of())).isInstanceOf(ConfigException.class);
    Files.createDirectories(tape());
    assertThatThrownBy(() -> new ReplayHttp(tape(), List.of()))
        .hasMessageContaining("holds no recording");
    Files.writeString(tape().resolve("a-1.json"), "{");
    assertThatThrownBy(() -> new ReplayHttp(tape(), List.of()))
        .hasMessageContaining("is no recording");
  }
}
