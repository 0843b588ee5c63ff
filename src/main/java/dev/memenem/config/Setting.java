package dev.memenem.config;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every setting, once: its name in the environment and in the configuration file, its default and
 * whether it is a secret. A secret {@code X} may also come from the file that {@code X_FILE} names.
 */
public enum Setting {
  MONGODB_URI(null, true),
  MEMENEM_STYLE("sarcastic", false),
  MEMENEM_SOURCES(null, false),
  MEMENEM_PROVIDERS(null, false),
  GEMINI_API_KEY(null, true),
  MEMENEM_GEMINI_MODEL("gemini-flash-lite-latest", false),
  MEMENEM_GEMINI_BASE_URL("https://generativelanguage.googleapis.com", false),
  OPENAI_API_KEY(null, true),
  OPENAI_MODEL(null, false),
  OPENAI_BASE_URL(null, false),
  REDDIT_CLIENT_ID(null, true),
  REDDIT_CLIENT_SECRET(null, true),
  REDDIT_USER_AGENT(null, false),
  MEMENEM_REDDIT_AUTH_BASE_URL("https://www.reddit.com", false),
  MEMENEM_REDDIT_API_BASE_URL("https://oauth.reddit.com", false),
  MEMENEM_IMGFLIP_BASE_URL("https://api.imgflip.com", false),
  MEMENEM_KYM_BASE_URL("https://knowyourmeme.com", false),
  MEMENEM_BATCH_SIZE("2", false),
  MEMENEM_RATE_LIMIT_DELAY("2s", false),
  MEMENEM_MAX_CONCURRENT_BATCHES("1", false),
  MEMENEM_TTL_TEMPLATES("1h", false),
  MEMENEM_TTL_CAPTIONS("24h", false),
  MEMENEM_TTL_JOBS("2h", false),
  MEMENEM_TTL_RESULTS("12h", false),
  MEMENEM_TTL_IMAGES("7d", false),
  MEMENEM_IMAGES_MAX("500MB", false),
  MEMENEM_TIMEOUT("30s", false),
  MEMENEM_JOB_TIMEOUT("10m", false),
  MEMENEM_IMAGE_ALLOW_PRIVATE("false", false);

  private final String defaultText;
  private final boolean secret;

  Setting(String defaultText, boolean secret) {
    this.defaultText = defaultText;
    this.secret = secret;
  }

  /** Empty when there is none. */
  public Optional<String> defaultText() {
    return Optional.ofNullable(defaultText);
  }

  /** True when its value is shown to nobody. */
  public boolean secret() {
    return secret;
  }

  static Optional<Setting> of(String name) {
    return Arrays.stream(values()).filter(setting -> setting.name().equals(name)).findFirst();
  }
}
