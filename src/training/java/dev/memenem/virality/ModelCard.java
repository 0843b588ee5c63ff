package dev.memenem.virality;

import dev.memenem.virality.Evaluation.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a reader of a score must know about the model: as a text, and its figures as data. */
record ModelCard(
    Weights weights,
    int bytes,
    String date,
    int trainSize,
    int devSize,
    Figures dev,
    Figures low,
    Figures high) {

  Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("version", weights.version());
    data.put("date", date);
    data.put("weights_bytes", bytes);
    data.put("train_captions", trainSize);
    data.put("dev_captions", devSize);
    data.put("templates", weights.templates().size());
    data.put("best_of_4", figure(2, dev.bestOfFour(), low.bestOfFour(), high.bestOfFour()));
    data.put("best_of_4_random", figure(2, dev.random(), low.random(), high.random()));
    data.put("auc_top10", figure(4, dev.auc(), low.auc(), high.auc()));
    data.put(
        "spearman_within_template", figure(4, dev.spearman(), low.spearman(), high.spearman()));
    data.put(
        "same_length_best_of_4", figure(2, dev.sameLength(), low.sameLength(), high.sameLength()));
    data.put(
        "same_length_random",
        figure(2, dev.sameLengthRandom(), low.sameLengthRandom(), high.sameLengthRandom()));
    return data;
  }

  private static List<Double> figure(int digits, double value, double low, double high) {
    double unit = Math.pow(10, digits);
    return List.of(
        Math.round(value * unit) / unit,
        Math.round(low * unit) / unit,
        Math.round(high * unit) / unit);
  }

  String text() {
    StringBuilder table = new StringBuilder();
    data()
        .forEach(
            (name, value) -> {
              if (value instanceof List<?> figure) {
                table.append(
                    String.format(
                        Locale.ROOT,
                        "| %s | %s | %s to %s |\n",
                        name,
                        figure.get(0),
                        figure.get(1),
                        figure.get(2)));
              }
            });
    return """
        # Model card: virality %s

        Made %s by the trainer in `src/training`; `model-card.json` beside this file holds the same
        figures. %d bytes of weights.

        ## What the score is

        A rank from 0 to 100 among captions on such a template, by the engagement the model predicts:
        70 means "predicted above 70 %% of the captions people posted there". It is no promise and no
        expectation: predicted percentiles themselves lie between about 33 and 70. `raw` is that
        predicted percentile. Every caption of a template the model does not know is ranked among the
        captions of all templates, without regard to the template.

        ## Data

        %d captions of ImgFlip575K (memes posted on imgflip.com up to 2019, 76 templates; the set has
        no stated licence, so no caption of it is here), %d more of other authors to choose by
        (`dev`): no author, no caption and no near-duplicate is in both. No user name, title, hour or
        letter case is a feature. The weights are tables of hashed pieces: no text can be read back.

        ## Target

        The percentile of the mean of the vote and the view percentile, each ranked among the 201
        nearest posts in time on the same template: this takes out age, template and the heavy tail
        of the front page.

        ## Model

        Ridge regression, solved by conjugate gradients; signed bytes in three tables: words and
        pairs of words (2^%d), runs of two to five characters (2^%d), words on one template (2^%d),
        each only for what several captions hold; besides %d dense features (length, punctuation,
        spelling, person, links, panels, and how much of the caption has been written before), for
        all templates and for each. Length counts up to %d characters; no more than %d characters
        are read.

        ## Figures on dev

        | figure | value | 95 %% interval (bootstrap over captions) |
        |---|---|---|
        %s
        Best of four: mean true percentile of the best scored of four captions of one template.
        Same length: the same among captions whose lengths differ by at most 15 %%. A perfect score
        reaches about 80; the same caption posted by different people agrees so little that 60 to 61
        is about what any score of captions can reach. The settings were chosen on dev, so expect a
        little less on new data, and about a third of the lift for captions of 2020.

        ## Masked

        Talk about the site (upvotes, front page …), parties and politicians, and words for origin,
        belief, sex, orientation and disability are cut out before anything is counted
        (`masked-words.txt`): they neither help nor hurt.

        ## Limits

        - English captions of 2012 to 2019 from one site; the signal fades from 2019 on.
        - Most of what it knows is competent writing and fit to the template, not wit; it sees no
          picture. Captions by a program are all fluent: expect less lift among those.
        - It knows which words go together, not what they mean: among fifty captions written for this
          it puts the sensible order above a shuffled one in 72 of 100 comparisons.
        - About a third of the lift is length. Compare captions, not topics.
        - Captions of one author on one template: the better one is found in about 55 of 100 pairs.
        """
        .formatted(
            weights.version(),
            date,
            bytes,
            trainSize,
            devSize,
            weights.words().bits(),
            weights.characters().bits(),
            weights.templateWords().bits(),
            HandFeatures.COUNT,
            HandFeatures.MOST_LENGTH,
            CaptionText.MOST_CHARACTERS,
            table);
  }
}
