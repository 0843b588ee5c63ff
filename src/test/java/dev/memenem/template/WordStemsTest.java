package dev.memenem.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordStemsTest {
  @ParameterizedTest
  @CsvSource({
    "meetings, meeting",
    "parties, party",
    "running, runs",
    "stopped, stopping",
    "loves, loving",
    "boxes, box",
    "classes, class",
    "falling, fall",
    "slowly, slow",
  })
  void forms_of_a_word_have_one_stem(String one, String other) {
    assertThat(WordStems.of(one)).isEqualTo(WordStems.of(other));
  }

  @ParameterizedTest
  @CsvSource({"bus, business", "sing, sting", "class, clay", "king, kin", "red, ring"})
  void different_words_keep_different_stems(String one, String other) {
    assertThat(WordStems.of(one)).isNotEqualTo(WordStems.of(other));
  }

  @Test
  void a_hashtag_is_cut_at_its_capitals_and_a_name_is_not() {
    assertThat(WordStems.words("#MondayMood with McMahon"))
        .containsExactly("monday", "mood", "with", "mcmahon");
  }

  @Test
  void apostrophes_of_either_kind_do_not_hide_a_word() {
    assertThat(WordStems.words("the cat's toy, I don’t know, 'quoted'"))
        .containsExactly("the", "cat", "toy", "i", "dont", "know", "quoted");
  }

  @Test
  void every_emoji_is_a_word_and_its_variation_is_none() {
    assertThat(WordStems.words("🍕🍕 for me ❤️")).containsExactly("🍕", "🍕", "for", "me", "❤");
  }

  @Test
  void words_of_other_scripts_stay_whole() {
    assertThat(WordStems.words("كرة القدم, हिन्दी!")).hasSize(3).contains("القدم");
    assertThat(WordStems.of("понедельники")).isEqualTo("понедельники");
  }
}
