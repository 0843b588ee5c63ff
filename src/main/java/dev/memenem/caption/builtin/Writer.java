package dev.memenem.caption.builtin;

import dev.memenem.caption.Captions;
import dev.memenem.template.Panel;
import dev.memenem.template.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Drafts candidates for one template: the format's own frames first, then its structure's. */
final class Writer {
  private static final Set<String> SEQUENCES =
      Set.of("escalation", "pecking_order", "timeline", "chart");

  /** Structures whose formats have too little in common to share finished jokes. */
  private static final Set<String> APART = Set.of("catchphrase", "labelled_scene", "dialogue");

  /** How often a joke is put together from pieces where finished ones are at hand. */
  private static final double PUT_TOGETHER = 0.12;

  private final Template template;
  private final char style;
  private final Topic topic;
  private final Material material;
  private final Frames frames;
  private final SplittableRandom random;
  private final Proofreader proofreader;
  private final Relevance relevance;
  private final Map<Frame, Integer> used;
  private final List<Integer> own;
  private final boolean worded;
  private final List<Frame> ofFormat;
  private final Map<String, List<Frame>> ofStructures = new HashMap<>();

  Writer(
      Template template,
      char style,
      Topic topic,
      Material material,
      Map<Frame, Integer> used,
      SplittableRandom random) {
    this.template = template;
    this.style = style;
    this.topic = topic;
    this.material = material;
    this.frames = Frames.load();
    this.random = random;
    this.proofreader = new Proofreader(topic, style == 'g');
    this.used = used;
    this.relevance = new Relevance(topic);
    this.own = ownPanels();
    this.worded = template.panels().stream().anyMatch(panel -> panel.frame().isPresent());
    this.ofFormat = framesOfFormat();
  }

  /** One candidate; empty when this attempt came to nothing. */
  Optional<Draft> draft() {
    Sheet sheet = new Sheet();
    boolean done = own.isEmpty() || fill(sheet);
    return done ? sheet.finish() : Optional.empty();
  }

  /**
   * A candidate of labels alone, for panels where no sentence fits; they do not go with a format
   * that brings words of its own.
   */
  Optional<Draft> labels() {
    Sheet sheet = new Sheet();
    List<Frame> known = ofStructure("labelled_scene");
    boolean done = own.isEmpty() || !worded && arrange(sheet, own, choose(known));
    return done ? sheet.finish() : Optional.empty();
  }

  /** Panels that have words of their own; the others only carry the format's. */
  private List<Integer> ownPanels() {
    List<Integer> own = new ArrayList<>();
    for (int i = 0; i < template.panels().size(); i++) {
      Optional<String> frame = template.panels().get(i).frame();
      if (frame.isEmpty() || frame.get().contains("{}")) {
        own.add(i);
      }
    }
    return own;
  }

  /** The format's own frames, and the finished jokes of its structure. */
  private List<Frame> framesOfFormat() {
    List<Frame> found = speaking(frames.ofFormat(template), own.size());
    String structure = template.meaning().structure();
    if (found.isEmpty() || APART.contains(structure) || found.stream().anyMatch(Frame::whole)) {
      return found;
    }
    List<Frame> all = new ArrayList<>(found);
    ofStructure(keyFor(structure, own)).stream()
        .filter(frame -> frame.whole() && frame.parts().size() >= own.size())
        .forEach(all::add);
    return all;
  }

  /** A structure's frames; a finished joke does not know the words that a panel brings along. */
  private List<Frame> ofStructure(String key) {
    return ofStructures.computeIfAbsent(
        key,
        k ->
            speaking(frames.ofStructure(k), -1).stream()
                .filter(frame -> !worded || !frame.whole())
                .toList());
  }

