package dev.memenem.template.knowyourmeme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A site's {@code robots.txt} (RFC 9309): the group that names us, else the one for everybody; of
 * the rules that match a path the longest counts, and {@code Allow} wins a tie.
 */
final class Robots {
  private record Rule(boolean allow, String path) {
    boolean matches(String asked) {
      boolean end = path.endsWith("$");
      String[] parts = (end ? path.substring(0, path.length() - 1) : path).split("\\*", -1);
      List<String> quoted = new ArrayList<>();
      for (String part : parts) {
        quoted.add(Pattern.quote(part));
      }
      String pattern = String.join(".*", quoted) + (end ? "" : ".*");
      return asked.matches("(?s)" + pattern);
    }
  }

  private final List<Rule> rules;

  private Robots(List<Rule> rules) {
    this.rules = rules;
  }

  static Robots parse(String text, String agent) {
    List<Rule> ours = new ArrayList<>();
    List<Rule> everybody = new ArrayList<>();
    boolean named = false;
    boolean forUs = false;
    boolean forAll = false;
    boolean inAgents = false;
    for (String raw : text.lines().toList()) {
      String line = raw.replaceFirst("#.*", "").strip();
      int colon = line.indexOf(':');
      if (colon < 0) {
        continue;
      }
      String field = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).strip();
      if (field.equals("user-agent")) {
        forUs = (inAgents && forUs) || value.equalsIgnoreCase(agent);
        forAll = (inAgents && forAll) || value.equals("*");
        named |= forUs;
        inAgents = true;
      } else if (field.equals("allow") || field.equals("disallow")) {
        inAgents = false;
        if (!value.isEmpty()) {
          Rule rule = new Rule(field.equals("allow"), value);
          if (forUs) {
            ours.add(rule);
          }
          if (forAll) {
            everybody.add(rule);
          }
        }
      }
    }
    return new Robots(named ? ours : everybody);
  }

  /**
   * @param path with its query
   */
  boolean allows(String path) {
    Rule best = new Rule(true, "");
    for (Rule rule : rules) {
      int longer = rule.path().length() - best.path().length();
      if (rule.matches(path) && (longer > 0 || (longer == 0 && rule.allow()))) {
        best = rule;
      }
    }
    return best.allow();
  }
}
