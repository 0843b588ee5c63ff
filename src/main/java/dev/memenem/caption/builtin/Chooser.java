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
   * A step of giving in, when the steps before left too few.
   *
   * @param alike how alike two variations may be, as a share of common words
   * @param lines whether a line may come back
   * @param again whether a template may say what another one says already
   */
  private record Step(double alike, boolean lines, boolean again) {}

  private static final List<Step> STEPS =
      List.of(
          new Step(0.34, false, false),
          new Step(0.5, false, false),
          new Step(0.7, false, false),
          new Step(1, true, false),
          new Step(1, true, true));

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
    for (Step step : STEPS) {
      for (Draft draft : rest) {
        if (chosen.size() == count) {
          break;
        }
        String print = draft.captions().fingerprint();
        if (!prints.contains(print)
            && (step.again() || !told.contains(print))
            && (step.lines()
                || isFresh(draft, chosen, step.alike()) && closest(draft, near) < step.alike())) {
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
