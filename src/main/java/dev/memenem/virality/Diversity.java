package dev.memenem.virality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses captions that score well and differ from one another: maximal marginal relevance
 * (Carbonell and Goldstein, 1998). Deterministic; ties go to the earlier candidate.
 */
public final class Diversity {
  /** Weight of the score when nothing else is asked for; the rest is weight of being different. */
  public static final double USUAL_BALANCE = 0.7;

  private static final int BITS = 20;

  private Diversity() {}

  /**
   * @param panels one text a panel
   * @param score 0 to 100
   */
  public record Candidate(List<String> panels, double score) {
    public Candidate {
      panels = List.copyOf(panels);
    }
  }

  /** As {@link #choose(List, int, double)} with the {@link #USUAL_BALANCE}. */
  public static List<Integer> choose(List<Candidate> candidates, int count) {
    return choose(candidates, count, USUAL_BALANCE);
  }

  /**
   * The indices of the chosen candidates in the order of choice; the first is the best scored one.
   *
   * @param count how many at most; fewer only when there are fewer candidates
   * @param balance 1 looks at the score alone, 0 at the difference from those chosen before
   * @throws IllegalArgumentException when the balance is not between 0 and 1
   */
  public static List<Integer> choose(List<Candidate> candidates, int count, double balance) {
    if (!(balance >= 0 && balance <= 1)) {
      throw new IllegalArgumentException("balance must be between 0 and 1: " + balance);
    }
    int n = candidates.size();
    List<CaptionText> texts =
        candidates.stream().map(candidate -> CaptionText.unmasked(candidate.panels())).toList();
    List<int[]> pieces = texts.stream().map(Diversity::pieces).toList();
    List<int[]> words = texts.stream().map(Diversity::words).toList();
    double[] nearest = new double[n];
    boolean[] taken = new boolean[n];
    List<Integer> chosen = new ArrayList<>();
    while (chosen.size() < Math.min(count, n)) {
      int best = -1;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < n; i++) {
        double score = candidates.get(i).score() / 100;
        double worth = chosen.isEmpty() ? score : balance * score - (1 - balance) * nearest[i];
        if (!taken[i] && worth > most) {
          best = i;
          most = worth;
        }
      }
      taken[best] = true;
      chosen.add(best);
      for (int i = 0; i < n; i++) {
        double same =
            (shared(pieces.get(i), pieces.get(best)) + shared(words.get(i), words.get(best))) / 2;
        nearest[i] = Math.max(nearest[i], same);
      }
    }
    return List.copyOf(chosen);
  }

  /** How alike two captions are, 0 to 1: by their words and by their pieces of words. */
  public static double similarity(List<String> panels, List<String> others) {
    CaptionText a = CaptionText.unmasked(panels);
    CaptionText b = CaptionText.unmasked(others);
    return (shared(pieces(a), pieces(b)) + shared(words(a), words(b))) / 2;
  }

  private static int[] pieces(CaptionText text) {
    Ngrams ngrams = Ngrams.characters(text, BITS);
    int[] buckets = new int[ngrams.size()];
    Arrays.setAll(buckets, ngrams::bucket);
    return buckets;
  }

  private static int[] words(CaptionText text) {
    int[] words = new int[text.tokens()];
    Arrays.setAll(words, text::hash);
    return Arrays.stream(words).sorted().distinct().toArray();
  }

  /** Dice's coefficient of two sorted sets; two empty ones are the same. */
  private static double shared(int[] a, int[] b) {
    int same = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        same++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return a.length + b.length == 0 ? 1 : 2.0 * same / (a.length + b.length);
  }
}
