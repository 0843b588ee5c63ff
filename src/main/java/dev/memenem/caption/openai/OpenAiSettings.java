package dev.memenem.caption.openai;

import dev.memenem.config.Config;
import dev.memenem.config.Setting;
import dev.memenem.pace.Account;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Which server, and as whom.
 *
 * @param key empty for servers that want none
 * @param model empty: the server's first
 * @param base without a trailing slash; {@code /chat/completions} is appended
 * @param timeout of one call
 */
public record OpenAiSettings(
    Optional<String> key, Optional<String> model, URI base, Duration timeout) {
  /** OpenAI's own. */
  public static final URI OFFICIAL = URI.create("https://api.openai.com/v1");

  /** Small and current in November 2026, by OpenAI's own list of models. */
  public static final String OFFICIAL_MODEL = "gpt-5.4-mini";

  /** Empty when neither a key nor a base address is set. */
  public static Optional<OpenAiSettings> of(Config config) {
    Optional<String> key = config.text(Setting.OPENAI_API_KEY);
    boolean own = config.text(Setting.OPENAI_BASE_URL).isPresent();
    if (key.isEmpty() && !own) {
      return Optional.empty();
    }
    URI base = own ? config.baseUrl(Setting.OPENAI_BASE_URL) : OFFICIAL;
    Optional<String> model =
        config
            .text(Setting.OPENAI_MODEL)
            .or(
                () ->
                    OFFICIAL.getHost().equalsIgnoreCase(base.getHost())
                        ? Optional.of(OFFICIAL_MODEL)
                        : Optional.empty());
    return Optional.of(
        new OpenAiSettings(key, model, base, config.duration(Setting.MEMENEM_TIMEOUT)));
  }

  /** True for a server on this machine, which has no quota to keep. */
  public boolean isLocal() {
    String host = base.getHost().toLowerCase(Locale.ROOT);
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.startsWith("127.")
        || host.equals("[::1]");
  }

  /** {@code host} or {@code host:port}. */
  String server() {
    return base.getPort() == -1 ? base.getHost() : base.getHost() + ":" + base.getPort();
  }

  String account() {
    return Account.of(OpenAiProvider.NAME, base + " " + key.orElse(""));
  }

  /** A record prints its fields; the key is none of anybody's business. */
  @Override
  public String toString() {
    return model.orElse("first model") + " at " + base;
  }
}
