package dev.memenem.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memenem.json.Invisible;
import dev.memenem.testing.Jobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobRequestTest {
  @Test
  void aTopicIsTrimmedAndOneLine() {
    assertThat(Jobs.request("  two\nlines\tof\r\ntext ").topic()).isEqualTo("two lines of text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n\t", "\u202e\u200f"})
  void anEmptyTopicIsRefused(String topic) {
    assertThatThrownBy(() -> Jobs.request(topic))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("empty");
  }

  @Test
  void twoHundredCodePointsFitAndOneMoreDoesNot() {
    assertThat(Jobs.request("😀".repeat(200)).topic()).hasSize(400);
    assertThatThrownBy(() -> Jobs.request("😀".repeat(201)))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("201");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; DROP TABLE jobs; --",
        "{{7*7}} ${jndi:ldap://x}",
        "\u001b]0;pwned\u0007 title",
        "abc\u202edef",
        "שלום עולם",
        "👩‍👩‍👧‍👦 family",
        "-",
        "--help"
      })
  void hostileTopicsAreJustText(String topic) {
    String kept = Jobs.request(topic).topic();
    assertThat(kept).isNotBlank();
    assertThat(kept.chars().noneMatch(c -> Invisible.is((char) c))).isTrue();
  }
}
