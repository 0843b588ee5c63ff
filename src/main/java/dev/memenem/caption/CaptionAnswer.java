package dev.memenem.caption;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What came of one call to a provider. */
public sealed interface CaptionAnswer {

  /**
   * The provider answered.
   *
   * @param captions by template id; a template may have fewer than asked for, or be missing
   * @param model who wrote them, as the provider names it
   * @param tokens what the call cost, 0 when nothing is known or counted
   * @param problems what was left out and why, in words for the user; usually empty
   */
  record Written(
      Map<String, List<Captions>> captions, String model, long tokens, List<String> problems)
      implements CaptionAnswer {}

  /**
   * The provider gave nothing.
   *
   * @param cause which kind of failure
   * @param detail one line for the user, without secrets
   * @param until when asking again may help, not before now when nobody said so; empty when it
   *     would not help. With {@link Cause#BROKEN_ANSWER}: something was learnt, and the same
   *     request will be asked in another way
   */
  record Failed(Cause cause, String detail, Optional<Instant> until) implements CaptionAnswer {}

  /** Kinds of failure; they decide the exit code of a job that got nothing. */
  enum Cause {
    CREDENTIALS,
    QUOTA,
    UNAVAILABLE,
    REFUSED,
    BROKEN_ANSWER,
    DEADLINE
  }

  default <T> T fold(Function<Written, T> written, Function<Failed, T> failed) {
    return this instanceof Written w ? written.apply(w) : failed.apply((Failed) this);
  }
}
