package dev.memenem.caption.openai;

import static dev.memenem.testing.SampleOrders.PENGUINS;
import static dev.memenem.testing.SampleOrders.answer;
import static dev.memenem.testing.SampleOrders.chat;
import static dev.memenem.testing.SampleOrders.order;
import static dev.memenem.testing.SampleOrders.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.caption.CaptionAnswer;
import dev.memenem.caption.CaptionAnswer.Cause;
import dev.memenem.caption.CaptionAnswer.Failed;
import dev.memenem.caption.CaptionAnswer.Written;
import dev.memenem.caption.CaptionRequest;
import dev.memenem.caption.CaptionRequest.Order;
import dev.memenem.caption.CaptionSchema;
import dev.memenem.config.Config;
import dev.memenem.config.ConfigLoader;
import dev.memenem.http.jdk.JdkHttp;
import dev.memenem.json.Json;
import dev.memenem.json.Tree;
import dev.memenem.store.Store;
import dev.memenem.store.sqlite.SqliteStore;
import dev.memenem.testing.ScriptedServer;
import dev.memenem.testing.ScriptedServer.Manner;
import dev.memenem.testing.ScriptedServer.Received;
import dev.memenem.testing.ScriptedServer.Reply;
import dev.memenem.testing.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiProviderTest {
  private static final String KEY = "sk-canary-0123456789abcdef";
  private static final String CHAT = "/v1/chat/completions";

  @TempDir Path home;
  private final ScriptedServer server = ScriptedServer.start();
  private final TestClock clock = new TestClock();
  private final Order two = order(PENGUINS, 2);
  private final CaptionRequest request = request("tea", clock.instant(), two);
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

  private OpenAiProvider provider(Optional<String> key, Optional<String> model) {
    OpenAiSettings settings =
        new OpenAiSettings(key, model, server.base().resolve("/v1"), Duration.ofSeconds(10));
    return new OpenAiProvider(new JdkHttp(Map.of()), settings, store.pacer(), clock);
  }

  private final Optional<String> key = Optional.of(KEY);
  private final Optional<String> model = Optional.of("tiny-1");

  private CaptionAnswer write(Reply reply) {
    server.next("POST", CHAT, reply);
    return provider(key, model).write(request);
  }

  private static Failed failure(CaptionAnswer answer) {
    return answer.fold(
        written -> {
          throw new AssertionError(written.toString());
        },
        failed -> failed);
  }

  @Test
  void oneCallAsksForEverythingWithTheKeyInAHeader() {
    CaptionAnswer answer = write(Reply.ok(chat(answer("tea", two))));
    assertThat(answer).isInstanceOf(Written.class);
    Written written = (Written) answer;
    assertThat(written.captions().get("imgflip_4711")).hasSize(2);
    assertThat(written.tokens()).isEqualTo(240);
    assertThat(written.model()).isEqualTo("tiny-1");
    Received call = server.received().get(0);
    assertThat(call.headers()).containsEntry("authorization", "Bearer " + KEY);
    Tree body = Json.parse(call.body());
    assertThat(body.get("model").text()).isEqualTo("tiny-1");
    Tree format = body.get("response_format");
    assertThat(format.get("type").text()).isEqualTo("json_schema");
    assertThat(format.get("json_schema").get("strict").flag(false)).isTrue();
    assertThat(format.get("json_schema").get("schema").value())
        .isEqualTo(Json.parse(Json.write(CaptionSchema.of(request))).value());
  }

  @Test
  void aLocalServerNeedsNeitherKeyNorModel() {
    server.next(
        "GET",
        "/v1/models",
        Reply.ok("{\"data\":[{\"id\":\"nomic-embed-text\"},{\"id\":\"qwen9:4b\"}]}"));
    server.next("POST", CHAT, Reply.ok(chat(answer("a", two))), Reply.ok(chat(answer("b", two))));
    OpenAiProvider local = provider(Optional.empty(), Optional.empty());
    assertThat(local.write(request)).isInstanceOf(Written.class);
    assertThat(provider(Optional.empty(), Optional.empty()).write(request))
        .isInstanceOf(Written.class);
    assertThat(server.received("/v1/models")).isEqualTo(1);
    assertThat(server.received().get(1).headers()).doesNotContainKey("authorization");
    assertThat(Json.parse(server.received().get(1).body()).get("model").text())
        .isEqualTo("qwen9:4b");
  }

  @Test
  void aModelThatTheServerHasLostIsLookedForAnew() {
    server.next("GET", "/v1/models", Reply.ok("{\"data\":[{\"id\":\"old\"}]}"));
    server.next("GET", "/v1/models", Reply.ok("{\"data\":[{\"id\":\"new\"}]}"));
    server.next(
        "POST",
        CHAT,
        Reply.json(404, "{\"error\":{\"message\":\"model 'old' not found\",\"code\":null}}"),
        Reply.ok(chat(answer("a", two))));
    OpenAiProvider local = provider(Optional.empty(), Optional.empty());
    assertThat(failure(local.write(request)).until()).contains(clock.instant());
    assertThat(local.write(request)).isInstanceOf(Written.class);
  }

  @Test
  void aServerWithoutAModelSaysWhatToDo() {
    server.next("GET", "/v1/models", Reply.ok("{\"data\":[]}"));
    Failed failed = failure(provider(Optional.empty(), Optional.empty()).write(request));
    assertThat(failed.detail()).contains("OPENAI_MODEL");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400 | 'response_format.type' must be 'json_schema' or 'text'",
        "400 | Either json_schema or grammar can be set",
        "422 | unknown field response_format",
        "500 | Cannot use both json_schema and grammar",
      })
  void theWayToAskForJsonIsLearntOnceForAServer(int status, String message) {
    Reply refusal = Reply.json(status, Json.write(Map.of("error", Map.of("message", message))));
    server.next(
        "POST",
        CHAT,
        refusal,
        refusal,
        Reply.ok(chat("```json\n" + answer("a", two) + "\n```")),
        Reply.ok(chat(answer("b", two))));
    Failed first = failure(provider(key, model).write(request));
    assertThat(first.cause()).isEqualTo(Cause.BROKEN_ANSWER);
    assertThat(first.until()).contains(clock.instant());
    assertThat(failure(provider(key, model).write(request)).until()).isPresent();
    assertThat(provider(key, model).write(request)).isInstanceOf(Written.class);
    assertThat(provider(key, model).write(request)).isInstanceOf(Written.class);
    assertThat(server.received())
        .extracting(
            call -> Json.parse(call.body()).get("response_format").get("type").text("plain"))
        .containsExactly("json_schema", "json_object", "plain", "plain");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"finish_reason\":\"stop\",\"message\":{\"content\":null,\"refusal\":\"I will not\"}} | REFUSED | I will not",
        "{\"finish_reason\":\"content_filter\"} | REFUSED | content filter",
        "{\"finish_reason\":\"length\",\"message\":{\"content\":\"{\"}} | BROKEN_ANSWER | cut off",
        "{\"finish_reason\":\"tool_calls\",\"message\":{\"content\":null}} | BROKEN_ANSWER | tool_calls",
        "{\"finish_reason\":\"stop\",\"message\":{\"content\":\"\"}} | BROKEN_ANSWER | empty",
        "{\"finish_reason\":\"stop\",\"message\":{\"content\":\"ok\"}} | BROKEN_ANSWER | no whole JSON",
        "{\"finish_reason\":\"stop\",\"message\":{\"content\":\"{}\"}} | BROKEN_ANSWER | missing",
        "{\"finish_reason\":\"stop\",\"message\":{\"reasoning_content\":\"hm\"}} | BROKEN_ANSWER | empty",
        "7 | BROKEN_ANSWER | empty",
      })
  void goodStatusesWithNothingGoodInThem(String choice, Cause cause, String detail) {
    Failed failed = failure(write(Reply.ok("{\"choices\":[" + choice + "]}")));
    assertThat(failed.cause()).isEqualTo(cause);
    assertThat(failed.detail()).contains(detail);
    assertThat(failed.until()).isEmpty();
  }

  @Test
  void contentInPartsAndModelsNamedByPathAreUnderstood() {
    String body =
        Json.write(
            Map.of(
                "model",
                "/home/me/models/tiny.gguf",
                "choices",
                List.of(
                    Map.of(
                        "message",
                        Map.of(
                            "content",
                            List.of(Map.of("type", "text", "text", answer("a", two))))))));
    CaptionAnswer answer = write(Reply.ok(body));
    assertThat(answer).isInstanceOf(Written.class);
    assertThat(((Written) answer).model()).isEqualTo("tiny.gguf");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "401 | {\"error\":{\"message\":\"Incorrect API key provided: sk-canary*****cdef.\",\"code\":\"invalid_api_key\"}} | CREDENTIALS | OPENAI_API_KEY | no",
        "401 | {\"error\":{\"code\":401,\"message\":\"Invalid API Key\",\"type\":\"authentication_error\"}} | CREDENTIALS | OPENAI_API_KEY | no",
        "401 | {\"error\":\"unauthorized\"} | CREDENTIALS | OPENAI_API_KEY | no",
        "403 | {} | CREDENTIALS | OPENAI_API_KEY | no",
        "403 | {\"error\":{\"message\":\"Country not supported\"}} | UNAVAILABLE | place | no",
        "404 | {\"error\":{\"code\":\"model_not_found\"}} | UNAVAILABLE | OPENAI_MODEL | no",
        "404 | {\"error\":\"model 'x' not found\"} | UNAVAILABLE | OPENAI_MODEL | no",
        "404 | <html> | UNAVAILABLE | OPENAI_BASE_URL | no",
        "400 | {\"error\":{\"code\":\"context_length_exceeded\"}} | BROKEN_ANSWER | too large | no",
        "400 | {\"error\":{\"code\":400,\"type\":\"exceed_context_size_error\"}} | BROKEN_ANSWER | too large | no",
        "400 | {\"error\":{\"code\":\"content_filter\"}} | REFUSED | content filter | no",
        "400 | {\"error\":{\"code\":\"unsupported_value\",\"param\":\"messages[0].role\"}} | UNAVAILABLE | OPENAI_MODEL | no",
        "413 | | BROKEN_ANSWER | too large | no",
        "429 | {\"error\":{\"type\":\"insufficient_quota\",\"code\":null}} | QUOTA | billing | no",
        "429 | {\"error\":{\"code\":\"insufficient_quota\"}} | QUOTA | billing | no",
        "429 | {\"error\":{\"type\":\"insufficient_quota\",\"code\":\"credit_balance_exhausted\"}} | QUOTA | billing | no",
        "429 | {\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"Request too large for tiny-1. Please try again in 5s\"}} | QUOTA | MEMENEM_BATCH_SIZE | no",
        "429 | {\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"Please try again in 18.642s.\"}} | QUOTA | rate limit | 18642",
        "429 | {\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"Please try again in 644ms.\"}} | QUOTA | rate limit | 644",
        "429 | | UNAVAILABLE | too many | 0",
        "500 | {\"error\":{\"message\":\"oops\"}} | UNAVAILABLE | (500): oops | 0",
        "503 | {\"error\":{\"code\":\"server_is_overloaded\"}} | UNAVAILABLE | (503) | 0",
        "200 | {\"error\":{\"message\":\"upstream\",\"code\":502}} | UNAVAILABLE | upstream | no",
        "200 | {\"choices\": | BROKEN_ANSWER | not whole JSON | no",
      })
  void errorsSayWhatToDo(int status, String body, Cause cause, String words, String again) {
    Failed failed = failure(write(Reply.json(status, body == null ? "" : body)));
    assertThat(failed.cause()).isEqualTo(cause);
    assertThat(failed.detail()).contains(words).doesNotContain("canary");
    assertThat(failed.until())
        .isEqualTo(
            again.equals("no")
                ? Optional.empty()
                : Optional.of(clock.instant().plusMillis(Long.parseLong(again))));
  }

  @Test
  void rateHeadersAreDurations() {
    Failed failed =
        failure(
            write(
                Reply.json(429, "{\"error\":{\"message\":\"slow down\"}}")
                    .with("x-ratelimit-remaining-requests", "0")
                    .with("x-ratelimit-reset-requests", "6m0s")
                    .with("x-ratelimit-remaining-tokens", "900")
                    .with("x-ratelimit-reset-tokens", "12ms")));
    assertThat(failed.until()).contains(clock.instant().plusSeconds(360));
  }

  @ParameterizedTest
  @CsvSource({"CUT", "HANG_UP", "GIBBERISH"})
  void aConnectionThatBreaksIsForTheMoment(Manner manner) {
    Failed failed = failure(write(Reply.failing(manner)));
    assertThat(failed.cause()).isEqualTo(Cause.UNAVAILABLE);
    assertThat(failed.until()).contains(clock.instant());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "k | | | https://api.openai.com/v1 | gpt-5.4-mini | false",
        "k | m | | https://api.openai.com/v1 | m | false",
        " | | http://localhost:11434/v1/ | http://localhost:11434/v1 | | true",
        " | m | http://127.0.0.1:8080/v1 | http://127.0.0.1:8080/v1 | m | true",
        "k | | https://llm.example/v1 | https://llm.example/v1 | | false",
        " | m | | | | ",
      })
  void itIsConfiguredByAKeyOrAnAddress(
      String key, String model, String base, String expectedBase, String expected, Boolean local) {
    Map<String, String> environment = new HashMap<>(Map.of("MEMENEM_HOME", home.toString()));
    Optional.ofNullable(key).ifPresent(k -> environment.put("OPENAI_API_KEY", k));
    Optional.ofNullable(model).ifPresent(m -> environment.put("OPENAI_MODEL", m));
    Optional.ofNullable(base).ifPresent(b -> environment.put("OPENAI_BASE_URL", b));
    Config config = ConfigLoader.load(Map.of(), environment, Optional.empty());
    Optional<OpenAiSettings> settings = OpenAiSettings.of(config);
    assertThat(settings.map(s -> s.base().toString())).isEqualTo(Optional.ofNullable(expectedBase));
    assertThat(settings.flatMap(OpenAiSettings::model)).isEqualTo(Optional.ofNullable(expected));
    assertThat(settings.map(OpenAiSettings::isLocal)).isEqualTo(Optional.ofNullable(local));
  }
}
