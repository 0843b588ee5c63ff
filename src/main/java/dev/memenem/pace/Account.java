package dev.memenem.pace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names for accounts that tell them apart and give no secret away. */
public final class Account {
  private Account() {}

  /**
   * {@code gemini:3f2a9c01}: the provider and a short digest of what identifies the account there.
   */
  public static String of(String provider, String identity) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(identity.getBytes(StandardCharsets.UTF_8));
      return provider + ":" + HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
