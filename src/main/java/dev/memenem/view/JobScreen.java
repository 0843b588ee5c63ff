package dev.memenem.view;

import dev.memenem.caption.Variation;
import dev.memenem.job.Job;
import dev.memenem.job.TemplateFailure;
import dev.memenem.job.TemplateResult;
import dev.memenem.template.Panel;
import dev.memenem.template.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A job for people. */
public final class JobScreen {
  private static final int SCORE = 7;
  private static final int LEAST_COLUMN = 30;

  /** Beyond this, eyes lose the line. */
  private static final int WIDEST = 128;

  private JobScreen() {}

  /** The whole job: what it is, its ranked memes, what went wrong. */
  public static String of(Job job, Screen terminal) {
    Screen screen = terminal.atMost(WIDEST);
    StringBuilder out = new StringBuilder(head(job, screen));
    int rank = 0;
    for (TemplateResult result : job.work().results()) {
      rank++;
      out.append('\n').append(template(rank, result, screen));
    }
    StringBuilder trouble = new StringBuilder();
    job.outcome()
        .flatMap(Job.Outcome::error)
        .ifPresent(error -> trouble.append(note(screen.bad("failed"), error, screen)));
    missing(job)
        .forEach(
            (reason, which) -> {
              String names = which.isEmpty() ? "" : String.join(", ", which) + ": ";
              trouble.append(note(screen.warn("missing"), names + reason, screen));
            });
    return trouble.isEmpty() ? out.toString() : out.append('\n').append(trouble).toString();
  }

  /** The templates that failed, by the reason they share; a reason is said once. */
  private static Map<String, List<String>> missing(Job job) {
    Map<String, List<String>> missing = new LinkedHashMap<>();
    for (TemplateFailure failure : job.work().failures()) {
      List<String> which = missing.computeIfAbsent(failure.reason(), r -> new ArrayList<>());
      if (!failure.templateId().isEmpty()) {
        which.add(failure.templateId());
      }
    }
    return missing;
  }

  private static String head(Job job, Screen screen) {
    String dot = screen.either(" · ", " - ");
    StringBuilder facts = new StringBuilder(job.request().style().id());
    facts.append(dot).append(state(job));
    JobDocument.seconds(job)
        .ifPresent(s -> facts.append(String.format(Locale.ROOT, " in %.1f s", s)));
    facts.append(dot).append("job ").append(job.shortId());
    if (job.attempt() > 1) {
      facts.append(dot).append("attempt ").append(job.attempt());
    }
    StringBuilder out = new StringBuilder();
    Columns.wrap(Columns.safe(job.request().topic()), screen.width())
        .forEach(line -> out.append(screen.bold(line)).append('\n'));
    return out.append(screen.dim(facts.toString())).append('\n').toString();
  }

  private static String state(Job job) {
    return job.state().ended()
        ? job.state().id()
        : "%s %.0f %%".formatted(job.state().id(), job.progress());
  }

  private static String template(int rank, TemplateResult result, Screen screen) {
    Template template = result.template();
    String number = "%2d ".formatted(rank);
    String average = "average " + score(result.averageScore());
    int room = screen.width() - number.length() - average.length() - 2;
    String name = Columns.cut(Columns.safe(template.name()), Math.max(8, room), screen);
    int gap = Math.max(2, room + 2 - Columns.width(name));
    StringBuilder out = new StringBuilder();
    out.append(screen.dim(number)).append(screen.bold(name));
    out.append(" ".repeat(gap)).append(screen.dim(average)).append('\n');
    int columns = template.panels().size();
    boolean wide = columns > 1 && (screen.width() - SCORE) / columns >= LEAST_COLUMN + 2;
    if (wide) {
      out.append(roles(template, columnWidth(screen, columns), screen));
    }
    for (Variation variation : result.variations()) {
      out.append(wide ? row(variation, columns, screen) : stack(variation, template, screen));
    }
    return out.toString();
  }

  private static int columnWidth(Screen screen, int columns) {
    return (screen.width() - SCORE) / columns - 2;
  }

  private static String roles(Template template, int width, Screen screen) {
    StringBuilder line = new StringBuilder(" ".repeat(SCORE));
    for (Panel panel : template.panels()) {
      line.append("  ").append(Columns.fit(role(panel, template), width, screen));
    }
    return screen.dim(line.toString().stripTrailing()) + "\n";
  }

