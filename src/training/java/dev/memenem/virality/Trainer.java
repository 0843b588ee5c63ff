package dev.memenem.virality;

import dev.memenem.virality.Corpus.Caption;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * Learns the weights. Nothing is drawn by lot and one thread does it all: same data, same bytes.
 */
final class Trainer {
  private static final int RANKS = 200;

  /** What is usual everywhere is measured on every fourth caption. */
  private static final int EVERYWHERE = 4;

  private final Corpus train;
  private final Settings settings;
  private final List<String> slugs;
  private final Map<String, Integer> index = new TreeMap<>();
  private final Map<String, Long> numbers;
  private final Counts counts;

  /**
   * @param numbers the site's number of each template by slug
   */
  Trainer(Corpus train, Map<String, Long> numbers, Settings settings) {
    this.train = train;
    this.settings = settings;
    this.numbers = numbers;
    TreeSet<String> names = new TreeSet<>();
    train.captions().forEach(caption -> names.add(caption.template()));
    slugs = List.copyOf(names);
    for (int i = 0; i < slugs.size(); i++) {
      index.put(slugs.get(i), i);
    }
    counts = new Counts(settings);
    train.captions().forEach(caption -> counts.add(caption, number(caption.template())));
  }

  private long number(String slug) {
    return numbers.getOrDefault(slug, 0L);
  }

  /**
   * @param dev only tells how much narrower scores of new captions spread than those learnt from
   */
  Weights learn(Corpus dev) {
    Columns columns = new Columns(settings, counts, slugs);
    Weights blank = blank();
    SparseMatrix rows = new SparseMatrix(train.size());
    double[] target = centred();
    for (Caption caption : train.captions()) {
      int template = index.get(caption.template());
      columns.put(rows, read(blank, template, caption), template);
    }
    double[] evenly = new double[target.length];
    Arrays.fill(evenly, 1);
    float[] beta =
        Ridge.solve(
            rows,
            target,
            evenly,
            columns.scales(train.size()),
            settings.penalty(),
            settings.iterations());
    return ranked(quantised(columns, beta, blank), dev);
  }

  private Reading read(Weights weights, int template, Caption caption) {
    return Reading.of(weights, template, caption.panels(), caption.panelsKnown(), counts);
  }

  private double[] centred() {
    double[] sum = new double[slugs.size()];
    int[] count = new int[slugs.size()];
    for (Caption caption : train.captions()) {
      sum[index.get(caption.template())] += caption.percentile();
      count[index.get(caption.template())]++;
    }
    double[] target = new double[train.size()];
    for (int i = 0; i < target.length; i++) {
      Caption caption = train.captions().get(i);
      int template = index.get(caption.template());
      target[i] = caption.percentile() - sum[template] / count[template];
    }
    return target;
  }

  private Weights blank() {
    int n = HandFeatures.COUNT;
    double[] sum = new double[n];
    double[] squares = new double[n];
    int[] known = new int[n];
    for (Caption caption : train.captions()) {
      float[] values = counts.hand(caption, number(caption.template()));
      for (int i = 0; i < n; i++) {
        if (!Float.isNaN(values[i])) {
          sum[i] += values[i];
          squares[i] += (double) values[i] * values[i];
          known[i]++;
        }
      }
    }
    float[] mean = new float[n];
    float[] deviation = new float[n];
    for (int i = 0; i < n; i++) {
      double m = sum[i] / Math.max(1, known[i]);
      mean[i] = (float) m;
      deviation[i] = (float) Math.sqrt(Math.max(0, squares[i] / Math.max(1, known[i]) - m * m));
    }
    Weights.Usual none = new Weights.Usual(new float[RANKS + 1], 0, new float[n]);
    List<Weights.Known> templates = new ArrayList<>();
    for (String slug : slugs) {
      templates.add(new Weights.Known(slug, number(slug), new float[n], none));
    }
    return new Weights(
        "untrained",
        0,
        empty(settings.wordBits()),
        empty(settings.characterBits()),
        empty(settings.templateWordBits()),
        new Weights.Hand(mean, deviation, new float[n]),
        none,
        templates);
  }

  private static Weights.Table empty(int bits) {
    return new Weights.Table(bits, 1, new byte[1 << bits]);
  }

  private Weights quantised(Columns columns, float[] beta, Weights blank) {
    List<Weights.Known> templates = new ArrayList<>();
    for (int i = 0; i < slugs.size(); i++) {
      Weights.Known known = blank.templates().get(i);
      templates.add(
          new Weights.Known(known.slug(), known.number(), columns.hand(beta, i), known.usual()));
    }
    return new Weights(
        "untrained",
        50 + columns.bias(beta),
        columns.words(beta),
        columns.characters(beta),
        columns.templateWords(beta),
        new Weights.Hand(blank.hand().mean(), blank.hand().deviation(), columns.hand(beta)),
        blank.everywhere(),
        templates);
  }

