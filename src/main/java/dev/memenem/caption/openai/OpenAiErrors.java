package dev.memenem.caption.openai;

import dev.memenem.caption.CaptionAnswer.Cause;
import dev.memenem.caption.CaptionAnswer.Failed;
import dev.memenem.caption.UpstreamFailure;
import dev.memenem.http.HttpOutcome.Answer;
import dev.memenem.http.Redaction;
import dev.memenem.http.RetryAfter;
import dev.memenem.json.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What errors mean, whether they come from OpenAI, Azure, Ollama, llama.cpp, vLLM or LM Studio. */
final class OpenAiErrors {
  private static final Set<String> QUOTA_GONE =
      Set.of(
          "insufficient_quota",
          "credit_balance_exhausted",
          "billing_hard_limit_reached",
          "organization_spend_limit_exceeded",
          "project_spend_limit_exceeded",
          "organization_usage_limit_exceeded");
  private static final Set<String> TOO_LARGE =
      Set.of("context_length_exceeded", "exceed_context_size_error");
  private static final Pattern JSON_MODE =
      Pattern.compile("(?i)response_format|json_schema|json_object|json schema|grammar|structured");
  private static final Pattern NO_MODEL =
      Pattern.compile("(?i)model.*(?:not found|does not exist|not exist)|no such model");

  private final OpenAiSettings settings;
  private final ServerMemory memory;
  private final Redaction redaction;

  /**
   * An error in whatever shape it came.
   *
   * @param kinds its code and type, in lower case
   * @param message not yet fit to be shown
   */
  private record Problem(List<String> kinds, String param, String message) {
    static Problem of(Optional<Tree> document) {
      Tree body = document.orElse(new Tree(null));
      Tree error = body.get("error");
      String message =
          error.isObject()
              ? error.get("message").text()
              : error.text(body.get("message").text(body.get("detail").text()));
      return new Problem(
          List.of(
              error.get("code").text().toLowerCase(Locale.ROOT),
              error.get("type").text().toLowerCase(Locale.ROOT)),
          error.get("param").text(),
          message);
    }

    boolean is(Set<String> names) {
      return kinds.stream().anyMatch(kind -> names.contains(kind));
    }

    boolean is(String name) {
      return is(Set.of(name));
    }
  }

  OpenAiErrors(OpenAiSettings settings, ServerMemory memory, Redaction redaction) {
    this.settings = settings;
    this.memory = memory;
    this.redaction = redaction;
  }

  Failed read(Answer answer, Optional<Tree> document, String model, JsonMode mode, Instant now) {
    Problem problem = Problem.of(document);
    int status = answer.status();
    if (problem.is("content_filter")) {
      return failed(Cause.REFUSED, "the prompt was blocked by a content filter");
    }
    if (problem.is(QUOTA_GONE) || status == 402) {
      return failed(Cause.QUOTA, "the account has no quota left; check its plan and billing");
    }
    if (problem.is(TOO_LARGE) || status == 413) {
      return failed(Cause.BROKEN_ANSWER, said("the request is too large for the model", problem));
    }
    if (status == 401 || status == 403) {
      return access(status, problem);
    }
    if (problem.is("model_not_found")
        || (status == 404 && NO_MODEL.matcher(problem.message()).find())) {
      return noModel(model, now);
    }
    if (status == 429) {
      return rate(answer, problem, now);
    }
    if ((status == 400 || status == 422 || status >= 500)
        && mode.next().isPresent()
        && JSON_MODE.matcher(problem.message() + " " + problem.param()).find()) {
      memory.mode(mode.next().get());
      return new Failed(
          Cause.BROKEN_ANSWER, said("it does not know " + mode.id(), problem), Optional.of(now));
    }
    if (status == 408 || status >= 500) {
      return UpstreamFailure.forTheMoment(
          said("it is not available (%d)".formatted(status), problem), answer, now);
    }
    if (status == 404) {
      return UpstreamFailure.forGood(
          "%s has no chat completions there (404); check OPENAI_BASE_URL"
              .formatted(settings.server()));
    }
    return UpstreamFailure.forGood(
        said("it did not accept the request (%d)".formatted(status), problem)
            + "; another OPENAI_MODEL may");
  }

  private Failed access(int status, Problem problem) {
    if (problem.message().toLowerCase(Locale.ROOT).contains("country")) {
      return UpstreamFailure.forGood(said("it does not serve this place", problem));
    }
    return failed(
        Cause.CREDENTIALS,
        settings.key().isPresent()
            ? "the key was refused (%d); check OPENAI_API_KEY".formatted(status)
            : "%s wants a key (%d); set OPENAI_API_KEY".formatted(settings.server(), status));
  }

  private Failed noModel(String model, Instant now) {
    if (settings.model().isEmpty() && memory.model().isPresent()) {
      memory.forgetModel();
      return new Failed(
          Cause.BROKEN_ANSWER,
          "the server no longer has the model \"%s\"".formatted(redaction.line(model)),
          Optional.of(now));
    }
    return UpstreamFailure.forGood(
        "there is no model \"%s\" for this account; set OPENAI_MODEL to a current one"
            .formatted(redaction.line(model)));
  }

  private Failed rate(Answer answer, Problem problem, Instant now) {
    if (problem.message().toLowerCase(Locale.ROOT).contains("too large")) {
      return failed(
          Cause.QUOTA,
          "the request is too large for the account's limit; use a smaller MEMENEM_BATCH_SIZE");
    }
    Optional<Instant> told =
        RetryAfter.in(problem.message(), now).or(() -> RetryAfter.of(answer, now));
    return told.map(
            until ->
                new Failed(
                    Cause.QUOTA,
                    "the rate limit is reached for the moment (429)",
                    Optional.of(until)))
        .orElseGet(
            () -> UpstreamFailure.forTheMoment("it has too many requests for now (429)", now));
  }

  private String said(String what, Problem problem) {
    String message = redaction.line(problem.message());
    return message.isEmpty() ? what : what + ": " + message;
  }

  private static Failed failed(Cause cause, String detail) {
    return new Failed(cause, detail, Optional.empty());
  }
}
