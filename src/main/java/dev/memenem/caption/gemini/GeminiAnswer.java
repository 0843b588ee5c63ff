package dev.memenem.caption.gemini;

import dev.memenem.caption.CaptionAnswer;
import dev.memenem.caption.CaptionAnswer.Cause;
import dev.memenem.caption.CaptionAnswer.Failed;
import dev.memenem.caption.CaptionReader;
import dev.memenem.caption.CaptionRequest;
import dev.memenem.caption.UpstreamFailure;
import dev.memenem.http.HttpOutcome.Answer;
import dev.memenem.http.Redaction;
import dev.memenem.http.RetryAfter;
import dev.memenem.json.Json;
import dev.memenem.json.JsonException;
import dev.memenem.json.Tree;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Gemini's answers mean, good and bad. */
final class GeminiAnswer {
  /** Daily quotas begin anew at midnight there. */
  private static final ZoneId QUOTA_ZONE = ZoneId.of("America/Los_Angeles");

  private static final Set<String> BLOCKS =
      Set.of(
          "SAFETY",
          "RECITATION",
          "LANGUAGE",
          "OTHER",
          "BLOCKLIST",
          "PROHIBITED_CONTENT",
          "SPII",
          "IMAGE_SAFETY",
          "MODEL_ARMOR");

  private final GeminiProvider.Settings settings;
  private final Redaction redaction;

  GeminiAnswer(GeminiProvider.Settings settings) {
    this.settings = settings;
    this.redaction = Redaction.of(List.of(settings.key()));
  }

  CaptionAnswer read(Answer answer, CaptionRequest request, Instant now) {
    Optional<Tree> document = parse(answer.text());
    if (answer.status() != 200) {
      return error(answer, document.orElse(new Tree(null)), now);
    }
    return document
        .map(tree -> success(tree, request))
        .orElseGet(() -> broken("the answer is not whole JSON"));
  }

  private static Optional<Tree> parse(String text) {
    try {
      return Optional.of(Json.parse(text));
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  private CaptionAnswer success(Tree document, CaptionRequest request) {
    List<Tree> candidates = document.get("candidates").items();
    if (candidates.isEmpty()) {
      String reason = document.get("promptFeedback").get("blockReason").text();
      return reason.isEmpty()
          ? broken("the answer is empty")
          : refused("the prompt was blocked (%s)".formatted(redaction.line(reason)));
    }
    Tree candidate = candidates.get(0);
    String finish = candidate.get("finishReason").text();
    if (BLOCKS.contains(finish)) {
      return refused("the answer was blocked (%s)".formatted(finish));
    }
    if (finish.equals("MAX_TOKENS")) {
      return broken("the answer was cut off at the token limit");
    }
    StringBuilder text = new StringBuilder();
    for (Tree part : candidate.get("content").get("parts").items()) {
      if (!part.get("thought").flag(false)) {
        text.append(part.get("text").text());
      }
    }
    if (text.toString().isBlank()) {
      return broken(
          finish.isEmpty() || finish.equals("STOP")
              ? "the answer is empty"
              : "the answer is empty (%s)".formatted(redaction.line(finish)));
    }
    return CaptionReader.read(
        text.toString(),
        request,
        redaction.line(document.get("modelVersion").text(settings.model())),
        document.get("usageMetadata").get("totalTokenCount").longer(0));
  }

  private Failed error(Answer answer, Tree document, Instant now) {
    Tree error = error(document);
    String message = redaction.line(error.get("message").text());
    int status = answer.status();
    boolean badKey =
        error.get("details").items().stream()
            .anyMatch(detail -> detail.get("reason").text().equals("API_KEY_INVALID"));
    if (badKey || status == 401 || status == 403) {
      return new Failed(
          Cause.CREDENTIALS,
          "the key was refused (%d); check GEMINI_API_KEY".formatted(status),
          Optional.empty());
    }
    if (status == 404) {
      return UpstreamFailure.forGood(
          "there is no model \"%s\" (404), it may have been retired; set MEMENEM_GEMINI_MODEL to a current one"
              .formatted(redaction.line(settings.model())));
    }
    if (status == 429) {
      return quota(answer, error, now);
    }
    if (status == 408 || status >= 500) {
      return UpstreamFailure.forTheMoment(
          said("it is not available (%d)".formatted(status), message), answer, now);
    }
    if (error.get("status").text().equals("FAILED_PRECONDITION")) {
      return UpstreamFailure.forGood(
          said("it does not serve this account or place (%d)".formatted(status), message));
    }
    return UpstreamFailure.forGood(
        said("it did not accept the request (%d)".formatted(status), message));
  }

  /** Some libraries and proxies put the whole error document into the message of another one. */
  private static Tree error(Tree document) {
    Tree error = document.get("error");
    Optional<Tree> inner =
        error.get("message").text().startsWith("{")
            ? parse(error.get("message").text()).map(tree -> tree.get("error"))
            : Optional.empty();
    return inner.filter(Tree::isObject).orElse(error);
  }

  private static String said(String what, String message) {
    return message.isEmpty() ? what : what + ": " + message;
  }

  private static Failed quota(Answer answer, Tree error, Instant now) {
    Optional<Instant> told = RetryAfter.of(answer, now);
    for (Tree detail : error.get("details").items()) {
      for (Tree violation : detail.get("violations").items()) {
        if (violation.get("quotaId").text().contains("PerDay")) {
          Instant midnight =
              now.atZone(QUOTA_ZONE).toLocalDate().plusDays(1).atStartOfDay(QUOTA_ZONE).toInstant();
          return new Failed(
              Cause.QUOTA,
              "the quota for today is used up (429); it begins anew at " + midnight,
              Optional.of(midnight));
        }
      }
      Optional<Instant> delay = RetryAfter.span(detail.get("retryDelay").text()).map(now::plus);
      told = delay.isPresent() ? delay : told;
    }
    return told.map(
            until ->
                new Failed(
                    Cause.QUOTA, "the quota for this minute is used up (429)", Optional.of(until)))
        .orElseGet(
            () -> UpstreamFailure.forTheMoment("it has too many requests for now (429)", now));
  }

  private static Failed broken(String detail) {
    return new Failed(Cause.BROKEN_ANSWER, detail, Optional.empty());
  }

  private static Failed refused(String detail) {
    return new Failed(Cause.REFUSED, detail, Optional.empty());
  }
}