  private boolean fill(Sheet sheet) {
    if (!ofFormat.isEmpty()) {
      return arrange(sheet, own, choose(ofFormat));
    }
    String structure = template.meaning().structure();
    if (structure.equals("reject_prefer") && own.size() > 2 && own.size() % 2 == 0) {
      return inPairs(sheet, own);
    }
    if (own.size() > 2 && (SEQUENCES.contains(structure) || isNumbered(own))) {
      return inSequence(sheet, own);
    }
    List<Frame> known = ofStructure(keyFor(structure, own));
    if (structure.equals("dialogue")) {
      known = known.stream().filter(f -> f.parts().size() == own.size()).toList();
    }
    return !known.isEmpty() && arrange(sheet, own, choose(known));
  }

  private String keyFor(String structure, List<Integer> own) {
    boolean pitted =
        structure.equals("comparison")
            && own.stream().anyMatch(i -> template.panels().get(i).role().equals("strong"));
    if (pitted) {
      return "versus";
    }
    if (own.size() == 1 && !frames.ofStructure(structure + "_1").isEmpty()) {
      return structure + "_1";
    }
    boolean partKnown =
        frames.ofStructure(structure).stream().anyMatch(f -> roleIndex(f, own.get(0)) >= 0);
    boolean story = structure.equals("setup_punchline") || structure.equals("catchphrase");
    if (own.size() == 1 && (story || !partKnown)) {
      return "single";
    }
    boolean known = !frames.ofStructure(structure).isEmpty();
    return known ? structure : own.size() == 2 ? "setup_punchline" : "labelled_scene";
  }

  private boolean isNumbered(List<Integer> own) {
    return own.stream()
        .allMatch(i -> template.panels().get(i).role().matches("(level|stage|step|rank)_\\d+"));
  }

  private List<Frame> speaking(List<Frame> all, int parts) {
    List<Frame> fitting =
        all.stream()
            .filter(f -> parts < 0 || !f.roles().isEmpty() || f.parts().size() == parts)
            .filter(f -> topic.noun().isPresent() || !f.mentions("{t}"))
            .filter(f -> !f.whole() || material.hasJokes(f.kind()))
            .toList();
    List<Frame> speaking = fitting.stream().filter(f -> f.speaks(style)).toList();
    return speaking.isEmpty() ? fitting : speaking;
  }

  private Frame choose(List<Frame> all) {
    boolean whole = random.nextDouble() >= PUT_TOGETHER;
    List<Frame> wanted = all.stream().filter(frame -> frame.finished() == whole).toList();
    List<Frame> choice = wanted.isEmpty() ? all : wanted;
    Frame best = choice.get(random.nextInt(choice.size()));
    for (int i = 0; i < 2; i++) {
      Frame other = choice.get(random.nextInt(choice.size()));
      best = used.getOrDefault(other, 0) < used.getOrDefault(best, 0) ? other : best;
    }
    return best;
  }

  private boolean inPairs(Sheet sheet, List<Integer> own) {
    List<Frame> known = ofStructure("reject_prefer");
    for (int i = 0; i < own.size(); i += 2) {
      List<Integer> pair = own.subList(i, i + 2);
      if (known.isEmpty() || !arrange(sheet, pair, choose(known))) {
        return false;
      }
    }
    return true;
  }

  private boolean inSequence(Sheet sheet, List<Integer> own) {
    List<Frame> known = ofStructure("escalation");
    if (known.isEmpty()) {
      return false;
    }
    Frame frame = choose(known);
    Optional<Atom> ladder = material.pick(frame.kind(), '-', frame.bare(), random);
    if (ladder.isEmpty()) {
      return false;
    }
    sheet.note(frame);
    sheet.phrasing.bind(ladder.get());
    List<String> steps = new ArrayList<>(ladder.get().parts());
    int n = own.size();
    while (steps.size() > n) {
      steps.remove(1 + random.nextInt(steps.size() - 2));
    }
    while (steps.size() < n) {
      if (frame.whole()) {
        return false;
      }
      Optional<Atom> peak = material.pick("peak", '-', false, random);
      if (peak.isEmpty()) {
        return false;
      }
      steps.add(peak.get().parts().get(0));
    }
    for (int i = 0; i < n; i++) {
      String form =
          i == n - 1 && frame.parts().size() > 1 ? frame.parts().get(1) : frame.parts().get(0);
      sheet.phrasing.bind(List.of(steps.get(i)));
      if (!sheet.put(own.get(i), form)) {
        return false;
      }
    }
    return true;
  }

