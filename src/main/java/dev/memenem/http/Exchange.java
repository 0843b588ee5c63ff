package dev.memenem.http;

import dev.memenem.http.HttpOutcome.Answer;
import dev.memenem.http.HttpOutcome.Cause;
import dev.memenem.http.HttpOutcome.Failed;
import dev.memenem.json.Json;
import dev.memenem.json.JsonException;
import dev.memenem.json.Tree;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One request and what came of it, as a recording keeps it: without headers that may be secret. */
final class Exchange {
  /** Everything else is left out of a recording. */
  private static final Set<String> KEPT_HEADERS =
      Set.of("content-type", "retry-after", "www-authenticate", "cf-mitigated", "location", "etag");

  private Exchange() {}

  /** The same for the same request, whatever its headers. */
  static String key(HttpRequest request, Redaction redaction) {
    String what =
        request.method()
            + "\n"
            + redaction.mask(request.uri().toString())
            + "\n"
            + redaction.mask(canonical(request.body().orElse("")));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(what.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * JSON says the same in whatever order its fields stand; the order may differ from run to run.
   */
  private static String canonical(String body) {
    try {
      return Json.write(sorted(Json.parse(body).value()));
    } catch (JsonException e) {
      return body;
    }
  }

  private static Object sorted(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((name, field) -> sorted.put(String.valueOf(name), sorted(field)));
      return sorted;
    }
    return value instanceof List<?> list
        ? list.stream().map(Exchange::sorted).collect(Collectors.toCollection(ArrayList::new))
        : value;
  }

  static String write(HttpRequest request, HttpOutcome outcome, Redaction redaction) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("method", request.method());
    tree.put("uri", redaction.mask(request.uri().toString()));
    request.body().ifPresent(body -> tree.put("body", redaction.mask(body)));
    tree.put(
        "outcome",
        outcome.<Object>fold(
            answer -> answered(answer, redaction),
            failed ->
                Map.of(
                    "failed",
                    failed.cause().name().toLowerCase(Locale.ROOT),
                    "detail",
                    redaction.line(failed.detail()))));
    return Json.pretty(tree) + "\n";
  }

  private static Map<String, Object> answered(Answer answer, Redaction redaction) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("status", answer.status());
    Map<String, Object> headers = new LinkedHashMap<>();
    answer.headers().keySet().stream()
        .filter(name -> KEPT_HEADERS.contains(name) || name.startsWith("x-ratelimit-"))
        .sorted()
        .forEach(
            name ->
                headers.put(
                    name, answer.headers().get(name).stream().map(redaction::mask).toList()));
    tree.put("headers", headers);
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(answer.body())).toString();
      tree.put("body", redaction.mask(text));
    } catch (CharacterCodingException e) {
      tree.put("base64", Base64.getEncoder().encodeToString(answer.body()));
    }
    return tree;
  }

  static HttpOutcome outcome(Tree recording) {
    Tree outcome = recording.get("outcome");
    String failed = outcome.get("failed").text();
    if (!failed.isEmpty()) {
      Cause cause =
          Arrays.stream(Cause.values())
              .filter(c -> c.name().equalsIgnoreCase(failed))
              .findFirst()
              .orElse(Cause.UNREACHABLE);
      return new Failed(cause, outcome.get("detail").text());
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String name : outcome.get("headers").fields()) {
      headers.put(name, outcome.get("headers").get(name).texts());
    }
    byte[] body =
        outcome
            .get("base64")
            .optionalText()
            .map(text -> Base64.getDecoder().decode(text))
            .orElseGet(() -> outcome.get("body").text().getBytes(StandardCharsets.UTF_8));
    return new Answer(outcome.get("status").integer(0), headers, body);
  }
}
