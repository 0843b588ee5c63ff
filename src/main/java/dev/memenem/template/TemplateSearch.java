package dev.memenem.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Plain search by words, for people who look for a template they know. */
public final class TemplateSearch {
  private static final Comparator<Template> POPULAR =
      Comparator.comparingDouble((Template t) -> -t.popularity()).thenComparing(Template::id);

  private TemplateSearch() {}

  /** The most popular first, ties by id. */
  public static List<Template> mostPopular(List<Template> templates) {
    return templates.stream().sorted(POPULAR).toList();
  }

  /**
   * Those in which every word of the query begins a word of a name, tag or character, or stands in
   * the id; a match in the name comes first, then popularity.
   */
  public static List<Template> matching(String query, List<Template> templates) {
    String[] words = words(query);
    List<Template> named = new ArrayList<>();
    List<Template> others = new ArrayList<>();
    for (Template template : mostPopular(templates)) {
      if (matches(words, template.name())) {
        named.add(template);
      } else if (matches(words, everything(template))) {
        others.add(template);
      }
    }
    named.addAll(others);
    return named;
  }

  private static String everything(Template template) {
    Template.Meaning meaning = template.meaning();
    return String.join(
        " ",
        template.name(),
        template.id(),
        String.join(" ", meaning.otherNames()),
        String.join(" ", meaning.tags()),
        String.join(" ", meaning.characters()));
  }

  private static boolean matches(String[] words, String text) {
    String plain = " " + String.join(" ", words(text));
    for (String word : words) {
      if (!plain.contains(" " + word)) {
        return false;
      }
    }
    return true;
  }

  private static String[] words(String text) {
    return text.toLowerCase(Locale.ROOT).strip().split("[^\\p{L}\\p{N}]+");
  }
}
