package dev.memenem.caption;

import static dev.memenem.testing.SampleOrders.LIGHTHOUSE;
import static dev.memenem.testing.SampleOrders.PENGUINS;
import static dev.memenem.testing.SampleOrders.order;
import static dev.memenem.testing.SampleOrders.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.caption.CaptionAnswer.Cause;
import dev.memenem.caption.gemini.GeminiProvider;
import dev.memenem.caption.openai.OpenAiProvider;
import dev.memenem.caption.openai.OpenAiSettings;
import dev.memenem.http.Http;
import dev.memenem.http.RecordingHttp;
import dev.memenem.http.RetryPolicy;
import dev.memenem.http.jdk.JdkHttp;
import dev.memenem.store.Store;
import dev.memenem.store.sqlite.SqliteStore;
import dev.memenem.testing.Fault;
import dev.memenem.testing.Leaks;
import dev.memenem.testing.ScriptedProvider;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault at every provider: the user still gets captions, and is told why from whom. */
class ProviderFaultsTest {
  private static final String KEY = "sk-canary-0123456789abcdef";
  private static final Map<String, String> PATHS =
      Map.of(
          "gemini", "/v1beta/models/tiny-1:generateContent",
          "openai", "/v1/chat/completions",
          "local", "/v1/chat/completions");

  @TempDir Path home;
  private final ScriptedServer server = ScriptedServer.start();
  private final TestClock clock = new TestClock();
  private final Instant start = clock.instant();
  private final ScriptedProvider builtin = new ScriptedProvider("builtin", false, clock);
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

  private ChainLink link(String provider, Duration timeout) {
    Http http = new RecordingHttp(new JdkHttp(Map.of()), home.resolve("tape"), List.of(KEY));
    if (provider.equals("gemini")) {
      return new GeminiProvider(
              http, new GeminiProvider.Settings(KEY, "tiny-1", server.base(), timeout), clock)
          .link(Duration.ofSeconds(2));
    }
    Optional<String> key = provider.equals("local") ? Optional.empty() : Optional.of(KEY);
    return new OpenAiProvider(
            http,
            new OpenAiSettings(key, Optional.of("tiny-1"), server.base().resolve("/v1"), timeout),
            store.pacer(),
            clock)
        .link(Duration.ZERO);
  }

  private CaptionChain chain(ChainLink... links) {
    RetryPolicy retries = new RetryPolicy(RetryPolicy.Limits.USUAL, clock, clock, new Random(5));
    return new CaptionChain(
        List.of(links),
        new CaptionChain.Tools(store.cache(), store.pacer(), retries, clock, clock),
        new CaptionChain.Options(Duration.ofHours(24), false));
  }

  private CaptionRequest wanted() {
    return request("tea", clock.instant(), order(PENGUINS, 2), order(LIGHTHOUSE, 2));
  }

