package dev.memenem.caption.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishTest {
  @ParameterizedTest
  @CsvSource({
    "check my phone, checking my phone",
    "lie awake, lying awake",
    "nod and ~smile, nodding and smiling",
    "quit, quitting",
    "be seen, being seen",
    "see it, seeing it",
    "not reply, not replying",
    "quietly close the tab, quietly closing the tab",
    "reply all, replying all",
    "panic, panicking",
    "wait, waiting",
    "admit it, admitting it",
    "open the door, opening the door",
    "make tea, making tea",
    "use it, using it",
  })
  void aVerbPhraseBecomesSomethingOneDoes(String base, String gerund) {
    assertThat(English.gerund(base)).isEqualTo(gerund);
  }

  @ParameterizedTest
  @CsvSource({
    "have my lunch, has the lunch",
    "go home, goes home",
    "watch it and ~cry, watches it and cries",
    "play, plays",
    "do it, does it",
  })
  void aVerbPhraseIsToldOfSomebodyElse(String base, String third) {
    assertThat(English.third(base)).isEqualTo(third);
  }

  @ParameterizedTest
  @CsvSource({
    "apple, an",
    "hour, an",
    "university, a",
    "FBI agent, an",
    "cat, a",
    "8-hour nap, an",
    "unhinged take, an",
    "user, a",
    "one, a",
    "existential crisis, an",
    "euro, a"
  })
  void theArticleFollowsTheSound(String next, String article) {
    assertThat(English.article(next)).isEqualTo(article);
  }

  @ParameterizedTest
  @CsvSource({
    "Monday morning meetings, true",
    "news, false",
    "my boss, false",
    "cats and dogs, true",
    "the people in cc, true",
    "quantum physics, false",
    "a list of things, false"
  })
  void aNounPhraseIsOneOrMany(String phrase, boolean plural) {
    assertThat(English.isPlural(phrase)).isEqualTo(plural);
  }
}
