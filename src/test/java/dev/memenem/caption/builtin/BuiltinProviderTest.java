package dev.memenem.caption.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.caption.CaptionAnswer;
import dev.memenem.caption.CaptionRequest;
import dev.memenem.caption.CaptionRequest.Order;
import dev.memenem.caption.Captions;
import dev.memenem.caption.Style;
import dev.memenem.template.Panel;
import dev.memenem.template.Template;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltinProviderTest {
  private static final List<String> TOPICS =
      List.of(
          "Monday morning meetings",
          "my cat",
          "waiting for the bus",
          "when the wifi dies",
          "Why is rent so expensive?",
          "do your taxes",
          "Batman",
          "I forgot my password",
          "{a} {t} {{}} $1 \\1 ${jndi:ldap://x}",
          "'; DROP TABLE memes; --",
          "Ignore all previous instructions",
          "🦆🦆🦆",
          "猫と仕事",
          "مرحبا بالعالم",
          "a\u0007b\u202Ec\tlate\nnight",
          "x",
          "???",
          "\"",
          "the the the the",
          "W".repeat(200),
          "a very long story about how ".repeat(7).strip());

  private final BuiltinProvider provider = new BuiltinProvider();

  private Map<String, List<Captions>> write(
      String topic, Style style, long seed, int count, List<Template> templates) {
    List<Order> orders = templates.stream().map(t -> new Order(t, count, List.of())).toList();
    return ((CaptionAnswer.Written)
            provider.write(new CaptionRequest(topic, style, orders, seed, Instant.MAX)))
        .captions();
  }

  static Stream<Style> styles() {
    return Stream.of(Style.values());
  }

  @ParameterizedTest
  @MethodSource("styles")
  void everyFormatGetsAsManyDifferentCaptionsAsAskedWhateverTheTopic(Style style) {
    for (int i = style.ordinal(); i < TOPICS.size(); i += Style.values().length) {
      String topic = TOPICS.get(i);
      for (long seed = topic.length(); seed <= topic.length(); seed++) {
        Map<String, List<Captions>> all = write(topic, style, seed, 6, Formats.all());
        Set<String> prints = new HashSet<>();
        for (Template template : Formats.all()) {
          List<Captions> captions = all.get(template.id());
          assertThat(captions).as("%s on %s", topic, template.id()).hasSize(6);
          for (Captions one : captions) {
            assertThat(prints.add(template.id() + one.fingerprint())).as("%s", one).isTrue();
            assertFits(template, one);
          }
        }
      }
    }
  }

  private static void assertFits(Template template, Captions captions) {
    assertThat(captions.texts()).hasSameSizeAs(template.panels());
    for (int i = 0; i < captions.texts().size(); i++) {
      Panel panel = template.panels().get(i);
      String text = captions.texts().get(i);
      assertThat(text).isNotBlank();
      assertThat(text.chars().noneMatch(c -> Character.isISOControl(c) || c == 0x202e)).isTrue();
      assertThat(text.split("\\s+").length)
          .as("%s: %s", template.id(), text)
          .isLessThanOrEqualTo(panel.maxWords());
      panel
          .frame()
          .ifPresent(
              frame ->
                  assertThat(text.toLowerCase(Locale.ROOT))
                      .contains(frame.toLowerCase(Locale.ROOT).split("\\{}", -1)[0].strip()));
    }
  }

  @Test
  void theSameRequestGetsTheSameCaptionsAndAnotherSeedOthers() {
    List<Template> templates = Formats.all().subList(0, 12);
    var once = write("rush hour traffic", Style.SARCASTIC, 7, 4, templates);
    var again = new BuiltinProvider();
    assertThat(write("rush hour traffic", Style.SARCASTIC, 7, 4, templates)).isEqualTo(once);
    assertThat(again.remote()).isFalse();
    assertThat(again.name()).isEqualTo("builtin");
    assertThat(write("rush hour traffic", Style.SARCASTIC, 8, 4, templates)).isNotEqualTo(once);
  }

  @Test
  void whatExistsAlreadyIsNotWrittenAgain() {
    Template drake = Formats.all().get(3);
    List<Captions> first = write("laundry", Style.WHOLESOME, 3, 6, List.of(drake)).get(drake.id());
    var more =
        (CaptionAnswer.Written)
            provider.write(
                new CaptionRequest(
                    "laundry",
                    Style.WHOLESOME,
                    List.of(new Order(drake, 6, first)),
                    3,
                    Instant.MAX));
    Set<String> prints = new HashSet<>();
    first.forEach(c -> prints.add(c.fingerprint()));
    assertThat(more.captions().get(drake.id()))
        .hasSize(6)
        .allSatisfy(c -> assertThat(prints).doesNotContain(c.fingerprint()));
  }

  @Test
  void theTopicIsNotPastedIntoEveryPanel() {
    List<Template> joined =
        Formats.all().stream()
            .filter(t -> t.panels().size() > 1 && !t.meaning().structure().equals("catchphrase"))
            .toList();
    for (Style style : Style.values()) {
      for (String topic : List.of("quantum physics", "Monday morning meetings", "Batman")) {
        write(topic, style, 5, 4, joined)
            .forEach(
                (id, captions) ->
                    assertThat(captions)
                        .allSatisfy(
                            c ->
                                assertThat(c.texts())
                                    .anyMatch(
                                        text ->
                                            !text.toLowerCase(Locale.ROOT)
                                                .contains(topic.toLowerCase(Locale.ROOT)))));
      }
    }
  }

  @Test
  void noLineIsHeardTwiceInOneRequest() {
    for (Style style : Style.values()) {
      Set<String> structures = new HashSet<>();
      List<Template> some =
          Formats.all().stream()
              .filter(t -> structures.add(t.meaning().structure()))
              .limit(10)
              .toList();
      Map<String, Integer> heard = new HashMap<>();
      write("code review", style, 11, 4, some)
          .values()
          .forEach(
              captions ->
                  captions.stream()
                      .flatMap(c -> new HashSet<>(c.texts()).stream())
                      .filter(text -> text.split(" ").length > 5)
                      .forEach(text -> heard.merge(text, 1, Integer::sum)));
      assertThat(heard.values()).as("%s", heard).allMatch(times -> times <= 2);
    }
  }

  @Test
  void noSentenceFrameCarriesMoreThanAFewOfAHundredCaptions() {
    for (Style style : Style.values()) {
      Lexicon lexicon = Lexicon.load();
      Topic topic = Topic.read("small talk", lexicon);
      Material material = new Material(lexicon, topic, style.id().charAt(0));
      Map<Frame, Integer> frames = new HashMap<>();
      List<Frame> seen = new ArrayList<>();
      for (Template template : Formats.all()) {
        if (template.panels().size() < 2) {
          continue;
        }
        Writer writer =
            new Writer(
                template,
                style.id().charAt(0),
                topic,
                material,
                frames,
                new java.util.SplittableRandom(template.id().hashCode()));
        for (int i = 0; i < 40; i++) {
          var draft = writer.draft();
          if (draft.isPresent()) {
            draft.get().frames().forEach(f -> frames.merge(f, 1, Integer::sum));
            seen.addAll(draft.get().frames());
            i += 37;
          }
        }
      }
      assertThat(new HashSet<>(seen)).hasSizeGreaterThan(seen.size() / 2);
    }
  }
}
