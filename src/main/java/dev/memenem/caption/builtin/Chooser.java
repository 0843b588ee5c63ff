package dev.memenem.caption.builtin;

import dev.memenem.caption.Captions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Keeps the best few drafts that differ from one another: maximal marginal relevance. */
final class Chooser {
  /**
   * How alike two variations may be at each step of giving in, as a share of common words. At the
   * last but one a line may come back, at the last what another template says already.
   */
  private static final double[] ALIKE = {0.34, 0.5, 0.7, 1.01, 1.02};

  private final Set<String> linesTaken = new HashSet<>();
  private final Set<String> told = new HashSet<>();

  /**
   * @param taken variations that exist already
   * @param quality higher is better
   * @return at most {@code count}, the best first
   */
  List<Draft> choose(
      List<Draft> drafts, int count, List<Captions> taken, ToDoubleFunction<Draft> quality) {
    Set<String> prints = new HashSet<>();
    taken.forEach(t -> prints.add(t.fingerprint()));
    List<Set<String>> near = new ArrayList<>();
    taken.forEach(t -> near.add(Draft.words(t.texts())));
    List<Draft> rest = new ArrayList<>(drafts);
    rest.sort((x, y) -> Double.compare(quality.applyAsDouble(y), quality.applyAsDouble(x)));
    List<Draft> chosen = new ArrayList<>();
    for (double alike : ALIKE) {
      for (Draft draft : rest) {
        if (chosen.size() == count) {
          break;
        }
        String print = draft.captions().fingerprint();
        boolean anyWillDo = alike > 1;
        boolean again = alike > 1.01;
        if (!prints.contains(print)
            && (again || !told.contains(print))
            && (anyWillDo || isFresh(draft, chosen, alike) && closest(draft, near) < alike)) {
          chosen.add(draft);
          prints.add(print);
          told.add(print);
          near.add(draft.words());
          linesTaken.addAll(draft.lines());
        }
      }
    }
    return chosen;
  }

  private boolean isFresh(Draft draft, List<Draft> chosen, double alike) {
    return Collections.disjoint(linesTaken, draft.lines())
        && (alike > 0.6
            || chosen.stream().allMatch(c -> Collections.disjoint(c.atoms(), draft.atoms())))
        && (alike > 0.4
            || chosen.stream().allMatch(c -> Collections.disjoint(c.frames(), draft.frames())));
  }

  private static double closest(Draft draft, List<Set<String>> others) {
    double closest = 0;
    Set<String> words = draft.words();
    for (Set<String> other : others) {
      long common = words.stream().filter(other::contains).count();
      closest = Math.max(closest, common / (double) (words.size() + other.size() - common));
    }
    return closest;
  }
}
