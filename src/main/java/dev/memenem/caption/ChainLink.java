package dev.memenem.caption;

import java.time.Duration;

/**
 * One provider in a chain, and how it is asked.
 *
 * @param provider who is asked
 * @param account its account at the upstream, named without its secret: {@code gemini:3f2a9c01}
 * @param model who writes, as far as it is known before asking; part of the cache key
 * @param spacing from the start of one call to the start of the next; zero: not paced
 */
public record ChainLink(CaptionProvider provider, String account, String model, Duration spacing) {

  /** A provider in this process: neither paced nor cached nor counted. */
  public static ChainLink local(CaptionProvider provider) {
    return new ChainLink(provider, provider.name(), "", Duration.ZERO);
  }
}