  private boolean arrange(Sheet sheet, List<Integer> own, Frame frame) {
    Optional<Atom> atom = Optional.empty();
    if (!frame.kind().equals("-")) {
      atom = material.pick(frame.kind(), frame.mood(), frame.bare(), random);
      if (atom.isEmpty()) {
        return false;
      }
      sheet.phrasing.bind(atom.get());
    }
    sheet.note(frame);
    boolean cast = frame.key().equals("labelled_scene");
    boolean named = own.stream().filter(i -> roleIndex(frame, i) >= 0).count() * 2 > own.size();
    for (int k = 0; k < own.size(); k++) {
      int at = named ? roleIndex(frame, own.get(k)) : k;
      String part =
          !cast && at >= 0 && at < frame.parts().size()
              ? frame.parts().get(at)
              : Casting.partFor(template.panels().get(own.get(k)), k, frame, random);
      if (!sheet.put(own.get(k), part)) {
        return false;
      }
    }
    return true;
  }

  private int roleIndex(Frame frame, int panel) {
    String role = template.panels().get(panel).role();
    int exact = frame.roles().indexOf(role);
    return exact >= 0 ? exact : frame.roles().indexOf(role.replaceAll("_\\d+$", ""));
  }

  /** The texts of one draft while they are written. */
  private final class Sheet {
    final Phrasing phrasing = new Phrasing(topic, material, random);
    final String[] texts = new String[template.panels().size()];
    final Map<Frame, Integer> made = new HashMap<>();
    boolean echo;
    boolean repeats;
    boolean whole;

    void note(Frame frame) {
      whole |= frame.finished();
      if (!frame.whole()) {
        made.merge(frame, 1, Integer::sum);
      }
      repeats |= new HashSet<>(frame.parts()).size() < frame.parts().size();
      echo |= frame.parts().stream().filter(p -> p.contains("{t}")).count() > 1;
    }

    boolean put(int panel, String part) {
      Optional<String> said = phrasing.say(part);
      if (said.isEmpty() || said.get().isBlank()) {
        return false;
      }
      texts[panel] = around(template.panels().get(panel), said.get());
      return English.words(texts[panel]) <= template.panels().get(panel).maxWords();
    }

    private String around(Panel panel, String words) {
      String frame = frames.around(template.meaning().structure(), panel);
      if (!frame.contains("{}")) {
        return words;
      }
      boolean ends = frame.endsWith("{}");
      String inside = ends ? words : words.replaceAll("[.!?]+$", "");
      return frame.replace("{}", inside).replaceAll("([?!.]\"?)[?!.]+$", "$1");
    }

    Optional<Draft> finish() {
      for (int i = 0; i < texts.length; i++) {
        Panel panel = template.panels().get(i);
        texts[i] = texts[i] == null ? panel.frame().orElse("") : texts[i];
        texts[i] = proofreader.finish(texts[i]);
      }
      List<String> all = Arrays.asList(texts);
      if (!proofreader.passes(all, echo) || new HashSet<>(all).size() < all.size() && !echoing()) {
        return Optional.empty();
      }
      return Optional.of(new Draft(new Captions(all), made.keySet(), phrasing.used(), worth(all)));
    }

    private boolean echoing() {
      List<String> roles =
          template.panels().stream().map(p -> p.role().replaceAll("_(\\d+|again)$", "")).toList();
      return repeats || new HashSet<>(roles).size() < roles.size();
    }

    private double worth(List<String> all) {
      boolean ofItsWorld = phrasing.used().stream().anyMatch(a -> !a.world().equals(Lexicon.LIFE));
      boolean named = relevance.mentions(all);
      double worth = ofItsWorld ? 1.2 : 0;
      worth += named ? (material.hasWorld() ? 0.5 : 1.0) : 0;
      boolean spoken = phrasing.used().stream().anyMatch(a -> a.isIn(style));
      return worth + (spoken ? 0.4 : 0) + (whole ? 1 : 0);
    }
  }
}
