package dev.memenem.caption;

import static dev.memenem.testing.SampleOrders.LIGHTHOUSE;
import static dev.memenem.testing.SampleOrders.PENGUINS;
import static dev.memenem.testing.SampleOrders.answer;
import static dev.memenem.testing.SampleOrders.captions;
import static dev.memenem.testing.SampleOrders.order;
import static dev.memenem.testing.SampleOrders.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.caption.CaptionAnswer.Cause;
import dev.memenem.caption.CaptionAnswer.Failed;
import dev.memenem.caption.CaptionAnswer.Written;
import dev.memenem.caption.CaptionRequest.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final String ID = "imgflip_4711";

  private static CaptionAnswer read(String text, Order... orders) {
    return CaptionReader.read(text, request("tea", NOW, orders), "m", 9);
  }

  private static Written written(CaptionAnswer answer) {
    return answer.fold(
        written -> written,
        failed -> {
          throw new AssertionError(failed.toString());
        });
  }

  private static Failed failed(CaptionAnswer answer) {
    return answer.fold(
        written -> {
          throw new AssertionError(written.toString());
        },
        failed -> failed);
  }

  private static String penguins(String items) {
    return "{\"" + ID + "\":[" + items + "]}";
  }

  @Test
  void aGoodAnswerGivesEveryVariation() {
    Order two = order(PENGUINS, 2);
    Order three = order(LIGHTHOUSE, 3);
    Written written = written(read(answer("tea", two, three), two, three));
    assertThat(written.captions().get(ID))
        .containsExactly(captions(PENGUINS, "tea 1"), captions(PENGUINS, "tea 2"));
    assertThat(written.captions().get("builtin_lighthouse")).hasSize(3);
    assertThat(written.model()).isEqualTo("m");
    assertThat(written.tokens()).isEqualTo(9);
    assertThat(written.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "\n\n%s\n",
        "```json\n%s\n```",
        "```\n%s```",
        "Here are your memes!\n%s\nHave fun {really}!",
        "<think>{\"a\": 1} or so</think>%s",
        "Sure {as you wish}: %s",
      })
  void harmlessTextAroundTheObjectIsTakenAway(String around) {
    Order one = order(PENGUINS, 1);
    assertThat(written(read(around.formatted(answer("tea", one)), one)).captions()).containsKey(ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no",
        "[]",
        "{\"imgflip_4711\":[{\"panel_1\":\"a\",",
        "```json\n{\"imgflip_4711\":[\n```",
        "{{{{{{{{",
        "\"{\\\"imgflip_4711\\\":[]}\"",
      })
  void whatHoldsNoWholeObjectIsBroken(String text) {
    Failed failed = failed(read(text, order(PENGUINS, 1)));
    assertThat(failed.cause()).isEqualTo(Cause.BROKEN_ANSWER);
    assertThat(failed.until()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'panel_1':'a b','panel_2':''} | empty panel",
        "{'panel_1':'a b','panel_2':'  '} | empty panel",
        "{'panel_1':'a b','panel_2':'…'} | empty panel",
        "{'panel_1':'a b'} | empty panel",
        "{'panel_1':'a b','panel_2':7} | empty panel",
        "{'panel_1':'a b','panel_2':null} | empty panel",
        "{'panel_1':'a b','panel_2':'c','panel_3':'d'} | other panels",
        "['a b'] | other panels",
        "'a b' | other panels",
        "7 | other panels",
        "{'panel_1':'good one','panel_2':'Good  ONE!'} | the same twice",
        "{'panel_1':'taken','panel_2':'already'} | the same twice",
        "{'panel_1':'1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18','panel_2':'b'} | too long",
      })
  void aVariationThatDoesNotFitIsLeftOutAndSaid(String item, String why) {
    Order order = new Order(PENGUINS, 2, List.of(new Captions(List.of("Taken!", "already"))));
    String text = penguins("{'panel_1':'good','panel_2':'one'}," + item).replace('\'', '"');
    if (why.equals("the same twice") && item.contains("good")) {
      text = penguins("{'panel_1':'good one','panel_2':'good one'}," + item).replace('\'', '"');
    }
    Written written = written(read(text, order));
    assertThat(written.captions().get(ID)).hasSize(1);
    assertThat(written.problems())
        .singleElement()
        .asString()
        .contains("1 of 2 captions for Huddle of Penguins are missing", why);
  }

  @Test
  void moreThanAskedForIsNotKept() {
    Order one = order(PENGUINS, 1);
    assertThat(written(read(answer("tea", order(PENGUINS, 5)), one)).captions().get(ID)).hasSize(1);
  }

  @Test
  void templatesNobodyAskedForAreNotKept() {
    Order one = order(PENGUINS, 1);
    Written written = written(read(answer("tea", one, order(LIGHTHOUSE, 1)), one));
    assertThat(written.captions()).containsOnlyKeys(ID);
  }

  @Test
  void bareListsOfTextsAreUnderstood() {
    assertThat(written(read(penguins("[\"no tea\",\"more tea\"]"), order(PENGUINS, 1))).captions())
        .containsKey(ID);
  }

  @Test
  void aFixedTextStaysAsTheFormatHasIt() {
    Order one = order(LIGHTHOUSE, 1);
    String text =
        "{\"builtin_lighthouse\":[{\"panel_1\":\"Has anybody noticed tea\",\"panel_2\":\"no\","
            + "\"panel_3\":\"SPLISH\"}]}";
    assertThat(written(read(text, one)).captions().get("builtin_lighthouse").get(0).texts())
        .containsExactly("Has anybody noticed tea", "no", "Splash");
  }

  @Test
  void textsAreCleanedOfWhatSteersTerminals() {
    String text = penguins("{\"panel_1\":\"a\\u001b[31m\\nb\",\"panel_2\":\"\\u202ec \"}");
    assertThat(written(read(text, order(PENGUINS, 1))).captions().get(ID).get(0).texts())
        .containsExactly("a[31m b", "c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I cannot create captions about this topic.",
        "I'm sorry, but I can't help with that request.",
        "{\"imgflip_4711\":[{\"panel_1\":\"I cannot provide content like this\",\"panel_2\":\"x\"}]}",
      })
  void aPoliteRefusalIsARefusal(String text) {
    assertThat(failed(read(text, order(PENGUINS, 1))).cause()).isEqualTo(Cause.REFUSED);
  }

  @Test
  void aJokeThatBeginsLikeARefusalIsAJoke() {
    String text = penguins("{\"panel_1\":\"I can't even\",\"panel_2\":\"sorry not sorry\"}");
    assertThat(written(read(text, order(PENGUINS, 1))).captions()).containsKey(ID);
  }

  @Test
  void brokenAnswersOfEveryShapeAreValuesNotExceptions() {
    Order two = order(PENGUINS, 2);
    String good = "Look:\n```json\n" + answer("tea \"} { 😀", two, order(LIGHTHOUSE, 1)) + "\n```";
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(good);
      for (int i = 0; i <= random.nextInt(4); i++) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setLength(Math.max(1, at));
          case 1 -> text.deleteCharAt(at);
          default -> text.insert(at, "{}[]\",:\\".charAt(random.nextInt(8)));
        }
      }
      CaptionAnswer answer = read(text.toString(), two);
      List<Captions> captions = new ArrayList<>();
      answer.fold(w -> captions.addAll(w.captions().getOrDefault(ID, List.of())), f -> false);
      assertThat(captions)
          .as("seed %d", seed)
          .hasSizeLessThanOrEqualTo(2)
          .allMatch(c -> c.texts().size() == 2);
    }
  }
}
