package dev.memenem.cli;

import dev.memenem.job.Job;
import dev.memenem.json.Invisible;
import dev.memenem.picture.AltText;
import dev.memenem.picture.MemeFiles;
import dev.memenem.picture.Picture;
import dev.memenem.picture.PictureException;
import dev.memenem.picture.RenderedMeme;
import dev.memenem.template.Template;
import dev.memenem.view.JobPage;
import dev.memenem.view.JobPage.Shown;
import dev.memenem.view.Screen;
import dev.memenem.view.TerminalPicture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Draws memes one after the other, writes them and tells where they are. */
final class Gallery {
  private static final int PREVIEW_ROWS = 24;

  private final Services services;
  private final Plan plan;
  private final List<Map<String, Object>> images = new ArrayList<>();
  private final List<Shown> shown = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private String trouble = "";

  /**
   * One meme to draw.
   *
   * @param draw from the template's blank
   */
  record Order(
      Template template, int variation, List<String> texts, Function<Picture, RenderedMeme> draw) {}

  /**
   * @param job whose memes they are; empty for a template with texts
   * @param blanks brings a template's blank
   * @param force replace files
   */
  record Plan(
      Optional<Job> job, List<Order> orders, Function<Template, Picture> blanks, boolean force) {}

  /** What is wanted besides the files. */
  record Wishes(boolean alt, boolean preview, boolean open, boolean html) {}

  Gallery(Services services, Plan plan) {
    this.services = services;
    this.plan = plan;
  }

  /** The exit code. */
  int show(Wishes wishes, Path directory) {
    Path home = services.directory().resolve(directory).normalize();
    boolean anyBlank = false;
    // one blank at a time: a template's memes follow each other, and a decoded blank is large
    String drawn = "";
    Optional<Picture> blank = Optional.empty();
    for (Order order : plan.orders()) {
      if (!order.template().id().equals(drawn)) {
        drawn = order.template().id();
        blank = blank(order.template());
        anyBlank |= blank.isPresent();
      }
      blank.ifPresent(picture -> draw(order, picture, wishes, home));
    }
    if (images.isEmpty() && !wishes.html()) {
      throw new Failures.Failure(
          anyBlank ? ExitCode.FAILED : ExitCode.UNAVAILABLE, "nothing was drawn: " + trouble);
    }
    tellTrouble();
    Optional<Path> page = wishes.html() ? Optional.of(page(home)) : Optional.empty();
    print(page, wishes);
    if (wishes.open()) {
      open(page.orElseGet(() -> files.get(0)));
    }
    return ExitCode.DONE.code();
  }

  private Optional<Picture> blank(Template template) {
    try {
      return Optional.of(plan.blanks().apply(template));
    } catch (PictureException e) {
      failed("no picture of " + template.name() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private void draw(Order order, Picture blank, Wishes wishes, Path home) {
    Template template = order.template();
    try {
      RenderedMeme meme = order.draw().apply(blank);
      String name =
          MemeFiles.name(template.name(), template.id(), order.variation(), meme.format());
      String text = AltText.of(template, order.texts());
      meme.warnings().forEach(warning -> note(template.name() + ": " + warning));
      Optional<Path> file =
          wishes.html()
              ? Optional.empty()
              : Optional.of(MemeFiles.write(home, name, meme.bytes(), plan.force()));
      file.ifPresent(files::add);
      if (wishes.html()) {
        shown.add(new Shown(template.id(), order.variation(), meme, text, name));
      }
      images.add(image(order, meme, file, text));
      if (wishes.preview()) {
        preview(meme);
      }
    } catch (PictureException e) {
      failed(template.name() + ": " + e.getMessage());
    }
  }

  private static Map<String, Object> image(
      Order order, RenderedMeme meme, Optional<Path> file, String alt) {
    Map<String, Object> image = new LinkedHashMap<>();
    image.put("template_id", order.template().id());
    image.put("variation_id", order.variation());
    image.put("path", file.map(Path::toString).orElse(null));
    image.put("width", meme.width());
    image.put("height", meme.height());
    image.put("alt", alt);
    image.put("warnings", meme.warnings());
    return image;
  }

  /** The last one is kept: where nothing was drawn at all it is the error, not a warning too. */
  private void failed(String line) {
    tellTrouble();
    trouble = line;
  }

  private void tellTrouble() {
    if (!trouble.isEmpty()) {
      note(trouble);
      trouble = "";
    }
  }

  private void note(String line) {
    new Printer(services).note("warning: " + Invisible.strip(line));
  }

  private Path page(Path home) {
    Job job = plan.job().orElseThrow();
    byte[] page = JobPage.of(job, shown, services.software()).getBytes(StandardCharsets.UTF_8);
    return MemeFiles.write(home, "memenem-" + job.shortId() + ".html", page, plan.force());
  }

  private void print(Optional<Path> page, Wishes wishes) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("success", true);
    document.put("count", images.size());
    document.put("images", images);
    document.put("page", page.map(Path::toString).orElse(null));
    new Printer(services)
        .list(
            document,
            images,
            screen -> {
              StringBuilder out = new StringBuilder();
              page.ifPresent(file -> out.append(file).append('\n'));
              for (Map<String, Object> image : images) {
                if (image.get("path") != null) {
                  out.append(image.get("path")).append('\n');
                }
                if (wishes.alt()) {
                  out.append(Invisible.strip(String.valueOf(image.get("alt")))).append('\n');
                }
              }
              return out.toString();
            });
  }

  /** Only a terminal gets pictures, and only when data is not what is printed there. */
  private void preview(RenderedMeme meme) {
    if (services.global().output() != OutputFormat.TABLE) {
      return;
    }
    Screen screen = services.terminal().screen();
    TerminalPicture.Protocol protocol =
        TerminalPicture.protocol(services.environment(), services.terminal().outIsTerminal());
    new Printer(services)
        .text(
            TerminalPicture.show(
                protocol,
                Picture.read(meme.bytes()),
                Math.min(screen.width(), 80),
                PREVIEW_ROWS,
                TerminalPicture.allColours(services.environment())));
  }

  private void open(Path file) {
    boolean mac = System.getProperty("os.name", "").startsWith("Mac");
    try {
      new ProcessBuilder(mac ? "open" : "xdg-open", file.toString())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      note("there is no " + (mac ? "open" : "xdg-open") + " here to show " + file);
    }
  }
}
