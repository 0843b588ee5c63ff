package dev.memenem.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds templates by what people type: an id, the start of one, a name in any spelling, or nearly a
 * name. Immutable.
 */
public final class TemplateNames {
  private static final int SHORTEST_PART = 4;

  /** In points of popularity: "drake" means Drake Hotline Bling, though Drake Blank exists. */
  private static final double CLEAR_LEAD = 20;

  private final Map<String, Template> byId = new LinkedHashMap<>();
  private final Map<String, Template> byName = new LinkedHashMap<>();

  /** Of two templates with one id or one name the first is found. */
  public TemplateNames(Collection<Template> templates) {
    templates.forEach(template -> byId.putIfAbsent(template.id(), template));
    templates.forEach(template -> byName.putIfAbsent(plain(template.name()), template));
    templates.forEach(
        template ->
            template.meaning().otherNames().forEach(n -> byName.putIfAbsent(plain(n), template)));
  }

  /**
   * A name without what spellings differ in: letters and digits in lower case, so that {@code
   * Two-Buttons}, {@code two buttons} and {@code "Two Buttons!"} are one.
   */
  public static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    name.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(plain::appendCodePoint);
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
        .or(() -> only(partly(plain(id))))
        .or(() -> only(closest(plain(id))));
  }

  /** Up to {@code limit} templates with names near to the query, the nearest first. */
  public List<Template> near(String query, int limit) {
    String plain = plain(query);
    Set<Template> near = new LinkedHashSet<>(startingWith(query.strip()));
    near.addAll(partly(plain));
    near.addAll(closest(plain));
    return near.stream().limit(limit).toList();
  }

  /**
   * The only one, or the one that is so much better known than the others that it must be meant.
   */
  private static Optional<Template> only(Collection<Template> found) {
    List<Template> known =
        found.stream().sorted(Comparator.comparingDouble((Template t) -> -t.popularity())).toList();
    boolean clear =
        known.size() == 1
            || (known.size() > 1
                && known.get(0).popularity() - known.get(1).popularity() >= CLEAR_LEAD);
    return clear ? Optional.of(known.get(0)) : Optional.empty();
  }

  private Set<Template> startingWith(String idStart) {
    Set<Template> found = new LinkedHashSet<>();
    if (idStart.length() >= SHORTEST_PART) {
      byId.forEach(
          (id, template) -> {
            if (id.startsWith(idStart)) {
              found.add(template);
            }
          });
    }
    return found;
  }

  /** Names that start with the query; when there are none, names that contain it. */
  private Set<Template> partly(String query) {
    Set<Template> starting = new LinkedHashSet<>();
    Set<Template> containing = new LinkedHashSet<>();
    if (query.length() >= SHORTEST_PART) {
      byName.forEach(
          (name, template) -> {
            if (name.startsWith(query)) {
              starting.add(template);
            } else if (name.contains(query)) {
              containing.add(template);
            }
          });
    }
    return starting.isEmpty() ? containing : starting;
  }

  /** The templates whose names need the fewest edits, at most one edit for five letters. */
  private List<Template> closest(String query) {
    int allowed = query.length() / 5;
    Map<Template, Integer> edits = new HashMap<>();
    byName.forEach(
        (name, template) -> {
          int distance = edits(query, name, allowed);
          if (distance <= allowed) {
            edits.merge(template, distance, Math::min);
          }
        });
    int fewest = edits.values().stream().min(Comparator.naturalOrder()).orElse(0);
    List<Template> closest = new ArrayList<>(edits.keySet());
    closest.removeIf(template -> edits.get(template) > fewest);
    closest.sort(Comparator.comparing(Template::id));
    return closest;
  }

  /** Levenshtein distance, or more than {@code allowed} when it is more. */
  private static int edits(String a, String b, int allowed) {
    if (Math.abs(a.length() - b.length()) > allowed) {
      return allowed + 1;
    }
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
