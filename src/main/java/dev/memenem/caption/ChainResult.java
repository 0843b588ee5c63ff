package dev.memenem.caption;

import dev.memenem.caption.CaptionAnswer.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a chain of providers made of one request.
 *
 * @param written by template id, in order of creation; at most as many as were ordered; a template
 *     that got none is absent
 * @param missing by template id, why it has fewer than ordered; complete ones are absent
 * @param warnings lines for the user, each once, each beginning with the provider's name
 * @param cost what was spent
 */
public record ChainResult(
    Map<String, List<Written>> written,
    Map<String, Missing> missing,
    List<String> warnings,
    Cost cost) {
  public ChainResult {
    written = Map.copyOf(written);
    missing = Map.copyOf(missing);
    warnings = List.copyOf(warnings);
  }

  /** One variation and who wrote it. */
  public record Written(Captions captions, Variation.Origin origin) {}

  /**
   * @param count how many variations are missing
   * @param cause {@link Cause#CREDENTIALS} only when every provider failed for that
   * @param reason every provider's reason in one line
   */
  public record Missing(int count, Cause cause, String reason) {}

  /**
   * @param calls to providers outside
   * @param tokens that they counted
   * @param waited for a free start or for a quota
   * @param asked spent inside providers
   */
  public record Cost(int calls, long tokens, Duration waited, Duration asked) {}
}
