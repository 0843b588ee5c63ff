package dev.memenem.virality;

import dev.memenem.json.Json;
import dev.memenem.virality.Evaluation.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code Train TRAIN.tsv[.gz] DEV.tsv[.gz] TEMPLATES.tsv DATE DIRECTORY}: writes {@code
 * weights.bin}, {@code model-card.md} and {@code model-card.json} into the directory. With a sixth
 * argument it also writes the raw scores of the dev captions there, one a line.
 */
final class Train {
  private static final int RESAMPLES = 200;

  private Train() {}

  public static void main(String[] args) throws IOException {
    Corpus train = Corpus.read(Path.of(args[0]));
    Corpus dev = Corpus.read(Path.of(args[1]));
    Weights weights =
        new Trainer(train, Trainer.numbers(Path.of(args[2])), Settings.SHIPPED).learn(dev);
    double[] scores = Trainer.scores(weights, dev);
    Evaluation evaluation = new Evaluation(dev);
    List<Figures> interval = evaluation.interval(scores, RESAMPLES);
    byte[] bytes = Trainer.bytes(weights);
    ModelCard card =
        new ModelCard(
            weights,
            bytes.length,
            args[3],
            train.size(),
            dev.size(),
            evaluation.figures(scores),
            interval.get(0),
            interval.get(1));
    Path directory = Path.of(args[4]);
    Files.write(directory.resolve("weights.bin"), bytes);
    Files.writeString(directory.resolve("model-card.md"), card.text());
    Files.writeString(directory.resolve("model-card.json"), Json.pretty(card.data()) + "\n");
    if (args.length > 5) {
      StringBuilder lines = new StringBuilder();
      for (double score : scores) {
        lines.append(score).append('\n');
      }
      Files.writeString(Path.of(args[5]), lines);
    }
  }
}
