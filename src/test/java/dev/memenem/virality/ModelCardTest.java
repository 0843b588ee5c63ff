package dev.memenem.virality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.json.Json;
import dev.memenem.json.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelCardTest {
  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ViralityModel.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  @Test
  void the_weights_fit_into_a_megabyte_and_the_card_is_theirs() throws IOException {
    byte[] weights = resource("weights.bin");
    Tree data = Json.parse(resource("model-card.json"));

    assertThat(weights.length).isLessThanOrEqualTo(1_000_000);
    assertThat(data.get("weights_bytes").integer(0)).isEqualTo(weights.length);
    assertThat(data.get("version").text()).isEqualTo(ViralityModel.load().version());
  }

  @Test
  void text_and_data_of_the_card_give_the_same_figures() throws IOException {
    String card = new String(resource("model-card.md"), StandardCharsets.UTF_8);
    Tree data = Json.parse(resource("model-card.json"));

    assertThat(card).contains(data.get("version").text()).contains(data.get("date").text());
    int figures = 0;
    for (String name : data.fields()) {
      List<Tree> figure = data.get(name).items();
      if (!figure.isEmpty()) {
        double value = figure.get(0).number(-1);
        double low = figure.get(1).number(-1);
        double high = figure.get(2).number(-1);
        assertThat(card).contains("| %s | %s | %s to %s |".formatted(name, value, low, high));
        assertThat(value).isBetween(low, high);
        figures++;
      }
    }
    assertThat(figures).isEqualTo(6);
  }

  @Test
  void the_figures_are_better_than_length_alone_and_not_too_good_to_be_true() throws IOException {
    Tree data = Json.parse(resource("model-card.json"));

    assertThat(data.get("best_of_4").items().get(0).number(0)).isBetween(58.1, 62.0);
    assertThat(data.get("auc_top10").items().get(0).number(0)).isBetween(0.664, 0.72);
    assertThat(data.get("spearman_within_template").items().get(0).number(0))
        .isBetween(0.271, 0.34);
  }
}
