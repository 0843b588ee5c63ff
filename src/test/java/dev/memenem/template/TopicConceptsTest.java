package dev.memenem.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.json.Json;
import dev.memenem.json.Tree;
import dev.memenem.template.builtin.CatalogueFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopicConceptsTest {
  private final Tree concepts = read("topic-concepts.json").get("concepts");

  private static Tree read(String name) {
    try (InputStream in = TopicConcepts.class.getResourceAsStream(name)) {
      return Json.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void every_concept_names_formats_of_the_catalogue_each_once() {
    Set<String> known =
        CatalogueFiles.builtin().stream().map(Template::name).collect(Collectors.toSet());
    for (String name : concepts.fields()) {
      assertThat(concepts.get(name).get("formats").texts())
          .as(name)
          .hasSizeGreaterThanOrEqualTo(5)
          .doesNotHaveDuplicates()
          .isSubsetOf(known);
    }
  }

  @Test
  void every_concept_has_words_and_links_to_tags_and_structures_that_exist() {
    Set<String> tags = new HashSet<>(read("builtin/tags.json").fields());
    Set<String> structures = new HashSet<>(read("builtin/structures.json").fields());
    for (String name : concepts.fields()) {
      Tree concept = concepts.get(name);
      assertThat(concept.get("words").text()).as(name).isNotBlank();
      assertThat(concept.get("tags").fields()).as(name).isNotEmpty().isSubsetOf(tags);
      assertThat(concept.get("structures").fields()).as(name).isSubsetOf(structures);
    }
  }

  @Test
  void small_words_hint_at_the_situation() {
    TopicConcepts read = TopicConcepts.load();
    assertThat(read.links("xyzzy").formats()).isEmpty();
    for (String topic : List.of("why xyzzy", "xyzzy without plugh", "when xyzzy")) {
      assertThat(read.links(topic).formats()).as(topic).isNotEmpty();
    }
  }
}
