package dev.memenem.virality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/**
 * How well scores rank captions whose success is known.
 *
 * <p>Best of four: captions of one template are dealt into fours; the mean percentile of the one
 * with the highest score of each. Ties share.
 */
final class Evaluation {
  static final int TOP = 90;
  private static final int DRAWS = 5;
  private static final int FEWEST = 30;

  /**
   * @param bestOfFour mean percentile of the chosen captions
   * @param random mean percentile of all captions dealt
   * @param auc probability that a caption of the top tenth scores above another one
   * @param spearman mean over templates of the rank correlation within the template
   * @param sameLength best of four among captions of the same length, give or take 7 %
   * @param sameLengthRandom mean percentile of those
   */
  record Figures(
      double bestOfFour,
      double random,
      double auc,
      double spearman,
      double sameLength,
      double sameLengthRandom) {
    double lift() {
      return bestOfFour - random;
    }

    double sameLengthLift() {
      return sameLength - sameLengthRandom;
    }
  }

  private final Corpus corpus;
  private final Map<String, int[]> templates = new TreeMap<>();
  private final List<int[]> fours;
  private final List<int[]> sameLengthFours;

  Evaluation(Corpus corpus) {
    this.corpus = corpus;
    Map<String, List<Integer>> rows = new TreeMap<>();
    for (int i = 0; i < corpus.size(); i++) {
      rows.computeIfAbsent(corpus.captions().get(i).template(), t -> new ArrayList<>()).add(i);
    }
    rows.forEach((t, r) -> templates.put(t, r.stream().mapToInt(Integer::intValue).toArray()));
    this.fours = deal(false);
    this.sameLengthFours = deal(true);
  }

  Figures figures(double[] score) {
    int[] everyRow = new int[corpus.size()];
    Arrays.setAll(everyRow, i -> i);
    return figures(score, everyRow, fours, sameLengthFours);
  }

  /** The 2.5 % and 97.5 % bounds of every figure over resampled captions. */
  List<Figures> interval(double[] score, int resamples) {
    SplittableRandom random = new SplittableRandom(20240401);
    List<Figures> drawn = new ArrayList<>();
    int n = corpus.size();
    for (int b = 0; b < resamples; b++) {
      int[] rows = new int[n];
      Arrays.setAll(rows, i -> random.nextInt(n));
      drawn.add(figures(score, rows, resample(fours, random), resample(sameLengthFours, random)));
    }
    int low = (int) (.025 * (resamples - 1));
    int high = (int) Math.ceil(.975 * (resamples - 1));
    return List.of(bound(drawn, low), bound(drawn, high));
  }

  private static Figures bound(List<Figures> drawn, int rank) {
    return new Figures(
        ranked(drawn, rank, i -> drawn.get(i).bestOfFour()),
        ranked(drawn, rank, i -> drawn.get(i).random()),
        ranked(drawn, rank, i -> drawn.get(i).auc()),
        ranked(drawn, rank, i -> drawn.get(i).spearman()),
        ranked(drawn, rank, i -> drawn.get(i).sameLength()),
        ranked(drawn, rank, i -> drawn.get(i).sameLengthRandom()));
  }

  private static double ranked(List<Figures> drawn, int rank, IntToDoubleFunction figure) {
    double[] values = new double[drawn.size()];
    Arrays.setAll(values, figure);
    Arrays.sort(values);
    return values[rank];
  }

  /** Five overlapping deals are not five samples: draw only a fifth of their groups. */
  private static List<int[]> resample(List<int[]> groups, SplittableRandom random) {
    List<int[]> drawn = new ArrayList<>();
    for (int i = 0; i < Math.max(1, groups.size() / DRAWS) && !groups.isEmpty(); i++) {
      drawn.add(groups.get(random.nextInt(groups.size())));
    }
    return drawn;
  }

