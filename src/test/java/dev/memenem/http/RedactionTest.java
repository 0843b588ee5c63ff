package dev.memenem.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private final Redaction redaction = Redaction.of(List.of("hunter2secret", "hunter2"));

  @Test
  void knownSecretsAreMasked() {
    assertThat(redaction.line("the key hunter2secret and hunter2 are wrong"))
        .isEqualTo("the key *** and *** are wrong");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Incorrect API key provided: sk-canary1234567890abcd.",
        "Incorrect API key provided: sk-canary1***********abcd.",
        "Incorrect API key provided: canary1***********abcd.",
        "Authorization: Bearer canary1234567890",
        "bad key AIzacanary1234567890",
        "see https://a.example/v1?key=canary123&x=1",
      })
  void whatLooksLikeAKeyIsMaskedToo(String text) {
    assertThat(redaction.line(text)).doesNotContain("canary").contains("***");
  }

  @Test
  void ordinaryWordsStay() {
    String text = "The model is overloaded. Please try again later (503).";
    assertThat(redaction.line(text)).isEqualTo(text);
  }

  @Test
  void aLineIsOneLineAndShort() {
    String line = redaction.line("a\u001b[31m\nb\u202e" + "😀".repeat(400));
    assertThat(line).startsWith("a[31m b").hasSizeLessThanOrEqualTo(240).endsWith("…");
  }
}
