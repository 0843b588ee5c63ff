package dev.memenem.template.builtin;

import dev.memenem.json.Json;
import dev.memenem.json.JsonException;
import dev.memenem.template.Template;
import dev.memenem.template.TemplateJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** Reads the formats that come with the program and those that the user has added. */
public final class CatalogueFiles {
  /** What the build made of the {@code catalogue} folder; see {@link PackedTemplates}. */
  private static final String PACKED = "catalogue.packed";

  private CatalogueFiles() {}

  /**
   * Ours and the user's; a user's format comes behind ours and so replaces the one with its id.
   *
   * @param folder the user's formats, {@code *.json}; may be missing
   * @param warning gets one line for each file that is no template
   */
  public static List<Template> all(Path folder, Consumer<String> warning) {
    List<Template> all = new ArrayList<>(builtin());
    all.addAll(own(folder, warning));
    return all;
  }

  /** Ours, in the order of their file names. */
  public static List<Template> builtin() {
    try (InputStream in = CatalogueFiles.class.getResourceAsStream(PACKED)) {
      if (in == null) {
        throw new IllegalStateException("the build did not pack the catalogue");
      }
      return new PackedTemplates(in.readAllBytes()).list();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The user's, in the order of their file names. */
  public static List<Template> own(Path folder, Consumer<String> warning) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.json")) {
      found.forEach(files::add);
    } catch (IOException | DirectoryIteratorException e) {
      warning.accept("cannot read your templates in " + folder + ": " + reason(e));
    }
    return files.stream()
        .sorted()
        .map(file -> template(file, warning))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Template> template(Path file, Consumer<String> warning) {
    try {
      return Optional.of(TemplateJson.read(Json.parse(Files.readAllBytes(file))));
    } catch (JsonException e) {
      warning.accept("ignored your template " + file + ": " + e.getMessage());
    } catch (IOException e) {
      warning.accept("cannot read your template " + file + ": " + reason(e));
    }
    return Optional.empty();
  }

  private static String reason(Exception e) {
    return e.getClass().getSimpleName();
  }

  /**
   * Packs the catalogue for the program; run by the build.
   *
   * @param args the {@code catalogue} folder, and the file to write
   */
  public static void main(String[] args) throws IOException {
    List<Template> templates = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of(args[0]), "*.json")) {
      for (Path file : StreamSupport.stream(found.spliterator(), false).sorted().toList()) {
        templates.add(TemplateJson.read(Json.parse(Files.readAllBytes(file))));
      }
    }
    Files.write(Path.of(args[1]), PackedTemplates.pack(templates));
  }
}