  private Figures figures(double[] score, int[] rows, List<int[]> four, List<int[]> same) {
    double[] target = new double[corpus.size()];
    Arrays.setAll(target, i -> corpus.captions().get(i).percentile());
    Map<String, List<Integer>> byTemplate = new TreeMap<>();
    for (int row : rows) {
      byTemplate
          .computeIfAbsent(corpus.captions().get(row).template(), t -> new ArrayList<>())
          .add(row);
    }
    double sum = 0;
    int counted = 0;
    for (List<Integer> some : byTemplate.values()) {
      int[] index = some.stream().mapToInt(Integer::intValue).toArray();
      if (templates.get(corpus.captions().get(index[0]).template()).length >= FEWEST) {
        sum += spearman(select(score, index), select(target, index));
        counted++;
      }
    }
    return new Figures(
        best(four, score, target),
        mean(four, target),
        auc(select(score, rows), select(target, rows)),
        counted == 0 ? 0 : sum / counted,
        best(same, score, target),
        mean(same, target));
  }

  private List<int[]> deal(boolean sameLength) {
    SplittableRandom random = new SplittableRandom(20240401);
    List<int[]> groups = new ArrayList<>();
    int[] length = new int[corpus.size()];
    Arrays.setAll(
        length, i -> String.join(" ", corpus.captions().get(i).panels()).strip().length());
    for (int[] rows : templates.values()) {
      for (int draw = 0; draw < DRAWS; draw++) {
        int[] order = rows.clone();
        for (int i = order.length - 1; i > 0; i--) {
          int j = random.nextInt(i + 1);
          int swapped = order[i];
          order[i] = order[j];
          order[j] = swapped;
        }
        if (sameLength) {
          order =
              Arrays.stream(order)
                  .boxed()
                  .sorted((a, b) -> length[a] - length[b])
                  .mapToInt(Integer::intValue)
                  .toArray();
        }
        for (int k = 0; k + 4 <= order.length; k += 4) {
          int[] group = Arrays.copyOfRange(order, k, k + 4);
          if (!sameLength || length[group[3]] <= 1.15 * length[group[0]]) {
            groups.add(group);
          }
        }
      }
    }
    return groups;
  }

  private static double best(List<int[]> groups, double[] score, double[] target) {
    double sum = 0;
    for (int[] group : groups) {
      double most = Double.NEGATIVE_INFINITY;
      double chosen = 0;
      int ties = 0;
      for (int i : group) {
        if (score[i] > most) {
          most = score[i];
          chosen = target[i];
          ties = 1;
        } else if (score[i] == most) {
          chosen += target[i];
          ties++;
        }
      }
      sum += chosen / ties;
    }
    return groups.isEmpty() ? 0 : sum / groups.size();
  }

  private static double mean(List<int[]> groups, double[] target) {
    return groups.stream()
        .flatMapToInt(Arrays::stream)
        .mapToDouble(i -> target[i])
        .average()
        .orElse(0);
  }

  static double auc(double[] score, double[] target) {
    double[] rank = ranks(score);
    double sum = 0;
    long tops = 0;
    for (int i = 0; i < score.length; i++) {
      if (target[i] >= TOP) {
        sum += rank[i];
        tops++;
      }
    }
    long others = score.length - tops;
    return tops == 0 || others == 0 ? .5 : (sum - tops * (tops + 1) / 2.0) / (tops * others);
  }

  static double spearman(double[] a, double[] b) {
    double[] x = ranks(a);
    double[] y = ranks(b);
    double middle = (x.length + 1) / 2.0;
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - middle) * (y[i] - middle);
      xx += (x[i] - middle) * (x[i] - middle);
      yy += (y[i] - middle) * (y[i] - middle);
    }
    return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
  }

  /** Ranks from 1; ties share their mean. */
  static double[] ranks(double[] values) {
    int n = values.length;
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] rank = new double[n];
    for (int i = 0; i < n; i++) {
      int low = lowerBound(sorted, values[i], false);
      int high = lowerBound(sorted, values[i], true);
      rank[i] = (low + high + 1) / 2.0;
    }
    return rank;
  }

  private static int lowerBound(double[] sorted, double value, boolean above) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value || above && sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double[] select(double[] values, int[] index) {
    double[] selected = new double[index.length];
    Arrays.setAll(selected, i -> values[index[i]]);
    return selected;
  }
}
