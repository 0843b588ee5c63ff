package dev.memenem.template.reddit;

import dev.memenem.http.HttpOutcome.Answer;
import dev.memenem.http.RetryAfter;
import dev.memenem.template.SourceState;
import dev.memenem.template.TemplateSource.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What answers without a listing mean. */
final class RedditRefusal {
  private RedditRefusal() {}

  /** Empty when the answer may hold a listing. */
  static Optional<Listing> of(Answer answer, String community, Instant now) {
    int status = answer.status();
    String text = answer.text();
    if (status == 429) {
      Optional<Instant> until =
          RetryAfter.of(answer, now).or(() -> RetryAfter.in(text.toLowerCase(Locale.ROOT), now));
      return Optional.of(
          new Listing(
              SourceState.RATE_LIMITED,
              List.of(),
              "it has too many requests for now (429)",
              until));
    }
    if (isPage(answer, text)) {
      return Optional.of(
          status == 403 || looksBlocked(text)
              ? Listing.failed(
                  SourceState.BLOCKED, "it turns this network away (%d)".formatted(status))
              : Listing.failed(
                  SourceState.UNAVAILABLE, "a page came instead of data (%d)".formatted(status)));
    }
    if (status == 401 || isAboutScope(answer)) {
      return Optional.of(
          Listing.failed(
              SourceState.AUTH_FAILED,
              "the account was refused (%d); check REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET"
                  .formatted(status)));
    }
    if (status == 403 || status == 404 || status == 451 || status / 100 == 3) {
      return Optional.of(
          Listing.failed(
              SourceState.LAYOUT_CHANGED,
              "r/%s is closed or gone (%d)".formatted(community, status)));
    }
    if (status != 200) {
      return Optional.of(
          Listing.failed(SourceState.UNAVAILABLE, "it is not available (%d)".formatted(status)));
    }
    return Optional.empty();
  }

  private static boolean isPage(Answer answer, String text) {
    return text.stripLeading().startsWith("<")
        || answer.header("content-type").orElse("").startsWith("text/html") && !text.isBlank();
  }

  /** The notice may stand behind hundreds of kilobytes of styles. */
  private static boolean looksBlocked(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("been blocked") || lower.contains("whoa there");
  }

  private static boolean isAboutScope(Answer answer) {
    return answer.status() == 403
        && answer.header("www-authenticate").orElse("").contains("insufficient_scope");
  }
}
