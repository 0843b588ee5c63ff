package dev.memenem.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void whatIsWrittenIsReadBack() {
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < 500; i++) {
      Object tree = tree(random, 0);
      assertThat(Json.parse(Json.write(tree)).value()).isEqualTo(tree);
      assertThat(Json.parse(Json.pretty(tree)).value()).isEqualTo(tree);
    }
  }

  private static Object tree(SplittableRandom random, int depth) {
    switch (random.nextInt(depth > 3 ? 5 : 7)) {
      case 0:
        return random.nextLong();
      case 1:
        return random.nextDouble();
      case 2:
        return random.nextBoolean();
      case 3:
        return null;
      case 4:
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
          text.appendCodePoint(random.nextInt(0xd800));
        }
        return text.toString();
      case 5:
        List<Object> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(tree(random, depth + 1));
        }
        return items;
      default:
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          fields.put("f" + random.nextInt(), tree(random, depth + 1));
        }
        return fields;
    }
  }

  @Test
  void decimalsOfAnyLengthAreReadToTheLastBit() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 5_000; i++) {
      long digits = random.nextLong(1L << random.nextInt(1, 63));
      String text =
          (random.nextBoolean() ? "-" : "")
              + new BigDecimal(BigInteger.valueOf(digits), random.nextInt(1, 22)).toPlainString()
              + (random.nextInt(20) == 0 ? "e-3" : "");
      assertThat(Json.parse(text).value()).as(text).isEqualTo(Double.valueOf(text));
    }
    assertThat(Json.parse("[-0.0, 0.1, 12345678901234.5]").items())
        .extracting(item -> item.number(9))
        .containsExactly(-0.0, 0.1, 12345678901234.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u001b[2J", "a\u202eb", "\u0007", "\u009b31m", "\u2066x\u2069", "\ufeff"})
  void noCharacterThatSteersATerminalIsWrittenAsItIs(String text) {
    String line = Json.write(Map.of("topic", text));
    assertThat(line.chars().noneMatch(c -> Invisible.is((char) c))).isTrue();
    assertThat(Json.parse(line).get("topic").text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1,2", "{\"a\":1} x", "nonsense", "{\"a\" 1}"})
  void brokenTextIsOneClearException(String text) {
    assertThatThrownBy(() -> Json.parse(text))
        .isInstanceOf(JsonException.class)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void deepNestingIsRefusedInsteadOfOverflowingTheStack() {
    assertThatThrownBy(() -> Json.parse("[".repeat(100_000))).isInstanceOf(JsonException.class);
  }

  @Test
  void walkingWhereNothingIsNeverThrows() {
    Tree tree = Json.parse("{\"a\":[1,\"x\",{\"b\":true}],\"n\":1.5}");
    assertThat(tree.get("a").texts()).containsExactly("x");
    assertThat(tree.get("a").items().get(2).get("b").flag(false)).isTrue();
    assertThat(tree.get("n").number(0)).isEqualTo(1.5);
    assertThat(tree.get("missing").get("more").items()).isEmpty();
    assertThat(tree.get("n").text("none")).isEqualTo("none");
    assertThat(tree.get("a").integer(7)).isEqualTo(7);
  }
}
