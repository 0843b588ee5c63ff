package dev.memenem.caption.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The data files: whoever adds a line learns here what is wrong with it. */
class MaterialTest {
  /** Finished jokes: how many panels each kind fills. */
  private static final Map<String, Integer> JOKES =
      Map.ofEntries(
          Map.entry("prefer", 2),
          Map.entry("torn", 3),
          Map.entry("tempt", 3),
          Map.entry("meet", 3),
          Map.entry("backfire", 3),
          Map.entry("panic", 3),
          Map.entry("fall", 2),
          Map.entry("board", 4),
          Map.entry("strong", 2),
          Map.entry("buff", 4),
          Map.entry("yell", 2),
          Map.entry("misread", 3),
          Map.entry("mask", 2),
          Map.entry("trade", 3),
          Map.entry("bell", 2),
          Map.entry("wait", 1),
          Map.entry("hope", 2),
          Map.entry("years", 2),
          Map.entry("doubt", 2),
          Map.entry("confess", 2),
          Map.entry("talk2", 2),
          Map.entry("talk3", 3),
          Map.entry("talk4", 4),
          Map.entry("draw", 1),
          Map.entry("hit", 2),
          Map.entry("chase", 3),
          Map.entry("shield", 3),
          Map.entry("pool", 3),
          Map.entry("blame", 3),
          Map.entry("grow", 4),
          Map.entry("say2", 2),
          Map.entry("react", 2),
          Map.entry("truth", 1),
          Map.entry("simply", 1),
          Map.entry("always", 2),
          Map.entry("notsure", 2),
          Map.entry("whatif", 2),
          Map.entry("high", 1),
          Map.entry("great", 1),
          Map.entry("gears", 1),
          Map.entry("telling", 2),
          Map.entry("dontknow", 1),
          Map.entry("days", 1),
          Map.entry("honest", 1),
          Map.entry("roll", 2));

  private static final Map<String, Integer> PARTS =
      Map.ofEntries(
          Map.entry("pair", 2),
          Map.entry("say", 2),
          Map.entry("when", 2),
          Map.entry("same", 2),
          Map.entry("loop", 2),
          Map.entry("turn", 3),
          Map.entry("ladder", 3),
          Map.entry("doge", 4),
          Map.entry("take", 1),
          Map.entry("thing", 1),
          Map.entry("who", 1),
          Map.entry("swarm", 1),
          Map.entry("gift", 1),
          Map.entry("quip", 1),
          Map.entry("peak", 1),
          Map.entry("spare", 1));

  static Stream<String> worlds() {
    return Lexicon.load().worldNames().stream();
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void everyPieceOfMaterialIsWhole(String world) {
    List<Atom> atoms = Lexicon.load().atoms(world);
    assertThat(atoms).hasSizeGreaterThan(20);
    for (Atom atom : atoms) {
      if (JOKES.containsKey(atom.kind())) {
        assertThat(atom.parts()).as("%s", atom).hasSize(JOKES.get(atom.kind()));
      } else {
        assertThat(PARTS).as("%s", atom).containsKey(atom.kind());
        assertThat(atom.parts()).as("%s", atom).hasSizeGreaterThanOrEqualTo(PARTS.get(atom.kind()));
      }
      assertThat(atom.styles()).as("%s", atom).matches("\\.|[sgwdc]+");
      assertThat(atom.parts()).as("%s", atom).noneMatch(String::isBlank);
    }
    assertThat(new HashSet<>(atoms)).as("a line twice").hasSameSizeAs(atoms);
  }

  @ParameterizedTest
  @ValueSource(chars = {'g', 'w', 'd', 'c'})
  void lifeSpeaksEveryStyleOfItsOwn(char style) {
    List<Atom> life = Lexicon.load().atoms(Lexicon.LIFE);
    for (String kind : List.of("pair", "say", "when", "ladder", "same", "loop", "turn", "take")) {
      assertThat(life).as(kind).anyMatch(a -> a.kind().equals(kind) && a.isIn(style));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "setup_punchline",
        "reaction",
        "reject_prefer",
        "escalation",
        "dilemma",
        "temptation",
        "comparison",
        "same_thing",
        "agreement",
        "plan_backfires",
        "panic_calm",
        "self_inflicted",
        "statement",
        "boardroom",
        "dialogue",
        "misreading",
        "unmasking",
        "avoidance",
        "ignored",
        "trade",
        "bell_curve",
        "revelation",
        "loophole",
        "confession",
        "expectation_reality",
        "timeline",
        "chart",
        "doubt",
        "mismatch",
        "obstacle",
        "labelled_scene"
      })
  void everyStructureIsToldInEveryStyle(String structure) {
    List<Frame> frames = Frames.load().ofStructure(structure);
    for (char style : "sgwdc".toCharArray()) {
      assertThat(frames).as("%s in %s", structure, style).anyMatch(frame -> frame.speaks(style));
    }
  }

  @Test
  void everyKindOfFinishedJokeIsToldByAFrameAndAboutAnyTopicInEveryStyle() {
    Set<String> told = new HashSet<>();
    Stream.concat(
            Frames.load().structures().values().stream(), Frames.load().formats().values().stream())
        .flatMap(List::stream)
        .filter(Frame::whole)
        .forEach(frame -> told.add(frame.kind()));
    assertThat(told).isEqualTo(JOKES.keySet());
    for (String kind : JOKES.keySet()) {
      for (char style : "gwdc.".toCharArray()) {
        assertThat(Lexicon.load().atoms(Lexicon.LIFE))
            .as("%s in %s", kind, style)
            .anyMatch(atom -> atom.kind().equals(kind) && atom.isIn(style));
      }
    }
  }

  @Test
  void everyFrameNamesKnownMaterial() {
    Set<String> kinds = new HashSet<>(PARTS.keySet());
    kinds.add("-");
    kinds.addAll(JOKES.keySet());
    Stream.concat(
            Frames.load().structures().values().stream(), Frames.load().formats().values().stream())
        .flatMap(List::stream)
        .forEach(frame -> assertThat(kinds).as("%s", frame).contains(frame.kind()));
  }
}
