package dev.memenem.template.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.memenem.json.Json;
import dev.memenem.json.Tree;
import dev.memenem.template.Box;
import dev.memenem.template.Panel;
import dev.memenem.template.Template;
import dev.memenem.template.TemplateJson;
import dev.memenem.template.TemplateNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks each file of the catalogue whole, and all of them together. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueTest {
  private static final Path FOLDER =
      Path.of("src/main/resources/dev/memenem/template/builtin/catalogue");

  /** Fraction of the picture's smaller side by which boxes may touch or reach over the edge. */
  private static final double TOLERANCE = 0.01;

  private final List<Entry> entries = readAll();
  private final Tree tags = resource("tags.json");
  private final Tree structures = resource("structures.json");
  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Json.write(resource("template.schema.json")));

  /** A file of the catalogue; shows as its name. */
  private record Entry(Path file, String text, Tree tree, Template template) {
    static Entry of(Path file) {
      try {
        String text = Files.readString(file);
        Tree tree = Json.parse(text);
        return new Entry(file, text, tree, TemplateJson.read(tree));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String toString() {
      return file.getFileName().toString();
    }
  }

  private static Tree resource(String name) {
    try (InputStream in = CatalogueFiles.class.getResourceAsStream(name)) {
      return Json.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Entry> readAll() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(Entry::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Stream<Entry> entries() {
    return entries.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("entries")
  void has_the_form(Entry entry) {
    List<Error> errors = schema.validate(entry.text(), InputFormat.JSON);
    assertThat(errors).as("%s", entry).isEmpty();
    assertThat(entry.tree().fields())
        .contains(
            "other_names",
            "image",
            "tags",
            "characters",
            "tone",
            "situation",
            "structure",
            "popularity",
            "examples")
        .doesNotContain("source");
    assertThat(entry.toString()).matches("[a-z0-9]+(-[a-z0-9]+)*\\.json");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("entries")
  void says_what_it_is_for(Entry entry) {
    Template.Meaning meaning = entry.template().meaning();
    assertThat(tags.fields()).containsAll(meaning.tags());
    assertThat(meaning.tags()).hasSizeBetween(1, 8);
    assertThat(meaning.situation()).hasSizeGreaterThan(20);
    assertThat(meaning.tone()).isNotBlank();
    assertThat(entry.template().image().width()).isPositive();
    assertThat(entry.template().id().startsWith("imgflip_"))
        .as("the id is Imgflip's where the picture is")
        .isEqualTo(entry.template().image().url().orElse("").contains("imgflip.com"));
    assertThat(meaning.otherNames().stream().map(TemplateNames::plain))
        .as("other names that are not just another spelling of the name")
        .doesNotContain(TemplateNames.plain(entry.template().name()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("entries")
  void has_the_roles_of_its_structure(Entry entry) {
    Tree structure = structures.get(entry.template().meaning().structure());
    assertThat(structure.isObject()).as("a structure of the list").isTrue();
    List<Pattern> roles =
        structure.get("roles").texts().stream()
            .map(role -> role.replace("*", ".+").replaceAll("_n$", "_\\\\d+"))
            .map(Pattern::compile)
            .toList();
    List<String> own = entry.template().panels().stream().map(Panel::role).toList();
    assertThat(own)
        .doesNotHaveDuplicates()
        .allSatisfy(role -> assertThat(roles).anyMatch(pattern -> pattern.matcher(role).matches()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("entries")
  void says_what_each_text_does_and_how_long_it_is(Entry entry) {
    for (Panel panel : entry.template().panels()) {
      assertThat(panel.guide()).as(panel.role()).hasSizeGreaterThan(8);
      assertThat(panel.maxWords()).as(panel.role()).isGreaterThanOrEqualTo(panel.usualWords());
      assertThat(panel.frame().map(frame -> words(frame.replace("{}", ""))).orElse(0))
          .as("words of the frame of " + panel.role())
          .isLessThanOrEqualTo(panel.maxWords());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("entries")
  void has_room_for_its_texts(Entry entry) {
    Template.Image image = entry.template().image();
    for (Panel panel : entry.template().panels()) {
      Box box = panel.box();
      double area = box.width() * image.width() * box.height() * image.height();
      double height = 0.03 * Math.sqrt((double) image.width() * image.height());
      assertThat(area / (panel.maxWords() * 6 * 0.5 * height * height))
          .as(
              "%s: room for %d words in letters of a readable height",
              panel.role(), panel.maxWords())
          .isGreaterThan(1);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("entries")
  void keeps_its_boxes_inside_the_picture_and_apart(Entry entry) {
    Template.Image image = entry.template().image();
    double slack = TOLERANCE * Math.min(image.width(), image.height());
    List<Panel> panels = entry.template().panels();
    List<PlacedBox> boxes = panels.stream().map(p -> PlacedBox.of(p.box(), image)).toList();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      if (boxes.get(i).outside(image) > slack) {
        faults.add(panels.get(i).role() + " reaches over the edge");
      }
      for (int j = i + 1; j < boxes.size(); j++) {
        if (boxes.get(i).overlap(boxes.get(j)) > slack) {
          faults.add(panels.get(i).role() + " overlaps " + panels.get(j).role());
        }
      }
    }
    if (entry.tree().get("overlap").text().isEmpty()) {
      assertThat(faults).isEmpty();
    } else {
      assertThat(faults).as("a reason for an overlap that is none").isNotEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("entries")
  void shows_how_it_is_used(Entry entry) {
    List<Panel> panels = entry.template().panels();
    List<List<String>> examples = entry.template().meaning().examples();
    assertThat(examples).hasSizeBetween(2, 4).doesNotHaveDuplicates();
    for (List<String> example : examples) {
      assertThat(example).as("one text a panel").hasSameSizeAs(panels);
      for (int i = 0; i < panels.size(); i++) {
        Panel panel = panels.get(i);
        String text = example.get(i);
        assertThat(words(text)).as(text).isBetween(1, panel.maxWords());
        panel
            .frame()
            .ifPresent(frame -> assertThat(text).matches(framed(frame), "fits \"" + frame + '"'));
      }
    }
  }

  private static Predicate<String> framed(String frame) {
    String own = Pattern.quote(frame).replace("{}", "\\E.+\\Q");
    return Pattern.compile(own, Pattern.CASE_INSENSITIVE).asMatchPredicate();
  }

  @Test
  void boxes_that_are_turned_are_measured_where_they_stand() {
    Template.Image image = new Template.Image(Optional.empty(), 200, 100);
    PlacedBox level = PlacedBox.of(new Box(0, 0.4, 1, 0.2, 0), image);
    PlacedBox upright = PlacedBox.of(new Box(0, 0.4, 1, 0.2, 90), image);
    PlacedBox corner = PlacedBox.of(new Box(0, 0, 0.3, 0.3, 0), image);
    assertThat(level.outside(image)).isLessThanOrEqualTo(0);
    assertThat(upright.outside(image)).isCloseTo(50, within(1e-9));
    assertThat(level.overlap(upright)).isGreaterThan(10);
    assertThat(level.overlap(corner)).isZero();
    assertThat(PlacedBox.of(new Box(0, 0.2, 0.3, 0.3, 0), image).overlap(corner))
        .isCloseTo(10, within(1e-9));
  }

  @Test
  void every_id_and_every_name_is_one_formats_only() {
    Map<String, String> owners = new HashMap<>();
    Map<String, String> twice = new TreeMap<>();
    entries()
        .forEach(
            entry ->
                Stream.of(
                        Stream.of(entry.template().id()),
                        Stream.of(entry.template().name()),
                        entry.template().meaning().otherNames().stream())
                    .flatMap(names -> names)
                    .map(TemplateNames::plain)
                    .forEach(
                        name -> {
                          String other = owners.putIfAbsent(name, entry.toString());
                          if (other != null) {
                            twice.put(name, other + " and " + entry);
                          }
                        }));
    assertThat(twice).isEmpty();
  }

  @Test
  void the_program_reads_all_files_and_only_them() {
    assertThat(CatalogueFiles.builtin())
        .isEqualTo(entries().map(Entry::template).toList())
        .hasSizeGreaterThanOrEqualTo(150);
  }

  @Test
  void every_structure_and_every_tag_of_the_lists_is_used_and_explained() {
    List<Template> all = entries().map(Entry::template).toList();
    assertThat(all.stream().map(t -> t.meaning().structure()).distinct())
        .containsExactlyInAnyOrderElementsOf(structures.fields());
    assertThat(all.stream().flatMap(t -> t.meaning().tags().stream()).distinct())
        .containsExactlyInAnyOrderElementsOf(tags.fields());
    assertThat(structures.fields())
        .allSatisfy(name -> assertThat(structures.get(name).get("joke").text()).endsWith("."));
    assertThat(tags.fields()).allSatisfy(tag -> assertThat(tags.get(tag).text()).isNotBlank());
  }

  private static int words(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? 0 : stripped.split("\\s+").length;
  }
}
