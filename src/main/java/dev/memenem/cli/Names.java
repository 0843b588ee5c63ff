package dev.memenem.cli;

import dev.memenem.caption.Style;
import dev.memenem.config.Durations;
import dev.memenem.job.JobState;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Names that users type for one of a few things, in any case, with {@code -} or {@code _}. */
final class Names {
  static final List<String> STYLES = Arrays.stream(Style.values()).map(Style::id).toList();
  static final List<String> SOURCES = List.of("builtin", "imgflip", "reddit", "knowyourmeme");
  static final List<String> PROVIDERS = List.of("gemini", "openai", "builtin");
  static final List<String> KINDS = List.of("templates", "captions", "jobs", "results", "images");
  static final List<String> STATES = Arrays.stream(JobState.values()).map(JobState::id).toList();
  static final List<String> PICTURE_FORMATS = List.of("png", "jpg", "gif");

  static final List<String> OUTPUTS = List.of("table", "json", "ndjson");
  static final List<String> COLORS = List.of("auto", "always", "never");

  private Names() {}

  /** The name that was meant, else an exception that names all and suggests the nearest. */
  static String one(String what, String text, List<String> names) {
    String wanted = text.strip().toLowerCase(Locale.ROOT).replace('-', '_');
    if (names.contains(wanted)) {
      return wanted;
    }
    String hint = nearest(wanted, names).map(name -> "did you mean " + name + "? ").orElse("");
    throw new TypeConversionException(
        "there is no %s '%s'; %suse one of: %s"
            .formatted(what, text, hint, String.join(", ", names)));
  }

  /** The name within a third of its length, by edits. */
  static Optional<String> nearest(String text, List<String> names) {
    return names.stream()
        .filter(
            name -> distance(text, name) <= Math.max(2, name.length() / 3) || isPart(text, name))
        .min(Comparator.comparingInt(name -> distance(text, name)));
  }

  private static boolean isPart(String text, String name) {
    return text.length() >= 3 && (name.startsWith(text) || name.contains(text));
  }

  /** Levenshtein distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }

  static final class OutputConverter implements ITypeConverter<OutputFormat> {
    @Override
    public OutputFormat convert(String text) {
      return OutputFormat.valueOf(one("output", text, OUTPUTS).toUpperCase(Locale.ROOT));
    }
  }

  static final class ColorConverter implements ITypeConverter<GlobalOptions.Color> {
    @Override
    public GlobalOptions.Color convert(String text) {
      return GlobalOptions.Color.valueOf(one("colour", text, COLORS).toUpperCase(Locale.ROOT));
    }
  }

  static final class StyleConverter implements ITypeConverter<Style> {
    @Override
    public Style convert(String text) {
      return Style.of(one("style", text, STYLES)).orElseThrow();
    }
  }

  static final class SourceConverter implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      return one("source", text, SOURCES);
    }
  }

  static final class ProviderConverter implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      return one("provider", text, PROVIDERS);
    }
  }

  static final class KindConverter implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      return one("kind", text, KINDS);
    }
  }

  static final class StateConverter implements ITypeConverter<JobState> {
    @Override
    public JobState convert(String text) {
      return JobState.of(one("state", text, STATES)).orElseThrow();
    }
  }

  static final class PictureFormatConverter implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      return one("picture format", text.equalsIgnoreCase("jpeg") ? "jpg" : text, PICTURE_FORMATS);
    }
  }

  static final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      return Durations.parse(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is no duration; write 500ms, 2s, 10m, 12h or 7d".formatted(text)));
    }
  }

  /** Completion candidates. */
  abstract static class Candidates implements Iterable<String> {
    private final List<String> names;

    Candidates(List<String> names) {
      this.names = names;
    }

    @Override
    public Iterator<String> iterator() {
      return names.iterator();
    }
  }

  static final class Outputs extends Candidates {
    Outputs() {
      super(OUTPUTS);
    }
  }

  static final class Colors extends Candidates {
    Colors() {
      super(COLORS);
    }
  }

  static final class Styles extends Candidates {
    Styles() {
      super(STYLES);
    }
  }

  static final class Sources extends Candidates {
    Sources() {
      super(SOURCES);
    }
  }

  static final class Providers extends Candidates {
    Providers() {
      super(PROVIDERS);
    }
  }

  static final class Kinds extends Candidates {
    Kinds() {
      super(KINDS);
    }
  }

  static final class States extends Candidates {
    States() {
      super(STATES);
    }
  }

  static final class PictureFormats extends Candidates {
    PictureFormats() {
      super(PICTURE_FORMATS);
    }
  }
}
