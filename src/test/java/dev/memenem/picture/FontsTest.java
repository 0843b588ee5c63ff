package dev.memenem.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.memenem.picture.Fonts.Shaped;
import dev.memenem.picture.Fonts.Voice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FontsTest {
  private final Fonts fonts = Fonts.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plain English, 100 %",
        "Größe naïve façade",
        "Žluťoučký kůň",
        "Привет, ёжик",
        "Γειά σου",
        "שלום עולם",
        "مرحبا بالعالم",
        "→ ★ ✓ ♥",
        "“quotes” – dashes…"
      })
  void theseScriptsNeedNoInstalledFont(String text) {
    for (Voice voice : Voice.values()) {
      Shaped shaped = fonts.shape(text, voice, false);
      assertThat(shaped.missing()).isEmpty();
      assertThat(shaped.advance()).isPositive();
      assertThat(shaped.glyphs()).noneMatch(g -> g.outline() == null);
    }
  }

  @Test
  void capitalsOfAllFontsAreEquallyHigh() {
    for (Voice voice : Voice.values()) {
      double height = fonts.capitals(voice);
      for (String text : List.of("H", "Ж", "Ω")) {
        double ink = -fonts.shape(text, voice, false).glyphs().get(0).ink().getMinY();
        assertThat(ink).as(text).isCloseTo(height, within(0.05));
      }
    }
  }

  @Test
  void arabicLettersJoinAndRunFromTheRight() {
    // seen, lam, alef: initial form, then lam and alef as one sign
    assertThat(ArabicForms.join("سلا")).isEqualTo("\ufeb3\ufefc");
    assertThat(ArabicForms.join("بيت")).isEqualTo("\ufe91\ufef4\ufe96");
    assertThat(ArabicForms.join("دار"))
        .as("letters that do not join")
        .isEqualTo("\ufea9\ufe8d\ufead");
    assertThat(ArabicForms.join("بَي")).as("marks part nothing").isEqualTo("\ufe91\u064e\ufef2");
    assertThat(ArabicForms.join("x y")).isEqualTo("x y");
    double separate =
        fonts.shape("\ufee1", Voice.PLAIN, true).advance()
            + fonts.shape("\ufead", Voice.PLAIN, true).advance();
    assertThat(fonts.shape("رم", Voice.PLAIN, true).advance()).isCloseTo(separate, within(0.1));
  }

  @Test
  void rightToLeftTextIsMirroredInOrder() {
    List<Glyph> hebrew = fonts.shape("אב", Voice.PLAIN, true).glyphs();
    Glyph alef = fonts.shape("א", Voice.PLAIN, true).glyphs().get(0);
    Glyph bet = fonts.shape("ב", Voice.PLAIN, true).glyphs().get(0);
    assertThat(hebrew).extracting(Glyph::outline).containsExactly(bet.outline(), alef.outline());
    Glyph open = fonts.shape("(", Voice.PLAIN, false).glyphs().get(0);
    List<Glyph> bracketed = fonts.shape("(א)", Voice.PLAIN, true).glyphs();
    assertThat(bracketed.get(0).ink().getWidth()).isCloseTo(open.ink().getWidth(), within(0.08));
  }

  @Test
  void pairsAreKerned() {
    double apart =
        fonts.shape("A", Voice.LOUD, false).advance()
            + fonts.shape("V", Voice.LOUD, false).advance();
    assertThat(fonts.shape("AV", Voice.LOUD, false).advance()).isLessThan(apart - 0.01);
    apart =
        fonts.shape("T", Voice.PLAIN, false).advance()
            + fonts.shape("o", Voice.PLAIN, false).advance();
    assertThat(fonts.shape("To", Voice.PLAIN, false).advance()).isLessThan(apart - 0.01);
  }

  @ParameterizedTest
  @ValueSource(strings = {"😀", "👍🏽", "👩‍👩‍👧‍👦", "🇩🇪", "1️⃣", "❤️", "🏴‍☠️"})
  void anEmojiIsOnePictureWhereAColourFontIsInstalled(String emoji) {
    Assumptions.assumeTrue(
        ColorEmoji.installed().isPresent(), "no colour emoji font is installed here");
    Shaped shaped = fonts.shape(emoji, Voice.PLAIN, false);
    assertThat(shaped.missing()).isEmpty();
    assertThat(shaped.glyphs()).singleElement().matches(g -> g.picture() != null);
  }

  @Test
  void clustersAreWhatAReaderCountsAsOne() {
    assertThat(Clusters.of("aé")).hasSize(2);
    assertThat(Clusters.of("e\u0301x")).hasSize(2);
    assertThat(Clusters.of("👩‍👩‍👧‍👦🇩🇪👍🏽")).hasSize(3);
    assertThat(Clusters.isEmoji("😀")).isTrue();
    assertThat(Clusters.isEmoji("☕")).isTrue();
    assertThat(Clusters.isEmoji("1")).isFalse();
    assertThat(Clusters.isEmoji("→")).isFalse();
    assertThat(Clusters.isEmoji("☺\ufe0e")).as("asked for as text").isFalse();
  }

  @ParameterizedTest
  @EnumSource(Voice.class)
  void emptyIsNothing(Voice voice) {
    Shaped shaped = fonts.shape("", voice, false);
    assertThat(shaped.glyphs()).isEmpty();
    assertThat(shaped.advance()).isZero();
  }

  @Test
  void aFontOfTheUsersComesFirst(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("own.ttf");
    try (var in = Fonts.class.getResourceAsStream("fonts/DejaVuSansCondensed-Bold.ttf")) {
      Files.copy(in, file);
    }
    Fonts own = Fonts.with(file);
    assertThat(own.shape("M", Voice.LOUD, false).advance())
        .isNotCloseTo(fonts.shape("M", Voice.LOUD, false).advance(), within(0.1));
    assertThat(own.shape("Привет", Voice.LOUD, false).missing()).isEmpty();
  }

  @Test
  void whatIsNoFontIsRefusedInOneLine(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("font.ttf"), "not a font at all, sorry");
    Path missing = folder.resolve("missing.ttf");
    byte[] real;
    try (var in = Fonts.class.getResourceAsStream("fonts/LeagueGothic.ttf")) {
      real = in.readAllBytes();
    }
    Path cut = Files.write(folder.resolve("cut.ttf"), java.util.Arrays.copyOf(real, 200));
    for (Path file : List.of(text, missing, cut)) {
      assertThatThrownBy(() -> Fonts.with(file))
          .isInstanceOf(PictureException.class)
          .message()
          .contains(file.getFileName().toString())
          .hasLineCount(1);
    }
  }
}
