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
      assertThat(PARTS).as("%s", atom).containsKey(atom.kind());
      assertThat(atom.parts().size()).as("%s", atom).isGreaterThanOrEqualTo(PARTS.get(atom.kind()));
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
  void everyFrameNamesKnownMaterial() {
    Set<String> kinds = new HashSet<>(PARTS.keySet());
    kinds.add("-");
    Stream.concat(
            Frames.load().structures().values().stream(), Frames.load().formats().values().stream())
        .flatMap(List::stream)
        .forEach(frame -> assertThat(kinds).as("%s", frame).contains(frame.kind()));
  }
}
