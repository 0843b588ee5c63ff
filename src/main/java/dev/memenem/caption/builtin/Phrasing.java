package dev.memenem.caption.builtin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Fills the slots of one draft: {@code {a}}, {@code {b:ing}} from its material, {@code {t}} and its
 * like from the topic, every other name from the lexicon. What the topic brings is never read for
 * slots.
 */
final class Phrasing {
  private final Topic topic;
  private final Material material;
  private final SplittableRandom random;
  private final Set<Atom> used = new HashSet<>();
  private List<String> parts = List.of();
  private boolean broken;

  /** One joke is about one moment, however often it says it. */
  private final String moment;

  Phrasing(Topic topic, Material material, SplittableRandom random) {
    this.topic = topic;
    this.material = material;
    this.random = random;
    this.moment = topic.moments().get(random.nextInt(topic.moments().size()));
  }

  /** The material that {@code {a}}, {@code {b}} … stand for from now on. */
  void bind(Atom atom) {
    used.add(atom);
    parts = atom.parts();
  }

  void bind(List<String> texts) {
    parts = texts;
  }

  Set<Atom> used() {
    return used;
  }

  /** Empty when a slot cannot be filled. */
  Optional<String> say(String template) {
    broken = false;
    String said = fill(template, 0);
    return broken ? Optional.empty() : Optional.of(said.strip());
  }

  private String fill(String template, int depth) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      int open = template.indexOf('{', at);
      int close = open < 0 ? -1 : template.indexOf('}', open);
      if (close < 0) {
        return out.append(template, at, template.length()).toString();
      }
      out.append(template, at, open);
      out.append(slot(template.substring(open + 1, close), depth));
      at = close + 1;
    }
    return out.toString();
  }

  private String slot(String name, int depth) {
    int colon = name.indexOf(':');
    String base = colon < 0 ? name : name.substring(0, colon);
    String form = colon < 0 ? "" : name.substring(colon + 1);
    if (base.length() == 1 && base.charAt(0) >= 'a' && base.charAt(0) <= 'e') {
      int index = base.charAt(0) - 'a';
      return index < parts.size() ? fill(formed(parts.get(index), form), depth + 1) : broken();
    }
    boolean plural = topic.plural();
    return switch (base) {
      case "t" -> topic.noun().orElseGet(this::broken);
      case "w" -> moment;
      case "doing" ->
          topic.gerund().orElseGet(() -> topic.noun().map(this::dealing).orElseGet(this::broken));
      case "label" ->
          topic.noun().isPresent() && English.words(topic.label()) <= 4 ? topic.label() : broken();
      case "is" -> plural ? "are" : "is";
      case "s" -> plural ? "" : "s";
      case "es" -> plural ? "" : "es";
      case "it" -> plural ? "them" : "it";
      case "they" -> plural ? "they" : "it";
      case "its" -> plural ? "their" : "its";
      case "was" -> plural ? "were" : "was";
      case "has" -> plural ? "have" : "has";
      case "does" -> plural ? "do" : "does";
      case "this" -> plural ? "these" : "this";
      default -> depth > 3 ? broken() : drawn(base, form, depth);
    };
  }

  private String dealing(String noun) {
    return List.of("dealing with ", "thinking about ", "explaining ", "surviving ")
            .get(random.nextInt(4))
        + noun;
  }

  private String drawn(String kind, String form, int depth) {
    Optional<Atom> atom = material.pick(kind, '-', false, random);
    if (atom.isEmpty() || !used.add(atom.get())) {
      return broken();
    }
    List<String> choice = new ArrayList<>(atom.get().parts());
    return fill(formed(choice.get(0), form), depth + 1);
  }

  private static String formed(String part, String form) {
    return switch (form) {
      case "ing" -> English.gerund(part);
      case "s" -> English.third(part);
      default -> English.base(part);
    };
  }

  private String broken() {
    broken = true;
    return "";
  }
}
