package dev.memenem.caption.openai;

import dev.memenem.caption.CaptionAnswer;
import dev.memenem.caption.CaptionPrompt;
import dev.memenem.caption.CaptionProvider;
import dev.memenem.caption.CaptionRequest;
import dev.memenem.caption.ChainLink;
import dev.memenem.caption.UpstreamFailure;
import dev.memenem.http.Http;
import dev.memenem.http.HttpOutcome;
import dev.memenem.http.HttpRequest;
import dev.memenem.json.Json;
import dev.memenem.pace.Pacer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One chat completion for each request. The way to ask for JSON is learnt for each server, and so
 * is the model of a server that has one of its own.
 */
public final class OpenAiProvider implements CaptionProvider {
  public static final String NAME = "openai";

  private final Http http;
  private final OpenAiSettings settings;
  private final InstantSource clock;
  private final ServerMemory memory;
  private final OpenAiAnswer answers;

  public OpenAiProvider(Http http, OpenAiSettings settings, Pacer pacer, InstantSource clock) {
    this.http = http;
    this.settings = settings;
    this.clock = clock;
    this.memory = new ServerMemory(pacer, settings.account());
    this.answers = new OpenAiAnswer(settings, memory);
  }

  /** This provider in a chain, its calls so far apart. */
  public ChainLink link(Duration spacing) {
    String model = settings.model().orElse("first") + "@" + settings.server();
    return new ChainLink(this, settings.account(), model, spacing);
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
    body(request, settings.model().or(memory::model).orElse(""), memory.mode());
    http.prepare();
  }

  @Override
  public CaptionAnswer write(CaptionRequest request) {
    Optional<String> model = settings.model().or(memory::model);
    if (model.isPresent()) {
      return write(request, model.get());
    }
    return http.send(HttpRequest.get(at("/models"), headers(), timeout(request)))
        .fold(
            answer ->
                answers
                    .firstModel(answer, clock.instant())
                    .fold(
                        found -> {
                          memory.model(found);
                          return write(request, found);
                        },
                        failed -> failed),
            failed -> unanswered(failed, request));
  }

  private CaptionAnswer write(CaptionRequest request, String model) {
    JsonMode mode = memory.mode();
    HttpRequest call =
        HttpRequest.post(
            at("/chat/completions"), headers(), body(request, model, mode), timeout(request));
    return http.send(call)
        .fold(
            answer -> answers.read(answer, request, model, mode, clock.instant()),
            failed -> unanswered(failed, request));
  }

  private CaptionAnswer unanswered(HttpOutcome.Failed failed, CaptionRequest request) {
    return UpstreamFailure.of(failed, clock.instant(), request.deadline());
  }

  private Duration timeout(CaptionRequest request) {
    Instant now = clock.instant();
    Duration left = Duration.between(now, request.deadline());
    return left.compareTo(settings.timeout()) < 0 ? left : settings.timeout();
  }

  private URI at(String path) {
    return URI.create(settings.base() + path);
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    settings.key().ifPresent(key -> headers.put("Authorization", "Bearer " + key));
    return headers;
  }

  private static String body(CaptionRequest request, String model, JsonMode mode) {
    CaptionPrompt prompt = CaptionPrompt.of(request);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("model", model);
    body.put(
        "messages",
        List.of(
            Map.of("role", "system", "content", prompt.system()),
            Map.of("role", "user", "content", prompt.user())));
    mode.format(request).ifPresent(format -> body.put("response_format", format));
    return Json.write(body);
  }
}
