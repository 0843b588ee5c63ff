package dev.memenem.caption.gemini;

import static dev.memenem.testing.SampleOrders.LIGHTHOUSE;
import static dev.memenem.testing.SampleOrders.PENGUINS;
import static dev.memenem.testing.SampleOrders.answer;
import static dev.memenem.testing.SampleOrders.gemini;
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
import dev.memenem.http.jdk.JdkHttp;
import dev.memenem.json.Json;
import dev.memenem.json.Tree;
import dev.memenem.testing.ScriptedServer;
import dev.memenem.testing.ScriptedServer.Received;
import dev.memenem.testing.ScriptedServer.Reply;
import dev.memenem.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeminiProviderTest {
  private static final String KEY = "AIzaCanaryKey-0123456789";
  private static final String PATH = "/v1beta/models/gemini-9-flash:generateContent";

  private final ScriptedServer server = ScriptedServer.start();
  private final TestClock clock = new TestClock();
  private final GeminiProvider provider =
      new GeminiProvider(
          new JdkHttp(Map.of()),
          new GeminiProvider.Settings(KEY, "gemini-9-flash", server.base(), Duration.ofSeconds(10)),
          clock);
  private final Order two = order(PENGUINS, 2);
  private final CaptionRequest request = request("tea", clock.instant(), two, order(LIGHTHOUSE, 1));

  @AfterEach
  void close() {
    server.close();
  }

  private CaptionAnswer write(Reply reply) {
    server.next("POST", PATH, reply);
    return provider.write(request);
  }

  private Failed failure(Reply reply) {
    return write(reply)
        .fold(
            written -> {
              throw new AssertionError(written.toString());
            },
            failed -> failed);
  }

  private static Reply candidate(String candidate) {
    return Reply.ok("{\"candidates\":[" + candidate + "],\"modelVersion\":\"m\"}");
  }

  @Test
  void oneCallAsksForEverythingWithTheKeyInAHeader() {
    CaptionAnswer answer = write(Reply.ok(gemini(answer("tea", two, order(LIGHTHOUSE, 1)))));
    assertThat(answer).isInstanceOf(Written.class);
    Written written = (Written) answer;
    assertThat(written.captions().get("imgflip_4711")).hasSize(2);
    assertThat(written.captions().get("builtin_lighthouse")).hasSize(1);
    assertThat(written.tokens()).isEqualTo(350);
    assertThat(written.model()).isEqualTo("gemini-9-flash");
    Received call = server.received().get(0);
    assertThat(call.path()).isEqualTo(PATH);
    assertThat(call.headers()).containsEntry("x-goog-api-key", KEY);
    assertThat(call.body()).doesNotContain(KEY);
    Tree config = Json.parse(call.body()).get("generationConfig");
    assertThat(config.get("responseMimeType").text()).isEqualTo("application/json");
    assertThat(config.get("responseJsonSchema").value())
        .isEqualTo(Json.parse(Json.write(CaptionSchema.of(request))).value());
    assertThat(config.get("responseSchema").isPresent()).isFalse();
  }

  @Test
  void thoughtsAreSkippedAndPartsPutTogether() {
    String text = answer("tea", two);
    String parts =
        Json.write(
            List.of(
                Map.of("text", "```json\n{\"imgflip_4711\":[]}\n```", "thought", true),
                Map.of("text", text.substring(0, 20)),
                Map.of("text", ""),
                Map.of("text", text.substring(20), "thoughtSignature", "abc")));
    CaptionAnswer answer =
        write(candidate("{\"content\":{\"parts\":" + parts + "},\"finishReason\":\"STOP\"}"));
    assertThat(answer).isInstanceOf(Written.class);
    assertThat(((Written) answer).captions().get("imgflip_4711")).hasSize(2);
    assertThat(((Written) answer).problems()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"}} | REFUSED | PROHIBITED_CONTENT",
        "{\"candidates\":[],\"promptFeedback\":{\"blockReason\":\"NEW_REASON\"}} | REFUSED | NEW_REASON",
        "{\"candidates\":[]} | BROKEN_ANSWER | empty",
        "{} | BROKEN_ANSWER | empty",
        "[] | BROKEN_ANSWER | empty",
        "{\"candidates\":[{\"finishReason\":\"SAFETY\"}]} | REFUSED | SAFETY",
        "{\"candidates\":[{\"content\":{},\"finishReason\":\"RECITATION\"}]} | REFUSED | RECITATION",
        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"{\"}]},\"finishReason\":\"SAFETY\"}]} | REFUSED | SAFETY",
        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"{\"}]},\"finishReason\":\"MAX_TOKENS\"}]} | BROKEN_ANSWER | cut off",
        "{\"candidates\":[{\"content\":{\"role\":\"model\"},\"finishReason\":\"MAX_TOKENS\"}]} | BROKEN_ANSWER | cut off",
        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\" \"}]},\"finishReason\":\"STOP\"}]} | BROKEN_ANSWER | empty",
        "{\"candidates\":[{\"content\":{\"parts\":[]},\"finishReason\":\"BRAND_NEW\"}]} | BROKEN_ANSWER | BRAND_NEW",
        "{\"candidates\":[{\"content\" | BROKEN_ANSWER | not whole JSON",
        "<html> | BROKEN_ANSWER | not whole JSON",
      })
  void goodStatusesWithNothingGoodInThem(String body, Cause cause, String detail) {
    Failed failed = failure(Reply.ok(body));
    assertThat(failed.cause()).isEqualTo(cause);
    assertThat(failed.detail()).contains(detail);
    assertThat(failed.until()).as("the same prompt is not repeated").isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | INVALID_ARGUMENT | {\"reason\":\"API_KEY_INVALID\"} | CREDENTIALS | GEMINI_API_KEY | no",
        "401 | UNAUTHENTICATED | {} | CREDENTIALS | GEMINI_API_KEY | no",
        "403 | PERMISSION_DENIED | {} | CREDENTIALS | GEMINI_API_KEY | no",
        "400 | FAILED_PRECONDITION | {} | UNAVAILABLE | place | no",
        "400 | INVALID_ARGUMENT | {} | UNAVAILABLE | did not accept | no",
        "404 | NOT_FOUND | {} | UNAVAILABLE | MEMENEM_GEMINI_MODEL | no",
        "429 | RESOURCE_EXHAUSTED | {} | UNAVAILABLE | too many | now",
        "500 | INTERNAL | {} | UNAVAILABLE | not available (500) | now",
        "503 | UNAVAILABLE | {} | UNAVAILABLE | not available (503) | now",
        "504 | DEADLINE_EXCEEDED | {} | UNAVAILABLE | not available (504) | now",
      })
  void errorsSayWhatToDo(
      int status, String name, String detail, Cause cause, String words, String again) {
    Failed failed =
        failure(
            Reply.json(
                status,
                "{\"error\":{\"code\":%d,\"message\":\"said with %s\",\"status\":\"%s\",\"details\":[%s]}}"
                    .formatted(status, KEY, name, detail)));
    assertThat(failed.cause()).isEqualTo(cause);
    assertThat(failed.detail()).contains(words).doesNotContain("Canary");
    assertThat(failed.until())
        .isEqualTo(again.equals("now") ? Optional.of(clock.instant()) : Optional.empty());
  }

  private static String quota(String... details) {
    return "{\"error\":{\"code\":429,\"status\":\"RESOURCE_EXHAUSTED\",\"message\":\"quota\",\"details\":["
        + String.join(",", details)
        + "]}}";
  }

  private static String violation(String quotaId) {
    return "{\"@type\":\"type.googleapis.com/google.rpc.QuotaFailure\",\"violations\":[{\"quotaId\":\""
        + quotaId
        + "\"}]}";
  }

  private static final String RETRY =
      "{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"34.4s\"}";

  @Test
  void aQuotaOfTheMinuteIsOverWhenTheyName() {
    Failed failed =
        failure(Reply.json(429, quota(violation("RequestsPerMinutePerProject"), RETRY)));
    assertThat(failed.cause()).isEqualTo(Cause.QUOTA);
    assertThat(failed.until()).contains(clock.instant().plusMillis(34_400));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aQuotaOfTheDayIsOverAtMidnightInCaliforniaWhateverTheDelaySays(boolean delayFirst) {
    String day = violation("GenerateRequestsPerDayPerProjectPerModel-FreeTier");
    Failed failed = failure(Reply.json(429, delayFirst ? quota(RETRY, day) : quota(day, RETRY)));
    assertThat(failed.cause()).isEqualTo(Cause.QUOTA);
    assertThat(failed.until()).contains(Instant.parse("2026-03-02T08:00:00Z"));
    assertThat(failed.detail()).contains("today");
  }

  @Test
  void anErrorInsideAnErrorIsUnwrapped() {
    String inner = quota(violation("X-PerDay-Y"));
    Failed failed =
        failure(
            Reply.json(
                429, Json.write(Map.of("error", Map.of("message", inner, "status", "Too Many")))));
    assertThat(failed.cause()).isEqualTo(Cause.QUOTA);
  }

  @ParameterizedTest
  @CsvSource({"CUT", "HANG_UP", "GIBBERISH"})
  void aConnectionThatBreaksIsForTheMoment(ScriptedServer.Manner manner) {
    Failed failed = failure(Reply.failing(manner));
    assertThat(failed.cause()).isEqualTo(Cause.UNAVAILABLE);
    assertThat(failed.until()).contains(clock.instant());
  }

  @Test
  void settingsAndLinksShowNoKey() {
    assertThat(provider.link(Duration.ofSeconds(2)).toString()).doesNotContain("Canary");
    assertThat(
            new GeminiProvider.Settings(KEY, "m", server.base(), Duration.ofSeconds(1)).toString())
        .doesNotContain("Canary");
  }
}
