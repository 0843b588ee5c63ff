package dev.memenem.caption.builtin;

import dev.memenem.caption.Captions;
import dev.memenem.template.Panel;
import dev.memenem.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Words for panels so small that no joke fits: something is better than an empty panel. */
final class Spares {
  private final Template template;
  private final SplittableRandom random;

  Spares(Template template, SplittableRandom random) {
    this.template = template;
    this.random = random;
  }

  Optional<Draft> draft() {
    List<String> texts = new ArrayList<>();
    for (Panel panel : template.panels()) {
      String frame = panel.frame().orElse("{}");
      int room = panel.maxWords() - English.words(frame.replace("{}", ""));
      List<String> fitting =
          Lexicon.load().atoms(Lexicon.LIFE).stream()
              .filter(a -> a.kind().equals("spare"))
              .map(a -> a.parts().get(0))
              .filter(text -> !frame.contains("a {}") || !text.startsWith("a "))
              .filter(text -> English.words(text) <= Math.max(1, room))
              .toList();
      texts.add(
          English.sentenceCase(frame.replace("{}", fitting.get(random.nextInt(fitting.size())))));
    }
    return Optional.of(new Draft(new Captions(texts), Set.of(), Set.of(), -3));
  }
}
