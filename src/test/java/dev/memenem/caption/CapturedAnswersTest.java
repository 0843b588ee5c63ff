package dev.memenem.caption;

import static dev.memenem.testing.SampleOrders.PENGUINS;
import static dev.memenem.testing.SampleOrders.order;
import static dev.memenem.testing.SampleOrders.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.caption.CaptionAnswer.Cause;
import dev.memenem.caption.CaptionAnswer.Failed;
import dev.memenem.caption.gemini.GeminiProvider;
import dev.memenem.caption.openai.OpenAiProvider;
import dev.memenem.caption.openai.OpenAiSettings;
import dev.memenem.http.jdk.JdkHttp;
import dev.memenem.store.Store;
import dev.memenem.store.sqlite.SqliteStore;
import dev.memenem.testing.Captures;
import dev.memenem.testing.ScriptedServer;
import dev.memenem.testing.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What real providers answered once ({@code -Dcaptures=DIR}) is understood for what it is. */
@EnabledIfSystemProperty(named = "captures", matches = ".+")
class CapturedAnswersTest {
  /** The beginning of a file's name, and what it has to be taken for. */
  private static final Map<String, List<Cause>> KINDS =
      Map.ofEntries(
          Map.entry("blocked_", List.of(Cause.REFUSED)),
          Map.entry("refusal_", List.of(Cause.REFUSED)),
          Map.entry("content_filter_", List.of(Cause.REFUSED)),
          Map.entry("edited_azure_prompt_content_filter", List.of(Cause.REFUSED)),
          Map.entry("max_tokens_", List.of(Cause.BROKEN_ANSWER)),
          Map.entry("ok_", List.of(Cause.BROKEN_ANSWER, Cause.REFUSED)),
          Map.entry("err_400_api_key", List.of(Cause.CREDENTIALS)),
          Map.entry("err_400_context", List.of(Cause.BROKEN_ANSWER)),
          Map.entry("err_400_cloud", List.of(Cause.BROKEN_ANSWER, Cause.UNAVAILABLE)),
          Map.entry("err_400_system", List.of(Cause.UNAVAILABLE)),
          Map.entry("err_401", List.of(Cause.CREDENTIALS)),
          Map.entry("err_404", List.of(Cause.UNAVAILABLE)),
          Map.entry("err_429_capacity", List.of(Cause.UNAVAILABLE)),
          Map.entry("err_429_check", List.of(Cause.UNAVAILABLE)),
          Map.entry("err_429_quota", List.of(Cause.QUOTA)),
          Map.entry("err_429_insufficient", List.of(Cause.QUOTA)),
          Map.entry("err_429_rate", List.of(Cause.QUOTA)),
          Map.entry("err_429_request_too_large", List.of(Cause.QUOTA)),
          Map.entry("err_500_schema", List.of(Cause.BROKEN_ANSWER)),
          Map.entry("err_503", List.of(Cause.UNAVAILABLE)));

  @TempDir Path home;

  static Stream<Arguments> everyAnswer() {
    List<Arguments> answers = new ArrayList<>();
    for (String folder : List.of("gemini", "openai", "ollama", "llamacpp")) {
      for (Path file : Captures.of(folder, "")) {
        String name = file.getFileName().toString();
        KINDS.entrySet().stream()
            .filter(kind -> name.startsWith(kind.getKey()))
            .forEach(kind -> answers.add(Arguments.of(folder, file, kind.getValue())));
      }
    }
    return answers.stream();
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("everyAnswer")
  void itIsTakenForWhatItIs(String folder, Path file, List<Cause> expected) {
    TestClock clock = new TestClock();
    Duration timeout = Duration.ofSeconds(20);
    try (ScriptedServer server = ScriptedServer.start();
        Store store = SqliteStore.open(home.resolve("store.db"), clock, clock)) {
      JdkHttp http = new JdkHttp(Map.of());
      CaptionProvider provider;
      if (folder.equals("gemini")) {
        server.next("POST", "/v1beta/models/m:generateContent", Captures.reply(file));
        provider =
            new GeminiProvider(
                http, new GeminiProvider.Settings("key", "m", server.base(), timeout), clock);
      } else {
        server.next("POST", "/chat/completions", Captures.reply(file));
        provider =
            new OpenAiProvider(
                http,
                new OpenAiSettings(Optional.of("key"), Optional.of("m"), server.base(), timeout),
                store.pacer(),
                clock);
      }
      CaptionAnswer answer = provider.write(request("tea", clock.instant(), order(PENGUINS, 2)));
      assertThat(answer).isInstanceOf(Failed.class);
      Failed failed = (Failed) answer;
      assertThat(failed.cause()).as(failed.detail()).isIn(expected);
      assertThat(failed.detail()).isNotBlank().doesNotContainPattern("sk-[A-Za-z0-9]");
    }
  }
}
