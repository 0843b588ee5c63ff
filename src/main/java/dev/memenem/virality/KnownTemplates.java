package dev.memenem.virality;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds a template the model has learnt by an id of ours or by its slug. */
final class KnownTemplates {
  static final int UNKNOWN = -1;
  private final Map<String, Integer> index = new HashMap<>();

  KnownTemplates(List<Weights.Known> templates) {
    for (int i = 0; i < templates.size(); i++) {
      index.put(folded(templates.get(i).slug()), i);
      index.put("imgflip_" + templates.get(i).number(), i);
    }
  }

  /**
   * @param id {@code imgflip_<number>}, the number alone, a slug such as {@code Two-Buttons}, or a
   *     slug behind {@code builtin_}
   */
  int indexOf(String id) {
    if (id == null) {
      return UNKNOWN;
    }
    Integer found = index.get(id);
    if (found == null && !id.isEmpty() && Character.isDigit(id.charAt(0))) {
      found = index.get("imgflip_" + id);
    }
    if (found == null && !id.startsWith("imgflip_")) {
      found = index.get(folded(id.startsWith("builtin_") ? id.substring(8) : id));
    }
    return found == null ? UNKNOWN : found;
  }

  private static String folded(String slug) {
    return slug.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
