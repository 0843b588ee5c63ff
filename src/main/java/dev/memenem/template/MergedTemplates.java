package dev.memenem.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Templates of several sources, each meme once: by its id, and by its name in any spelling. */
final class MergedTemplates {
  /** Whose id a meme keeps when several sources have it. */
  private static final List<String> IDS = List.of("imgflip_", "builtin_", "reddit_");

  private final List<Template> templates = new ArrayList<>();
  private final Map<String, Integer> byId = new HashMap<>();
  private final Map<String, Integer> byName = new HashMap<>();

  void add(Template template) {
    String name = TemplateNames.plain(template.name());
    Integer place = byId.get(template.id());
    if (place == null && !name.isEmpty()) {
      place = byName.get(name);
    }
    if (place == null) {
      place = templates.size();
      templates.add(template);
    } else {
      templates.set(place, merge(templates.get(place), template));
    }
    byId.putIfAbsent(template.id(), place);
    byName.putIfAbsent(name, place);
  }

  List<Template> list() {
    return List.copyOf(templates);
  }

  /**
   * One of them as a whole, since panels belong to a picture: the one that knows what the format
   * means, else the one whose id counts more.
   */
  private static Template merge(Template first, Template second) {
    boolean firstKnows = !first.meaning().situation().isEmpty();
    boolean secondKnows = !second.meaning().situation().isEmpty();
    Template better =
        firstKnows != secondKnows
            ? (firstKnows ? first : second)
            : rank(second.id()) < rank(first.id()) ? second : first;
    Template id = rank(second.id()) < rank(first.id()) ? second : first;
    return new Template(
        id.id(),
        better.name(),
        id.source(),
        better.image(),
        better.meaning(),
        better.panels(),
        Math.max(first.popularity(), second.popularity()));
  }

  private static int rank(String id) {
    for (int i = 0; i < IDS.size(); i++) {
      if (id.startsWith(IDS.get(i))) {
        return i;
      }
    }
    return IDS.size();
  }
}
