package dev.memenem.template.reddit;

import dev.memenem.config.Config;
import dev.memenem.config.Setting;
import dev.memenem.pace.Account;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Whose application asks, and where.
 *
 * @param userAgent as Reddit wants it: {@code <platform>:<app id>:<version> (by /u/<name>)}
 * @param authBase without a trailing slash
 * @param apiBase without a trailing slash
 * @param timeout of one call
 */
public record RedditSettings(
    String clientId,
    String clientSecret,
    String userAgent,
    URI authBase,
    URI apiBase,
    Duration timeout) {
  private static final String OWN_NAME = "cli:dev.memenem:0.1.0 (meme templates)";

  /** Empty unless both the id and the secret are set. */
  public static Optional<RedditSettings> of(Config config) {
    Optional<String> id = config.text(Setting.REDDIT_CLIENT_ID);
    Optional<String> secret = config.text(Setting.REDDIT_CLIENT_SECRET);
    if (id.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RedditSettings(
            id.get(),
            secret.get(),
            config.text(Setting.REDDIT_USER_AGENT).orElse(OWN_NAME),
            config.baseUrl(Setting.MEMENEM_REDDIT_AUTH_BASE_URL),
            config.baseUrl(Setting.MEMENEM_REDDIT_API_BASE_URL),
            config.duration(Setting.MEMENEM_TIMEOUT)));
  }

  String account() {
    return Account.of(RedditSource.NAME, clientId);
  }

  /** A record prints its fields; these are none of anybody's business. */
  @Override
  public String toString() {
    return "Reddit at " + apiBase;
  }
}
