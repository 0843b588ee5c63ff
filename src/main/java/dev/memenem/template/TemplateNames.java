package dev.memenem.template;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds templates by what people type: an id, the start of one, a name in any spelling, or nearly a
 * name. Immutable.
 */
public final class TemplateNames {
  private static final int SHORTEST_PART = 4;

  /** Enough to ask back, not to decide. */
  private static final int SHORTEST_HINT = 2;

  /** In points of popularity: "drake" means Drake Hotline Bling, though Drake Blank exists. */
  private static final double CLEAR_LEAD = 20;

  private final Map<String, Template> byId = new LinkedHashMap<>();
  private final Map<String, Template> byName = new LinkedHashMap<>();

  /** Of two templates with one id or one name the first is found. */
  public TemplateNames(Collection<Template> templates) {
    for (Template template : templates) {
      byId.putIfAbsent(template.id(), template);
      byName.putIfAbsent(plain(template.name()), template);
    }
    for (Template template : templates) {
      for (String name : template.meaning().otherNames()) {
        byName.putIfAbsent(plain(name), template);
      }
    }
  }

  /**
   * A name without what spellings differ in: letters and digits in lower case, so that {@code
   * Two-Buttons}, {@code two buttons} and {@code "Two Buttons!"} are one.
   */
  public static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); ) {
      int c = name.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        plain.appendCodePoint(Character.toLowerCase(c));
      }
    }
    return plain.toString();
  }

  public Optional<Template> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The template with this name or other name, in any spelling. */
  public Optional<Template> byName(String name) {
    return Optional.ofNullable(byName.get(plain(name)));
  }

  /**
   * The template meant by an id, a bare Imgflip id, a name, the start of an id or of a name that
   * only one has or one that is far better known than the others, or a name with a slip of the pen.
   * Empty when nothing or more than one is meant: {@link #near} says what could have been.
   */
  public Optional<Template> find(String query) {
    String id = query.strip();
    return byId(id)
        .or(() -> byId("imgflip_" + id))
        .or(() -> byName(id))
        .or(() -> only(startingWith(id)))
        .or(() -> only(partly(plain(id), SHORTEST_PART)))
        .or(() -> only(closest(plain(id))));
  }

  /** Up to {@code limit} templates with names near to the query, the nearest first. */
  public List<Template> near(String query, int limit) {
    String plain = plain(query);
    Map<String, Template> near = startingWith(query.strip());
    partly(plain, SHORTEST_HINT).forEach(near::putIfAbsent);
    closest(plain).forEach(near::putIfAbsent);
    return near.values().stream().limit(limit).toList();
  }

  /**
   * The only one, or the one that is so much better known than the others that it must be meant.
   */
  private static Optional<Template> only(Map<String, Template> found) {
    List<Template> known =
        found.values().stream()
            .sorted(Comparator.comparingDouble((Template t) -> -t.popularity()))
            .toList();
    boolean clear =
        known.size() == 1
            || (known.size() > 1
                && known.get(0).popularity() - known.get(1).popularity() >= CLEAR_LEAD);
    return clear ? Optional.of(known.get(0)) : Optional.empty();
  }

  // What is found is kept by id: the hash of a whole template would cost far more than the search.

  private Map<String, Template> startingWith(String idStart) {
    Map<String, Template> found = new LinkedHashMap<>();
    if (idStart.length() >= SHORTEST_PART) {
      for (Template template : byId.values()) {
        if (template.id().startsWith(idStart)) {
          found.put(template.id(), template);
        }
      }
    }
    return found;
  }

  /** Names that start with the query; when there are none, names that contain it. */
  private Map<String, Template> partly(String query, int shortest) {
    Map<String, Template> starting = new LinkedHashMap<>();
    Map<String, Template> containing = new LinkedHashMap<>();
    if (query.length() >= shortest) {
      for (Map.Entry<String, Template> entry : byName.entrySet()) {
        Template template = entry.getValue();
        if (entry.getKey().startsWith(query)) {
          starting.put(template.id(), template);
        } else if (entry.getKey().contains(query)) {
          containing.put(template.id(), template);
        }
      }
    }
    return starting.isEmpty() ? containing : starting;
  }

  /** The templates whose names need the fewest edits, at most one edit for five letters. */
  private Map<String, Template> closest(String query) {
    int fewest = query.length() / 5;
    long letters = letters(query);
    Map<String, Template> closest = new LinkedHashMap<>();
    for (Map.Entry<String, Template> entry : byName.entrySet()) {
      String name = entry.getKey();
      // An edit changes at most two letters of the set; this spares nearly all comparisons.
      if (Math.abs(query.length() - name.length()) <= fewest
          && Long.bitCount(letters ^ letters(name)) <= 2 * fewest) {
        int edits = edits(query, name);
        if (edits < fewest) {
          closest.clear();
          fewest = edits;
        }
        if (edits == fewest) {
          closest.put(entry.getValue().id(), entry.getValue());
        }
      }
    }
    return closest;
  }

  /** The set of letters in a name. */
  private static long letters(String name) {
    long letters = 0;
    for (int i = 0; i < name.length(); i++) {
      letters |= 1L << name.charAt(i);
    }
    return letters;
  }

  /** Levenshtein distance. */
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
