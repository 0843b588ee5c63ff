package dev.memenem.caption;

import dev.memenem.json.Json;
import dev.memenem.json.JsonException;
import dev.memenem.json.Tree;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the JSON object in what a model said: the whole text, else the first balanced object in it,
 * so that code fences and friendly words around it do no harm. Nothing is guessed inside it.
 */
final class AnswerText {
  private static final Pattern THINKING = Pattern.compile("(?s)^\\s*<think>.*?</think>");

  private AnswerText() {}

  static Optional<Tree> object(String text) {
    String said = THINKING.matcher(text).replaceFirst("").strip();
    Optional<Tree> whole = parse(said);
    if (whole.isPresent()) {
      return whole;
    }
    for (int from = said.indexOf('{'); from >= 0; from = said.indexOf('{', from + 1)) {
      int end = balanced(said, from);
      if (end < 0) {
        return Optional.empty();
      }
      Optional<Tree> part = parse(said.substring(from, end));
      if (part.isPresent()) {
        return part;
      }
    }
    return Optional.empty();
  }

  private static Optional<Tree> parse(String text) {
    try {
      return Optional.of(Json.parse(text)).filter(Tree::isObject);
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  /** The index behind the brace that closes the one at {@code from}; -1 when none does. */
  private static int balanced(String text, int from) {
    int depth = 0;
    boolean inString = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inString) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          inString = false;
        }
      } else if (c == '"') {
        inString = true;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }
}
