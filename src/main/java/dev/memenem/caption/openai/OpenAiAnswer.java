package dev.memenem.caption.openai;

import dev.memenem.caption.CaptionAnswer;
import dev.memenem.caption.CaptionAnswer.Cause;
import dev.memenem.caption.CaptionAnswer.Failed;
import dev.memenem.caption.CaptionReader;
import dev.memenem.caption.CaptionRequest;
import dev.memenem.http.HttpOutcome.Answer;
import dev.memenem.http.Redaction;
import dev.memenem.json.Json;
import dev.memenem.json.JsonException;
import dev.memenem.json.Tree;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the answers of OpenAI and of servers like it mean when they are not errors. */
final class OpenAiAnswer {
  private static final Pattern NO_WRITER =
      Pattern.compile("(?i)embed|rerank|whisper|moderation|tts|bge-|clip");

  private final OpenAiSettings settings;
  private final OpenAiErrors errors;
  private final Redaction redaction;

  OpenAiAnswer(OpenAiSettings settings, ServerMemory memory) {
    this.settings = settings;
    this.redaction = Redaction.of(settings.key().stream().toList());
    this.errors = new OpenAiErrors(settings, memory, redaction);
  }

  /** Of {@code GET /models}. */
  FoundModel firstModel(Answer answer, Instant now) {
    Optional<Tree> document = parse(answer);
    if (answer.status() != 200) {
      return new FoundModel.None(errors.read(answer, document, "", JsonMode.PLAIN, now));
    }
    return document.stream()
        .flatMap(tree -> tree.get("data").items().stream())
        .map(model -> model.get("id").text())
        .filter(id -> !id.isBlank() && !NO_WRITER.matcher(id).find())
        .findFirst()
        .<FoundModel>map(FoundModel.Found::new)
        .orElseGet(
            () ->
                new FoundModel.None(
                    new Failed(
                        Cause.UNAVAILABLE,
                        "%s lists no model; load one there or set OPENAI_MODEL"
                            .formatted(settings.server()),
                        Optional.empty())));
  }

  /** Of {@code POST /chat/completions}. */
  CaptionAnswer read(
      Answer answer, CaptionRequest request, String model, JsonMode mode, Instant now) {
    Optional<Tree> document = parse(answer);
    if (answer.status() != 200 || document.filter(tree -> hasError(tree)).isPresent()) {
      return errors.read(answer, document, model, mode, now);
    }
    return document
        .map(tree -> success(tree, request, model))
        .orElseGet(() -> broken("the answer is not whole JSON"));
  }

  /** Some gateways send errors with status 200. */
  private static boolean hasError(Tree document) {
    return document.get("error").isPresent() && document.get("choices").items().isEmpty();
  }

  private static Optional<Tree> parse(Answer answer) {
    try {
      return Optional.of(Json.parse(answer.text()));
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  private CaptionAnswer success(Tree document, CaptionRequest request, String asked) {
    if (document.get("choices").items().isEmpty()) {
      return broken("the answer is empty");
    }
    Tree choice = document.get("choices").items().get(0);
    Tree message = choice.get("message");
    String finish = choice.get("finish_reason").text();
    if (!message.get("refusal").text().isBlank()) {
      return refused("the model declined: " + redaction.line(message.get("refusal").text()));
    }
    if (finish.equals("content_filter")) {
      return refused("the answer was blocked by a content filter");
    }
    if (finish.equals("length")) {
      return broken("the answer was cut off at the token limit");
    }
    String text = content(message.get("content"));
    if (text.isBlank()) {
      return broken(
          finish.isEmpty() || finish.equals("stop")
              ? "the answer is empty"
              : "the answer is empty (%s)".formatted(redaction.line(finish)));
    }
    return CaptionReader.read(
        text,
        request,
        model(document.get("model").text(), asked),
        document.get("usage").get("total_tokens").longer(0));
  }

  /** A string, or a list of parts with texts. */
  private static String content(Tree content) {
    StringBuilder text = new StringBuilder(content.text());
    content.items().forEach(part -> text.append(part.get("text").text()));
    return text.toString();
  }

  /** Local servers name the file they have loaded, with its path. */
  private String model(String named, String asked) {
    String file = named.substring(Math.max(named.lastIndexOf('/'), named.lastIndexOf('\\')) + 1);
    boolean path = named.startsWith("/") || named.contains("\\");
    return redaction.line(named.isBlank() ? asked : path ? file : named);
  }

  private static Failed broken(String detail) {
    return new Failed(Cause.BROKEN_ANSWER, detail, Optional.empty());
  }

  private static Failed refused(String detail) {
    return new Failed(Cause.REFUSED, detail, Optional.empty());
  }
}