  /** Adds what is usual on each template, and a name made from the contents. */
  private Weights ranked(Weights weights, Corpus dev) {
    List<List<Caption>> byTemplate = new ArrayList<>();
    slugs.forEach(slug -> byTemplate.add(new ArrayList<>()));
    List<Caption> some = new ArrayList<>();
    for (int i = 0; i < train.size(); i++) {
      Caption caption = train.captions().get(i);
      byTemplate.get(index.get(caption.template())).add(caption);
      if (i % EVERYWHERE == 0) {
        some.add(caption);
      }
    }
    List<Measured> measured = new ArrayList<>();
    for (int i = 0; i < slugs.size(); i++) {
      measured.add(measured(weights, i, byTemplate.get(i)));
    }
    double narrower =
        spread(scores(weights, dev))
            / spread(measured.stream().flatMapToDouble(m -> Arrays.stream(m.raw())).toArray());
    List<Weights.Known> templates = new ArrayList<>();
    for (int i = 0; i < slugs.size(); i++) {
      Weights.Known known = weights.templates().get(i);
      templates.add(
          new Weights.Known(
              known.slug(), known.number(), known.hand(), measured.get(i).usual(narrower)));
    }
    Weights.Usual everywhere = measured(weights, KnownTemplates.UNKNOWN, some).usual(narrower);
    Weights unnamed =
        new Weights(
            "",
            weights.base(),
            weights.words(),
            weights.characters(),
            weights.templateWords(),
            weights.hand(),
            everywhere,
            templates);
    CRC32 sum = new CRC32();
    sum.update(bytes(unnamed));
    return new Weights(
        "ridge-%08x".formatted(sum.getValue()),
        weights.base(),
        weights.words(),
        weights.characters(),
        weights.templateWords(),
        weights.hand(),
        everywhere,
        templates);
  }

  private static double spread(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(1));
  }

  /** What the model says of many captions: raw scores, mean wording, mean dense features. */
  private record Measured(double[] raw, double wording, double[] hand) {
    /**
     * @param narrower how much less the scores of new captions spread
     */
    Weights.Usual usual(double narrower) {
      double mean = Arrays.stream(raw).average().orElse(0);
      double[] sorted = raw.clone();
      Arrays.sort(sorted);
      float[] quantiles = new float[RANKS + 1];
      for (int q = 0; q <= RANKS; q++) {
        double at = sorted[(int) Math.round((sorted.length - 1) * (q / (double) RANKS))];
        quantiles[q] = (float) (mean + (at - mean) * narrower);
        if (q > 0 && quantiles[q] <= quantiles[q - 1]) {
          quantiles[q] = Math.nextUp(quantiles[q - 1]);
        }
      }
      float[] usualHand = new float[hand.length];
      for (int f = 0; f < hand.length; f++) {
        usualHand[f] = (float) hand[f];
      }
      return new Weights.Usual(quantiles, (float) wording, usualHand);
    }
  }

  private Measured measured(Weights weights, int template, List<Caption> captions) {
    double[] raw = new double[captions.size()];
    double[] hand = new double[HandFeatures.COUNT];
    double wording = 0;
    for (int i = 0; i < raw.length; i++) {
      Reading reading = read(weights, template, captions.get(i));
      raw[i] = reading.raw();
      wording += reading.wording() / raw.length;
      for (int f = 0; f < hand.length; f++) {
        hand[f] += reading.hand[f] / raw.length;
      }
    }
    return new Measured(raw, wording, hand);
  }

  static byte[] bytes(Weights weights) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      weights.write(out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  static double[] scores(Weights weights, Corpus corpus) {
    ViralityModel model = new ViralityModel(weights);
    return corpus.captions().stream()
        .mapToDouble(caption -> model.rank(caption.template(), caption.panels()).raw())
        .toArray();
  }

  /** Slug and number of each template, from a table whose first line names its columns. */
  static Map<String, Long> numbers(Path templates) throws IOException {
    Map<String, Long> numbers = new TreeMap<>();
    for (String line : Files.readAllLines(templates, StandardCharsets.UTF_8)) {
      String[] columns = line.split("\t", 3);
      if (!columns[0].equals("slug") && !columns[1].isEmpty()) {
        numbers.put(columns[0], Long.parseLong(columns[1]));
      }
    }
    return numbers;
  }
}