  static Stream<Arguments> everyFaultAtEveryProvider() {
    List<Arguments> cases = new ArrayList<>();
    for (String provider : List.of("gemini", "openai", "local")) {
      for (Fault fault : Fault.values()) {
        cases.add(Arguments.of(provider, fault));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyFaultAtEveryProvider")
  void aFaultIsSaidAndTheNextProviderWrites(String provider, Fault fault) {
    server.always("POST", PATHS.get(provider), fault.reply(KEY));
    CaptionRequest request = wanted();
    ChainLink link = link(provider, fault.timeout());
    ChainResult result = chain(link, builtin.link(Duration.ZERO)).fill(request, () -> false);
    assertThat(result.missing()).isEmpty();
    assertThat(result.written()).containsOnlyKeys("imgflip_4711", "builtin_lighthouse");
    result
        .written()
        .values()
        .forEach(
            list ->
                assertThat(list)
                    .hasSize(2)
                    .allMatch(written -> written.origin().method().equals("builtin")));
    assertThat(result.warnings())
        .singleElement()
        .asString()
        .startsWith(link.provider().name() + ": ")
        .containsPattern(fault.atProvider());
    assertThat(clock.instant()).isBefore(request.deadline());
    Leaks.check(home, result.warnings());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyFaultAtEveryProvider")
  void aFaultOfTheOnlyProviderIsTheReasonForEveryTemplate(String provider, Fault fault) {
    server.always("POST", PATHS.get(provider), fault.reply(KEY));
    ChainResult result = chain(link(provider, fault.timeout())).fill(wanted(), () -> false);
    assertThat(result.written()).isEmpty();
    assertThat(result.missing()).containsOnlyKeys("imgflip_4711", "builtin_lighthouse");
    result
        .missing()
        .values()
        .forEach(
            missing -> {
              assertThat(missing.count()).isEqualTo(2);
              assertThat(missing.reason()).containsPattern(fault.atProvider());
              assertThat(missing.cause() == Cause.CREDENTIALS).isEqualTo(fault.isAboutTheKey());
            });
    Leaks.check(home, result.missing().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "gemini | 200 | {\"promptFeedback\":{\"blockReason\":\"SAFETY\"}} | blocked (SAFETY)",
        "gemini | 200 | {\"candidates\":[{\"finishReason\":\"PROHIBITED_CONTENT\"}]} | blocked (PROHIBITED_CONTENT)",
        "gemini | 200 | {\"candidates\":[{\"content\":{\"role\":\"model\"},\"finishReason\":\"MAX_TOKENS\"}]} | cut off",
        "gemini | 200 | {\"candidates\":[]} | empty",
        "gemini | 400 | {\"error\":{\"details\":[{\"reason\":\"API_KEY_INVALID\"}]}} | GEMINI_API_KEY",
        "gemini | 404 | {\"error\":{\"status\":\"NOT_FOUND\"}} | MEMENEM_GEMINI_MODEL",
        "gemini | 429 | {\"error\":{\"details\":[{\"violations\":[{\"quotaId\":\"APerDayB\"}]},{\"retryDelay\":\"7s\"}]}} | today is used up",
        "gemini | 429 | {\"error\":{\"details\":[{\"violations\":[{\"quotaId\":\"APerMinuteB\"}]},{\"retryDelay\":\"7.5s\"}]}} | this minute",
        "openai | 200 | {\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"refusal\":\"I will not\"}}]} | declined",
        "openai | 200 | {\"choices\":[{\"finish_reason\":\"length\",\"message\":{\"content\":\"{\"}}]} | cut off",
        "openai | 200 | {\"choices\":[{\"finish_reason\":\"content_filter\"}]} | content filter",
        "openai | 200 | {\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"\"}}]} | empty",
        "openai | 429 | {\"error\":{\"code\":\"insufficient_quota\"}} | billing",
        "openai | 429 | {\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"Request too large\"}} | too large",
        "openai | 429 | {\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"try again in 3s\"}} | rate limit",
        "openai | 400 | {\"error\":{\"code\":\"context_length_exceeded\"}} | too large",
        "openai | 400 | {\"error\":{\"message\":\"response_format is not supported\"}} | did not accept",
        "local | 404 | {\"error\":\"model 'tiny-1' not found\"} | OPENAI_MODEL",
        "local | 401 | {\"error\":{\"code\":401,\"type\":\"authentication_error\"}} | set OPENAI_API_KEY",
      })
  void itsOwnKindsOfTroubleAreSaidToo(String provider, int status, String body, String words) {
    server.always("POST", PATHS.get(provider), Reply.json(status, body));
    ChainResult result =
        chain(link(provider, Duration.ofSeconds(20)), builtin.link(Duration.ZERO))
            .fill(wanted(), () -> false);
    assertThat(result.missing()).isEmpty();
    assertThat(result.warnings()).singleElement().asString().contains(words);
    assertThat(Duration.between(start, clock.instant())).isLessThan(Duration.ofMinutes(1));
    Leaks.check(home, result.warnings());
  }
}
