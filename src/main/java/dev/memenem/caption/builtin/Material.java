package dev.memenem.caption.builtin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What one topic and style can draw from, the least used first. */
final class Material {
  /** How often a topic with a world of its own is told through material that fits every topic. */
  private static final double EVERYDAY = 0.12;

  /** Small words that fit every style; written for one they are preferred in none. */
  private static final Set<String> SHARED =
      Set.of("swarm", "gift", "thing", "who", "quip", "peak", "doge");

  private final Lexicon lexicon;
  private final Topic topic;
  private final char style;
  private final Map<String, Double> worlds;
  private final Map<Atom, Integer> used = new HashMap<>();
  private final Map<String, List<Atom>> pools = new HashMap<>();

  Material(Lexicon lexicon, Topic topic, char style) {
    this.lexicon = lexicon;
    this.topic = topic;
    this.style = style;
    Map<String, Double> found = new LinkedHashMap<>(lexicon.worldsOf(topic.text()));
    double best = found.values().stream().mapToDouble(w -> w).max().orElse(0);
    found.values().removeIf(weight -> weight < best * 0.4);
    this.worlds = found;
  }

  boolean hasWorld() {
    return !worlds.isEmpty();
  }

  void use(Atom atom) {
    used.merge(atom, 1, Integer::sum);
  }

  /**
   * One piece of material.
   *
   * @param bare true when it must be written in the style itself
   */
  Optional<Atom> pick(String kind, char mood, boolean bare, SplittableRandom random) {
    String first = randomWorld(random);
    Optional<Atom> atom = leastUsed(pool(first, kind, mood, bare), random);
    if (atom.isEmpty() && !first.equals(Lexicon.LIFE)) {
      for (String world : worlds.keySet()) {
        atom = atom.isPresent() ? atom : leastUsed(pool(world, kind, mood, bare), random);
      }
    }
    return atom.isPresent() ? atom : leastUsed(pool(Lexicon.LIFE, kind, mood, bare), random);
  }

  /** Whether there are finished jokes of the kind, in a world of the topic or about any topic. */
  boolean hasJokes(String kind) {
    return Stream.concat(worlds.keySet().stream(), Stream.of(Lexicon.LIFE))
        .anyMatch(world -> !pool(world, kind, '-', true).isEmpty());
  }

  private String randomWorld(SplittableRandom random) {
    if (worlds.isEmpty() || random.nextDouble() < EVERYDAY) {
      return Lexicon.LIFE;
    }
    double at = random.nextDouble() * worlds.values().stream().mapToDouble(w -> w).sum();
    for (Map.Entry<String, Double> world : worlds.entrySet()) {
      at -= world.getValue();
      if (at < 0) {
        return world.getKey();
      }
    }
    return worlds.keySet().iterator().next();
  }

  private List<Atom> pool(String world, String kind, char mood, boolean bare) {
    return pools.computeIfAbsent(
        world + " " + kind + mood + bare,
        key -> {
          List<Atom> pool = new ArrayList<>();
          for (Atom atom : lexicon.atoms(world)) {
            boolean own = atom.isIn(style) || atom.isPlain() && style == 's';
            boolean fits =
                SHARED.contains(kind) ? own || atom.isPlain() : bare ? own : atom.isPlain();
            if (atom.kind().equals(kind) && atom.mood() == mood && fits && speakable(atom)) {
              pool.add(atom);
            }
          }
          return pool;
        });
  }

  private boolean speakable(Atom atom) {
    return topic.noun().isPresent() || atom.parts().stream().noneMatch(p -> p.contains("{t"));
  }

  private Optional<Atom> leastUsed(List<Atom> pool, SplittableRandom random) {
    if (pool.isEmpty()) {
      return Optional.empty();
    }
    Atom any = pool.get(random.nextInt(pool.size()));
    if (!used.containsKey(any)) {
      return Optional.of(any);
    }
    int least = pool.stream().mapToInt(atom -> used.getOrDefault(atom, 0)).min().orElse(0);
    List<Atom> fresh = pool.stream().filter(atom -> used.getOrDefault(atom, 0) == least).toList();
    return Optional.of(fresh.get(random.nextInt(fresh.size())));
  }
}
