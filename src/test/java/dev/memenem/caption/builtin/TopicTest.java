package dev.memenem.caption.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicTest {
  private final Lexicon lexicon = Lexicon.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Monday morning meetings | NOUN | Monday morning meetings | true",
        "coffee | NOUN | coffee | false",
        "Coffee | NOUN | coffee | false",
        "group project | NOUN | group projects | true",
        "birthday party | NOUN | birthday parties | true",
        "my cat | NOUN | my cat | false",
        "your boss | NOUN | my boss | false",
        "a first date | NOUN | a first date | false",
        "the printer on the third floor | NOUN | the printer on the third floor | false",
        "Batman | NAME | Batman | false",
        "Taylor Swift | NAME | Taylor Swift | false",
        "waiting for the bus | GERUND | waiting for the bus | false",
        "not replying to texts | GERUND | not replying to texts | false",
        "do your taxes | ACTION | doing my taxes | false",
        "how to fold a fitted sheet | ACTION | folding a fitted sheet | false",
        "to wake up early | ACTION | waking up early | false",
        "running late and being tired | GERUND | running late and being tired | false",
      })
  void aTopicStandsInASentenceByItsGrammar(
      String text, Topic.Shape shape, String noun, boolean plural) {
    Topic topic = Topic.read(text, lexicon);
    assertThat(topic.shape()).isEqualTo(shape);
    assertThat(topic.noun()).contains(noun);
    assertThat(topic.plural()).isEqualTo(plural);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "when the wifi dies | MOMENT | the wifi dies",
        "Why is rent so expensive? | QUESTION | someone asks \"Why is rent so expensive?\"",
        "I forgot my password | CLAUSE | I forgot my password",
        "my boss emails me at 11pm | CLAUSE | my boss emails me at 11pm",
        "nobody reads the documentation | CLAUSE | nobody reads the documentation",
      })
  void aClauseIsNeverUsedAsANoun(String text, Topic.Shape shape, String moment) {
    Topic topic = Topic.read(text, lexicon);
    assertThat(topic.shape()).isEqualTo(shape);
    assertThat(topic.noun()).isEmpty();
    assertThat(topic.moments()).contains(moment);
  }

  @ParameterizedTest
  @CsvSource({"猫と仕事", "🦆🦆🦆", "{t} {a}", "???", "x"})
  void whatNobodyCanReadIsOnlyNamed(String text) {
    Topic topic = Topic.read(text, lexicon);
    assertThat(topic.shape()).isEqualTo(Topic.Shape.OPAQUE);
    assertThat(topic.noun()).contains(text);
  }

  @ParameterizedTest
  @CsvSource({
    "Monday morning meetings, meetings",
    "homework, school",
    "my cats at 3am, cats",
    "deploying on Friday, deploy",
    "grocery shopping, shopping",
    "team-building, groupproject",
  })
  void aTopicPullsInItsOwnWorld(String text, String world) {
    assertThat(lexicon.worldsOf(text)).containsKey(world);
  }

  @Test
  void aTopicOfNoWorldHasNone() {
    assertThat(lexicon.worldsOf("Portugal")).isEmpty();
    assertThat(lexicon.worldsOf("late")).as("not a latte").containsOnlyKeys("deadline");
  }
}
