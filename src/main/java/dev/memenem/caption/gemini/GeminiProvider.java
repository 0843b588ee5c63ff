package dev.memenem.caption.gemini;

import dev.memenem.caption.CaptionAnswer;
import dev.memenem.caption.CaptionPrompt;
import dev.memenem.caption.CaptionProvider;
import dev.memenem.caption.CaptionRequest;
import dev.memenem.caption.CaptionSchema;
import dev.memenem.caption.ChainLink;
import dev.memenem.caption.UpstreamFailure;
import dev.memenem.config.Config;
import dev.memenem.config.Setting;
import dev.memenem.http.Http;
import dev.memenem.http.HttpRequest;
import dev.memenem.json.Json;
import dev.memenem.pace.Account;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One {@code generateContent} call for each request, with the answer's JSON Schema in it. */
public final class GeminiProvider implements CaptionProvider {
  public static final String NAME = "gemini";

  /** Room for six variations of two large templates, and for a model that thinks first. */
  private static final int MAX_OUTPUT_TOKENS = 16_384;

  private final Http http;
  private final Settings settings;
  private final InstantSource clock;
  private final GeminiAnswer answers;

  /**
   * @param base without a trailing slash; {@code /v1beta/models/…} is appended
   * @param timeout of one call
   */
  public record Settings(String key, String model, URI base, Duration timeout) {
    /** Empty when there is no key. */
    public static Optional<Settings> of(Config config) {
      return config
          .text(Setting.GEMINI_API_KEY)
          .map(
              key ->
                  new Settings(
                      key,
                      config.text(Setting.MEMENEM_GEMINI_MODEL).orElseThrow(),
                      config.baseUrl(Setting.MEMENEM_GEMINI_BASE_URL),
                      config.duration(Setting.MEMENEM_TIMEOUT)));
    }

    /** A record prints its fields; the key is none of anybody's business. */
    @Override
    public String toString() {
      return "Gemini " + model + " at " + base;
    }
  }

  public GeminiProvider(Http http, Settings settings, InstantSource clock) {
    this.http = http;
    this.settings = settings;
    this.clock = clock;
    this.answers = new GeminiAnswer(settings);
  }

  /** This provider in a chain, its calls so far apart. */
  public ChainLink link(Duration spacing) {
    return new ChainLink(this, Account.of(NAME, settings.key()), settings.model(), spacing);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean remote() {
    return true;
  }

  @Override
  public void prepare(CaptionRequest request) {
    body(request);
    http.prepare();
  }

  @Override
  public CaptionAnswer write(CaptionRequest request) {
    Duration left = Duration.between(clock.instant(), request.deadline());
    HttpRequest call =
        HttpRequest.post(
            address(),
            Map.of("x-goog-api-key", settings.key(), "Content-Type", "application/json"),
            body(request),
            left.compareTo(settings.timeout()) < 0 ? left : settings.timeout());
    return http.send(call)
        .fold(
            answer -> answers.read(answer, request, clock.instant()),
            failed -> {
              Instant now = clock.instant();
              return UpstreamFailure.of(failed, now, request.deadline());
            });
  }

  private URI address() {
    String model = settings.model().replaceFirst("^models/", "");
    return URI.create(
        "%s/v1beta/models/%s:generateContent"
            .formatted(settings.base(), URLEncoder.encode(model, StandardCharsets.UTF_8)));
  }

  private static String body(CaptionRequest request) {
    CaptionPrompt prompt = CaptionPrompt.of(request);
    return Json.write(
        Map.of(
            "systemInstruction",
            Map.of("parts", List.of(Map.of("text", prompt.system()))),
            "contents",
            List.of(Map.of("role", "user", "parts", List.of(Map.of("text", prompt.user())))),
            "generationConfig",
            Map.of(
                "temperature",
                1.0,
                "maxOutputTokens",
                MAX_OUTPUT_TOKENS,
                "responseMimeType",
                "application/json",
                "responseJsonSchema",
                CaptionSchema.of(request))));
  }
}
