package dev.memenem.caption;

import dev.memenem.caption.CaptionAnswer.Cause;
import dev.memenem.caption.CaptionAnswer.Failed;
import dev.memenem.http.HttpOutcome;
import dev.memenem.http.HttpOutcome.Answer;
import dev.memenem.http.RetryAfter;
import java.time.Instant;
import java.util.Optional;

/** What every provider behind HTTP makes of trouble that has nothing to do with its own forms. */
public final class UpstreamFailure {
  private UpstreamFailure() {}

  /** No whole answer came. */
  public static Failed of(HttpOutcome.Failed failed, Instant now, Instant deadline) {
    return switch (failed.cause()) {
      case TIMEOUT ->
          now.isBefore(deadline)
              ? forTheMoment(failed.detail(), now)
              : new Failed(Cause.DEADLINE, failed.detail(), Optional.empty());
      case UNREACHABLE, CUT -> forTheMoment(failed.detail(), now);
      case TOO_LARGE -> new Failed(Cause.BROKEN_ANSWER, failed.detail(), Optional.empty());
      case REFUSED_ADDRESS -> forGood(failed.detail());
      case INTERRUPTED -> new Failed(Cause.DEADLINE, failed.detail(), Optional.empty());
    };
  }

  /** Asking again may help, from the time its headers name or from now. */
  public static Failed forTheMoment(String detail, Answer answer, Instant now) {
    return forTheMoment(detail, RetryAfter.of(answer, now).orElse(now));
  }

  public static Failed forTheMoment(String detail, Instant until) {
    return new Failed(Cause.UNAVAILABLE, detail, Optional.of(until));
  }

  /** Asking again would give the same answer. */
  public static Failed forGood(String detail) {
    return new Failed(Cause.UNAVAILABLE, detail, Optional.empty());
  }
}
