package dev.memenem.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.template.builtin.CatalogueFiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicRankingTest {
  private static final TopicRanking RANKING = new TopicRanking();
  private static final List<Template> CATALOGUE = CatalogueFiles.builtin();

  private static List<String> best(String topic, int count) {
    return RANKING.rank(topic, CATALOGUE).stream().limit(count).map(Template::name).toList();
  }

  private static Template live(String id, String name, double popularity) {
    return new Template(
        id,
        name,
        "reddit",
        new Template.Image(Optional.empty(), 0, 0),
        Template.Meaning.UNKNOWN,
        List.of(
            new Panel(
                "setup", "", Optional.empty(), 6, 14, Panel.Look.CLASSIC, new Box(0, 0, 1, 1, 0))),
        popularity);
  }

  @Test
  void a_meeting_brings_the_boardroom_though_no_name_says_meetings() {
    assertThat(best("Monday morning meetings", 5)).contains("Boardroom Meeting Suggestion");
    assertThat(best("yet another standup", 5)).contains("Boardroom Meeting Suggestion");
  }

  @Test
  void waiting_is_understood_without_the_word() {
    assertThat(best("parcel delivery", 5)).contains("Waiting Skeleton");
  }

  @Test
  void the_situation_decides_and_not_only_the_thing() {
    assertThat(best("when the printer jams", 5)).contains("Y U No");
    assertThat(best("finding money in an old coat", 5)).contains("Success Kid");
    assertThat(best("losing money in an old coat", 5)).doesNotContain("Success Kid");
    assertThat(best("why can't I fall asleep?", 5)).contains("Futurama Fry");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"quantum physics", "the moon landing", "photosynthesis", "democracy", "Batman"})
  void a_topic_no_format_was_made_for_gets_well_known_ones(String topic) {
    assertThat(RANKING.rank(topic, CATALOGUE).subList(0, 5))
        .allSatisfy(t -> assertThat(t.popularity()).as(t.name()).isGreaterThan(40))
        .extracting(Template::name)
        .doesNotContain("where monkey", "Afraid To Ask Andy");
  }

  @Test
  void an_emoji_says_as_much_as_its_word() {
    assertThat(best("🐶🐶🐶", 5)).contains("Doge");
  }

  @Test
  void a_hashtag_is_read_word_by_word() {
    assertThat(best("#ConspiracyTheory", 5)).isEqualTo(best("conspiracy theory", 5));
  }

  @Test
  void a_format_can_be_had_by_its_name() {
    assertThat(best("distracted boyfriend", 1)).containsExactly("Distracted Boyfriend");
    assertThat(best("hide the pain harold", 1)).containsExactly("Hide the Pain Harold");
  }

  @Test
  void the_first_five_are_not_all_of_one_kind() {
    for (String topic : List.of("rent", "cats", "my boss", "exam tomorrow", "a broken printer")) {
      List<Template> five = RANKING.rank(topic, CATALOGUE).subList(0, 5);
      assertThat(five.stream().map(t -> t.meaning().structure()).distinct())
          .as("structures for %s", topic)
          .hasSizeGreaterThanOrEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "the of and", "xyzzy plugh", "ශ්‍රී ලංකා", "\u202e\u0000\ufffd", "🜁🜂"})
  void a_topic_without_a_known_word_gets_popular_formats_that_serve_anything(String topic) {
    List<Template> five = RANKING.rank(topic, CATALOGUE).subList(0, 5);
    assertThat(five).allSatisfy(t -> assertThat(t.popularity()).isGreaterThan(60));
    assertThat(five.stream().map(t -> t.meaning().structure()).distinct())
        .hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void a_live_template_is_found_by_its_name_alone() {
    List<Template> all = new ArrayList<>(CATALOGUE);
    all.add(live("reddit_a1", "Llama Looking at Spreadsheets", 3));
    assertThat(RANKING.rank("a llama on holiday", all).get(0).id()).isEqualTo("reddit_a1");
  }

  @Test
  void among_equals_the_more_popular_comes_first_and_then_the_smaller_id() {
    List<Template> templates =
        List.of(
            live("reddit_c", "Goose", 10),
            live("reddit_b", "Goose", 10),
            live("reddit_a", "Goose", 9));
    assertThat(RANKING.rank("goose", templates))
        .extracting(Template::id)
        .containsExactly("reddit_b", "reddit_c", "reddit_a");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -5, 1e9})
  void one_nonsensical_popularity_does_not_spoil_the_order(double popularity) {
    List<Template> all = new ArrayList<>(CATALOGUE);
    all.add(live("reddit_z", "Heron", popularity));
    assertThat(RANKING.rank("Monday morning meetings", all).stream().limit(5).map(Template::name))
        .isEqualTo(best("Monday morning meetings", 5));
  }

  @Test
  void nothing_to_rank_gives_nothing() {
    assertThat(RANKING.rank("cats", List.of())).isEmpty();
  }

  /** Topics that nobody would type, the same in every run. */
  static List<String> garbage() {
    Random random = new Random(20261123);
    return IntStream.range(0, 60)
        .mapToObj(
            i ->
                random
                    .ints(
                        1 + random.nextInt(200),
                        0,
                        i % 3 == 0 ? 0x80 : i % 3 == 1 ? 0x3000 : 0x1ffff)
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("garbage")
  void whatever_the_topic_every_template_comes_back_once_and_always_in_the_same_order(
      String topic) {
    List<Template> templates = new ArrayList<>(CATALOGUE);
    templates.add(live("reddit_x", topic, 7));
    templates.add(live("reddit_y", "", Double.NaN));
    List<Template> ranked = RANKING.rank(topic, templates);
    assertThat(ranked).containsExactlyInAnyOrderElementsOf(templates);

    Collections.shuffle(templates, new Random(topic.hashCode()));
    assertThat(new TopicRanking().rank(topic, templates)).isEqualTo(ranked);
  }
}
