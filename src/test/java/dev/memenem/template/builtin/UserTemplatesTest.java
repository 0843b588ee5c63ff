package dev.memenem.template.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.template.Template;
import dev.memenem.template.TemplateCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserTemplatesTest {
  private static final String OFFICE_PLANT =
      """
      {
        "id": "builtin_office-plant",
        "name": "Office Plant",
        "panels": [{"role": "setup", "box": [0.1, 0.1, 0.8, 0.2]}]
      }
      """;

  @TempDir Path folder;
  private final List<String> warnings = new ArrayList<>();

  private TemplateCatalog catalog() {
    return new TemplateCatalog(() -> CatalogueFiles.all(folder, warnings::add));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void a_format_of_ones_own_needs_only_an_id_a_name_and_a_box() throws IOException {
    write("plant.json", OFFICE_PLANT);
    write("notes.txt", "not a template");
    Template plant = catalog().find("office plant").orElseThrow();
    assertThat(plant.source()).isEqualTo("builtin");
    assertThat(plant.panels()).hasSize(1);
    assertThat(warnings).isEmpty();
  }

  @Test
  void it_replaces_ours_with_the_same_id() throws IOException {
    write("mine.json", OFFICE_PLANT.replace("builtin_office-plant", "imgflip_87743020"));
    TemplateCatalog catalog = catalog();
    assertThat(catalog.find("imgflip_87743020")).map(Template::name).contains("Office Plant");
    assertThat(catalog.find("Two Buttons")).isEmpty();
    assertThat(catalog.templates()).hasSameSizeAs(CatalogueFiles.builtin());
  }

  @Test
  void a_broken_file_costs_one_line_and_nothing_else() throws IOException {
    write("a-broken.json", "{\n  \"id\": \"builtin_x\",,\n}");
    write("b-no-panel.json", "{\"id\": \"builtin_y\", \"name\": \"Y\"}");
    write("c-outside.json", OFFICE_PLANT.replace("0.8", "1.8"));
    write("d-fine.json", OFFICE_PLANT);
    assertThat(catalog().find("Office Plant")).isPresent();
    assertThat(warnings)
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).startsWith("ignored your template ").hasLineCount(1));
    assertThat(warnings.get(0)).contains("a-broken.json");
    assertThat(warnings.get(1)).contains("b-no-panel.json", "no panel");
    assertThat(warnings.get(2)).contains("c-outside.json", "not inside the picture");
  }

  @Test
  void no_folder_is_no_trouble() {
    assertThat(CatalogueFiles.own(folder.resolve("none"), warnings::add)).isEmpty();
    assertThat(warnings).isEmpty();
  }
}
