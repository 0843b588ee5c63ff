package dev.memenem.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViralityModelTest {
  private static final String TWO_BUTTONS = "imgflip_87743020";
  private static final String NOWHERE = "reddit_1abcde";
  private final ViralityModel model = ViralityModel.load();

  private double raw(String template, String... captions) {
    return model.rank(template, List.of(captions)).raw();
  }

  @Test
  void a_score_is_a_rank_in_tenths_and_raw_is_a_likely_percentile() {
    Virality virality =
        model.score(TWO_BUTTONS, List.of("Fix the bug", "Call it a feature", "Me on a Friday"));

    assertThat(virality.score()).isBetween(0.0, 100.0);
    assertThat(virality.score() * 10).isEqualTo(Math.rint(virality.score() * 10));
    assertThat(virality.raw()).isBetween(20.0, 80.0);
  }

  @Test
  void the_fast_way_gives_the_same_score_without_reasons() {
    List<String> captions = List.of("When the meeting could have been an email");

    Virality full = model.score(NOWHERE, captions);
    Virality fast = model.rank(NOWHERE, captions);

    assertThat(fast.score()).isEqualTo(full.score());
    assertThat(fast.raw()).isEqualTo(full.raw());
    assertThat(fast.factors()).isEmpty();
  }

  @Test
  void an_imgflip_template_is_known_by_number_and_by_slug() {
    String[] captions = {"Sleep", "One more episode", "Me at two in the morning"};

    assertThat(model.knows(TWO_BUTTONS)).isTrue();
    assertThat(raw("Two-Buttons", captions)).isEqualTo(raw(TWO_BUTTONS, captions));
    assertThat(raw("87743020", captions)).isEqualTo(raw(TWO_BUTTONS, captions));
    assertThat(raw("builtin_two-buttons", captions)).isEqualTo(raw(TWO_BUTTONS, captions));
    assertThat(raw("Drake-Hotline-Bling", captions)).isNotEqualTo(raw(TWO_BUTTONS, captions));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "imgflip_1", "knowyourmeme_nobody", "🦆", "imgflip_two-buttons"})
  void unknown_templates_all_score_alike(String template) {
    assertThat(model.knows(template)).isFalse();
    assertThat(model.score(template, List.of("Tea before talk", "every single day")))
        .isEqualTo(model.score(NOWHERE, List.of("Tea before talk", "every single day")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "upvotes", "imgflip", "front page", "reposts", "Trump", "liberals", "Republican", "women",
        "muslims", "Mexicans", "gay", "Obama's", "democrat", "president", "hillary’s", "autistic"
      })
  void site_talk_partisan_words_and_identities_change_nothing(String masked) {
    assertThat(raw(NOWHERE, "When the printer finally works", masked + " cheered so loud"))
        .isEqualTo(raw(NOWHERE, "When the printer finally works", "cheered so loud"));
    assertThat(raw(TWO_BUTTONS, "all of my " + masked + ", and why not?"))
        .isEqualTo(raw(TWO_BUTTONS, "all of my, and why not?"));
  }

  @ParameterizedTest
  @CsvSource({
    "Black Coffee!, black coffee!",
    "two white-boards, two white-boards",
    "French fries, french fries",
    "he points at me, he points at me",
    "black people, people",
    "a white man, a",
    "white house, ''"
  })
  void an_ordinary_use_of_a_masked_word_is_read_as_written(String typed, String read) {
    CaptionText text = CaptionText.of(List.of(typed));

    assertThat(text.tokens() == 0 ? "" : text.between(0, text.tokens() - 1)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "WHEN THE COFFEE IS GONE, when the coffee is gone",
    "I can’t even, I can't even",
    "“Quite” so, \"quite\" so",
    "ｆｕｌｌ ｗｉｄｔｈ, full width",
    "ﬁne by me, fine by me",
    "two   blanks, two blanks"
  })
  void letter_case_and_typography_do_not_matter(String typed, String plain) {
    assertThat(raw(NOWHERE, typed)).isEqualTo(raw(NOWHERE, plain));
  }

  @Test
  void a_turkish_machine_gives_the_same_score() {
    Locale before = Locale.getDefault();
    double here = raw(TWO_BUTTONS, "I INSIST IT IS FINE");
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(raw(TWO_BUTTONS, "I INSIST IT IS FINE")).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void slang_spelling_costs() {
    assertThat(raw(NOWHERE, "when u dont have ur homework and da teacher asks 4 it"))
        .isLessThan(raw(NOWHERE, "when you don't have your homework and the teacher asks for it"));
  }

  @Test
  void a_bare_word_ranks_below_a_told_story() {
    assertThat(model.rank(NOWHERE, List.of("lol")).score())
        .isLessThan(
            model
                .rank(
                    NOWHERE,
                    List.of(
                        "Tells everyone to back up their work,",
                        "loses three years of photos because the dog sat on the laptop"))
                .score());
  }

  private static float[] hand(String text) {
    CaptionText caption = CaptionText.of(List.of(text.strip()));
    return HandFeatures.of(caption, true, new float[Familiarity.COUNT]);
  }

  @Test
  void past_its_cap_length_itself_neither_helps_nor_hurts() {
    float[] capped = hand("tea ".repeat(43));
    float[] longer = hand("tea ".repeat(80));

    for (int i = 0; i < capped.length; i++) {
      if (HandFeatures.trait(i) == Trait.LENGTH) {
        assertThat(longer[i]).isEqualTo(capped[i]);
      }
    }
  }

  @Test
  void reasons_are_signed_strongest_first_and_in_words() {
    Virality virality = model.score(TWO_BUTTONS, List.of("u dont no", "da way lol!!!", "#me rn"));

    assertThat(virality.factors()).hasSize(3);
    assertThat(virality.factors()).allSatisfy(f -> assertThat(f.factor()).isNotBlank());
    assertThat(virality.factors().stream().map(f -> -Math.abs(f.effect())).toList()).isSorted();
    assertThat(virality.factors()).anySatisfy(f -> assertThat(f.effect()).isNegative());
  }

  @Test
  void a_phrase_named_stands_in_one_panel_and_has_a_telling_word() {
    for (Golden.Line line : Golden.lines()) {
      String panels = String.join(" / ", line.captions()).toLowerCase(Locale.ROOT);
      for (Virality.Factor factor : model.score(line.template(), line.captions()).factors()) {
        String[] parts = factor.factor().split("\"");
        if (parts.length == 2) {
          assertThat(panels).contains(parts[1]);
          assertThat(parts[1].split(" "))
              .anyMatch(word -> (WordClasses.of(word) & WordClasses.FUNCTION) == 0);
        }
      }
    }
  }

  @Test
  void every_reason_together_explains_the_distance_from_the_usual_caption() {
    Weights weights = model.weights();
    Reading reading =
        Reading.of(weights, -1, List.of("The plan was simple,", "so of course it failed."));
    double usual = weights.base() + weights.everywhere().wording();
    for (int i = 0; i < HandFeatures.COUNT; i++) {
      usual += weights.everywhere().hand()[i] * weights.hand().weight()[i];
    }
    double explained =
        Factors.all(weights, reading).stream().mapToDouble(Virality.Factor::effect).sum();

    assertThat(explained).isCloseTo(reading.raw() - usual, within(0.2));
  }

  @Test
  void typical_captions_spread_over_the_whole_scale() {
    List<Double> scores = new ArrayList<>();
    for (List<String> captions : Golden.captions()) {
      scores.add(model.rank(NOWHERE, captions).score());
    }
    assertThat(scores).anyMatch(s -> s < 20).anyMatch(s -> s > 40 && s < 60).anyMatch(s -> s > 80);
  }

  static List<Golden.Line> golden() {
    return Golden.lines();
  }

  @ParameterizedTest
  @MethodSource("golden")
  void a_score_once_given_stays(Golden.Line line) {
    Virality virality = model.score(line.template(), line.captions());

    assertThat(String.valueOf(virality.score())).isEqualTo(line.score());
    assertThat(String.valueOf(virality.raw())).isEqualTo(line.raw());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatever_is_typed_gets_a_score_and_the_same_one_again(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 50; round++) {
      List<String> captions =
          IntStream.range(0, random.nextInt(5)).mapToObj(i -> garbage(random)).toList();
      String template = random.nextBoolean() ? TWO_BUTTONS : NOWHERE;
      Virality virality = model.score(template, captions);

      assertThat(virality.score()).isBetween(0.0, 100.0);
      assertThat(virality.raw()).isFinite();
      assertThat(model.score(template, captions)).isEqualTo(virality);
    }
  }

  private static String garbage(SplittableRandom random) {
    int[] alphabet = {
      'a', 'E', ' ', '\'', '’', '!', '\n', 0, 0x301, 0x5d0, 0x202e, 0x1f600, 0xd800, 0xfdfa, '/',
      '7', 0x200d, 0x4e2d
    };
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(random.nextInt(10) == 0 ? 10_000 : 60); n > 0; n--) {
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString();
  }

  @Test
  void no_text_at_all_is_a_text_too() {
    assertThat(model.score(TWO_BUTTONS, List.of()).raw()).isFinite();
    assertThat(model.score(TWO_BUTTONS, List.of("", "")).raw()).isFinite();
    assertThat(model.score(null, Arrays.asList("tea", null)).raw()).isFinite();
  }
}