  /** Panels side by side. */
  private static String row(Variation variation, int columns, Screen screen) {
    int width = columnWidth(screen, columns);
    List<List<String>> cells =
        variation.captions().texts().stream()
            .map(text -> Columns.wrap(Columns.safe(text), width))
            .toList();
    int height = cells.stream().mapToInt(List::size).max().orElse(1);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < height; i++) {
      StringBuilder line = new StringBuilder();
      for (List<String> cell : cells) {
        line.append("  ").append(Columns.fit(i < cell.size() ? cell.get(i) : "", width, screen));
      }
      out.append(i == 0 ? scoreCell(variation, screen) : " ".repeat(SCORE));
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.append(picture(variation, screen)).toString();
  }

  /** Panels one below the other, each with its role. */
  private static String stack(Variation variation, Template template, Screen screen) {
    List<String> texts = variation.captions().texts();
    boolean labelled = texts.size() > 1 && texts.size() == template.panels().size();
    int label =
        labelled
            ? Math.min(
                18,
                template.panels().stream()
                    .mapToInt(p -> Columns.width(role(p, template)))
                    .max()
                    .orElse(0))
            : 0;
    int indent = SCORE + 2 + (labelled ? label + 2 : 0);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      List<String> lines = Columns.wrap(Columns.safe(texts.get(i)), screen.width() - indent);
      for (int n = 0; n < lines.size(); n++) {
        out.append(i == 0 && n == 0 ? scoreCell(variation, screen) : " ".repeat(SCORE));
        if (labelled) {
          String role = n == 0 ? role(template.panels().get(i), template) : "";
          out.append("  ").append(screen.dim(Columns.fit(role, label, screen)));
        }
        out.append("  ").append(lines.get(n)).append('\n');
      }
    }
    return out.append(picture(variation, screen)).toString();
  }

  private static String picture(Variation variation, Screen screen) {
    return variation
        .imagePath()
        .map(path -> " ".repeat(SCORE + 2) + screen.accent(Columns.safe(path)) + "\n")
        .orElse("");
  }

  private static String scoreCell(Variation variation, Screen screen) {
    String padded = "%7s".formatted(score(variation.virality().score()));
    return variation.virality().score() >= 66 ? screen.good(padded) : padded;
  }

  private static String score(double score) {
    return String.format(Locale.ROOT, "%.1f", score);
  }

  /** A number behind a role says something only where the role comes more than once. */
  private static String role(Panel panel, Template template) {
    String role = Columns.safe(panel.role());
    String plain = role.replaceAll("_\\d+$", "");
    long alike =
        template.panels().stream()
            .filter(other -> other.role().replaceAll("_\\d+$", "").equals(plain))
            .count();
    return (alike > 1 ? role : plain).replace('_', ' ');
  }

  private static String note(String what, String text, Screen screen) {
    StringBuilder out = new StringBuilder();
    boolean first = true;
    for (String line : Columns.wrap(Columns.safe(text), screen.width() - 9)) {
      out.append(first ? what + ": " : "  ").append(line).append('\n');
      first = false;
    }
    return out.toString();
  }

  /** Only the captions, a variation a line, its panels with a bar between them. */
  public static String captions(Job job) {
    StringBuilder out = new StringBuilder();
    for (TemplateResult result : job.work().results()) {
      for (Variation variation : result.variations()) {
        out.append(
                String.join(
                    " | ", variation.captions().texts().stream().map(Columns::safe).toList()))
            .append('\n');
      }
    }
    return out.toString();
  }

  /** Jobs, a row each. */
  public static String list(List<Job> jobs, Instant now, Screen screen) {
    Table table =
        new Table(
            List.of(
                Table.Column.of("JOB").inked(screen::accent),
                Table.Column.of("STATE"),
                Table.Column.number("DONE"),
                Table.Column.of("AGE"),
                Table.Column.of("STYLE"),
                Table.Column.flexible("TOPIC")));
    for (Job job : jobs) {
      table.row(
          job.shortId(),
          job.state().id(),
          "%.0f%%".formatted(job.progress()),
          age(Duration.between(job.times().createdAt(), now)),
          job.request().style().id(),
          job.request().label().map(label -> "[" + label + "] ").orElse("")
              + job.request().topic());
    }
    return table.render(screen);
  }

  /** {@code 5s}, {@code 12m}, {@code 3h}, {@code 2d}. */
  static String age(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < 60) {
      return seconds + "s";
    }
    if (seconds < 3600) {
      return seconds / 60 + "m";
    }
    return seconds < 48 * 3600 ? seconds / 3600 + "h" : seconds / 86400 + "d";
  }
}
