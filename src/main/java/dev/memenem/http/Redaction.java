package dev.memenem.http;

import dev.memenem.json.Invisible;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes a text from upstream fit to be shown or kept: known secrets and whatever looks like a key
 * are masked, control characters are gone, long texts are cut.
 */
public final class Redaction {
  /** What stands where a secret was. */
  public static final String MASK = "***";

  private static final int LONGEST = 240;
  private static final List<Pattern> SHAPES =
      List.of(
          Pattern.compile("(?i)\\b(?:bearer|basic)\\s+(?=\\S*[0-9=])[A-Za-z0-9._~+/=*-]{8,}"),
          Pattern.compile("\\b(?:sk|pk|rk|gsk|ghp|xox[a-z])[-_][A-Za-z0-9_*.-]{8,}"),
          Pattern.compile("\\bAIza[A-Za-z0-9_*-]{8,}"),
          Pattern.compile("\\bya29\\.[A-Za-z0-9_.*-]{8,}"),
          Pattern.compile(
              "(?<=\"(?:access_token|refresh_token|token|api_key|key|client_secret|password)\":\\s{0,4}\")(?:\\\\.|[^\"\\\\])+"),
          Pattern.compile("(?<=[?&](?:key|api_key|access_token|token)=)[^&\\s\"']+"),
          Pattern.compile("[A-Za-z0-9_-]*\\*{3,}[A-Za-z0-9_-]*"));

  private final List<String> secrets;

  private Redaction(List<String> secrets) {
    this.secrets = secrets;
  }

  /** Masks these, longest first, besides everything that looks like a key. */
  public static Redaction of(List<String> secrets) {
    return new Redaction(
        secrets.stream()
            .filter(secret -> secret.length() >= 4)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList());
  }

  /** The text with secrets masked, however long. */
  public String mask(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, MASK);
    }
    for (Pattern shape : SHAPES) {
      masked = shape.matcher(masked).replaceAll(MASK);
    }
    return masked;
  }

  /** One line of at most 240 characters, masked. */
  public String line(String text) {
    String line = mask(Invisible.strip(text).strip().replaceAll("\\s+", " "));
    if (line.length() <= LONGEST) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    return line.substring(0, end) + "…";
  }
}
