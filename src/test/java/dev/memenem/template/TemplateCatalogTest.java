package dev.memenem.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.json.Tree;
import dev.memenem.template.builtin.BuiltinSource;
import dev.memenem.template.builtin.CatalogueFiles;
import dev.memenem.testing.Jobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCatalogTest {
  private final TemplateCatalog catalog = new TemplateCatalog(CatalogueFiles::builtin);

  private static Template live(String id, String name, int width, int height, int boxes) {
    return new Template(
        id,
        name,
        "imgflip",
        new Template.Image(Optional.of("https://i.imgflip.com/live.jpg"), width, height),
        Template.Meaning.UNKNOWN,
        LikelyPanels.of(boxes),
        88);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "imgflip_87743020 | Two Buttons",
        "87743020 | Two Buttons",
        "imgflip_8774 | Two Buttons",
        "Two Buttons | Two Buttons",
        "Two-Buttons | Two Buttons",
        "two buttons! | Two Buttons",
        "two butons | Two Buttons",
        "Daily Struggle | Two Buttons",
        "drakeposting | Drake Hotline Bling",
        "drake hotline | Drake Hotline Bling",
        "Grus-Plan | Gru's Plan",
        "pikachu | Surprised Pikachu",
        "distracted boyfrend | Distracted Boyfriend",
      })
  void people_find_a_format_by_what_they_type(String typed, String name) {
    assertThat(catalog.find(typed)).map(Template::name).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "xq", "no such format at all", "imgflip_", "999999999999"})
  void nobody_gets_a_format_they_did_not_mean(String typed) {
    assertThat(catalog.find(typed)).isEmpty();
  }

  @Test
  void of_several_that_share_a_word_the_far_better_known_is_meant() {
    assertThat(catalog.find("Drake")).map(Template::name).contains("Drake Hotline Bling");
  }

  @Test
  void a_word_that_several_share_is_no_answer_but_names_them() {
    TemplateNames alike =
        new TemplateNames(
            List.of(
                Jobs.template("a", "Sad Dog", "caption"),
                Jobs.template("b", "Sad Cat", "caption")));
    assertThat(alike.find("sad")).isEmpty();
    assertThat(alike.find("sad cat")).map(Template::id).contains("b");
    assertThat(catalog.names().near("Drake", 10))
        .extracting(Template::name)
        .contains("Drake Hotline Bling", "Drake Blank");
    assertThat(catalog.names().near("Drake", 1)).hasSize(1);
    assertThat(catalog.names().near("dra", 3)).extracting(Template::name).contains("Drake Blank");
    assertThat(catalog.find("dra")).isEmpty();
  }

  @Test
  void every_recorded_imgflip_format_is_known() throws IOException {
    List<String> unknown = new ArrayList<>();
    try (InputStream in = getClass().getResourceAsStream("imgflip-formats.tsv")) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat(lines).hasSizeGreaterThan(100);
      for (String line : lines) {
        String[] fields = line.split("\t");
        Template live = live("imgflip_" + fields[0], fields[1], 500, 500, 2);
        Template rich = catalog.enrich(live);
        if (rich.meaning().situation().isEmpty() || !rich.id().equals(live.id())) {
          unknown.add(line);
        }
        if (catalog.find(fields[1].replace(' ', '-')).isEmpty()) {
          unknown.add("by its name: " + line);
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void a_known_format_keeps_its_live_picture_and_gets_our_panels() {
    Template rich = catalog.enrich(live("imgflip_181913649", "Drake (new name)", 800, 800, 4));
    assertThat(rich.source()).isEqualTo("imgflip");
    assertThat(rich.name()).isEqualTo("Drake Hotline Bling");
    assertThat(rich.image().url()).contains("https://i.imgflip.com/live.jpg");
    assertThat(rich.image().width()).isEqualTo(800);
    assertThat(rich.popularity()).isEqualTo(88);
    assertThat(rich.panels()).extracting(Panel::role).containsExactly("rejected", "preferred");
    assertThat(rich.meaning().structure()).isEqualTo("reject_prefer");
  }

  @Test
  void a_format_of_another_source_is_known_by_its_name_and_drawn_on_a_fitting_crop() {
    Template other = live("knowyourmeme_distracted-boyfriend", "Distracted boyfriend", 600, 600, 1);
    Template rich = catalog.enrich(other);
    Template ours = catalog.find("Distracted Boyfriend").orElseThrow();
    assertThat(rich.id()).isEqualTo("imgflip_112126428");
    assertThat(rich.image()).as("a square crop would put labels elsewhere").isEqualTo(ours.image());

    Template sameCrop = live("reddit_abc", "Distracted Boyfriend", 600, 400, 1);
    assertThat(catalog.enrich(sameCrop).image()).isEqualTo(sameCrop.image());

    Template unmeasured = live("reddit_abd", "Distracted Boyfriend", 0, 0, 1);
    assertThat(catalog.enrich(unmeasured).image()).isEqualTo(ours.image());
  }

  @Test
  void an_unknown_format_gets_panels_that_suit_its_shape() {
    Template one = catalog.enrich(live("imgflip_1", "Frog of the Week", 500, 500, 1));
    assertThat(one.panels())
        .singleElement()
        .satisfies(p -> assertThat(p.box().y()).isLessThan(0.1));

    Template two = catalog.enrich(live("imgflip_2", "Thoughtful Heron", 500, 500, 2));
    assertThat(two.panels()).extracting(Panel::role).containsExactly("setup", "punchline");
    assertThat(two.panels().get(1).box().y()).isGreaterThan(0.6);

    Template versus = catalog.enrich(live("imgflip_3", "Heron vs. Pond", 500, 500, 2));
    assertThat(versus.panels()).extracting(p -> p.box().x() < 0.5).containsExactly(true, false);

    Template choice = catalog.enrich(live("imgflip_4", "Heron no, heron yes", 500, 500, 2));
    assertThat(choice.meaning().structure()).isEqualTo("reject_prefer");
    assertThat(choice.panels()).allSatisfy(p -> assertThat(p.box().x()).isGreaterThan(0.49));

    Template tall = catalog.enrich(live("imgflip_5", "Heron Story", 400, 1600, 4));
    assertThat(tall.panels()).allSatisfy(p -> assertThat(p.box().width()).isGreaterThan(0.9));

    Template wide = catalog.enrich(live("imgflip_6", "Heron Strip", 1500, 500, 3));
    assertThat(wide.panels()).allSatisfy(p -> assertThat(p.box().width()).isLessThan(0.34));
    assertThat(two.meaning().situation()).isEmpty();
  }

  @Test
  void every_number_of_texts_in_every_shape_has_its_places() {
    int[][] shapes = {{500, 500}, {300, 1200}, {1600, 400}, {0, 0}};
    for (int[] shape : shapes) {
      for (int boxes = 1; boxes <= LikelyPanels.MOST; boxes++) {
        List<Panel> panels =
            catalog
                .enrich(live("imgflip_7", "Nobody Knows It", shape[0], shape[1], boxes))
                .panels();
        assertThat(panels).hasSize(boxes);
        assertThat(panels).extracting(Panel::role).doesNotHaveDuplicates();
        for (int i = 0; i < boxes; i++) {
          for (int j = i + 1; j < boxes; j++) {
            assertThat(apart(panels.get(i).box(), panels.get(j).box()))
                .as("%d boxes on %d x %d: %d and %d", boxes, shape[0], shape[1], i, j)
                .isTrue();
          }
        }
      }
    }
  }

  private static boolean apart(Box a, Box b) {
    return a.x() + a.width() <= b.x()
        || b.x() + b.width() <= a.x()
        || a.y() + a.height() <= b.y()
        || b.y() + b.height() <= a.y();
  }

  @Test
  void what_a_source_knows_of_its_own_format_stays() {
    Template known = catalog.find("Two Buttons").orElseThrow();
    Template own =
        new Template(
            "reddit_zzz",
            "My own thing",
            "reddit",
            known.image(),
            known.meaning(),
            known.panels(),
            1);
    assertThat(catalog.enrich(own)).isEqualTo(own);
  }

  @Test
  void the_files_are_read_at_the_first_question_and_only_once() {
    AtomicInteger reads = new AtomicInteger();
    TemplateCatalog lazy =
        new TemplateCatalog(
            () -> {
              reads.incrementAndGet();
              return CatalogueFiles.builtin();
            });
    assertThat(reads).hasValue(0);
    lazy.find("Two Buttons");
    lazy.templates();
    assertThat(new BuiltinSource(lazy).list(Instant.MAX).templates())
        .isEqualTo(lazy.templates())
        .isNotEmpty();
    assertThat(reads).hasValue(1);
  }

  @Test
  void the_catalogue_survives_being_written_and_read_again() {
    List<Template> again =
        catalog.templates().stream()
            .map(t -> TemplateJson.read(new Tree(TemplateJson.write(t))))
            .toList();
    assertThat(again).isEqualTo(catalog.templates());
    assertThat(Collections.max(again.stream().map(Template::popularity).toList()))
        .isLessThanOrEqualTo(100);
  }
}
