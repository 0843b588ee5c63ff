package dev.memenem.cli;

import dev.memenem.caption.Variation;
import dev.memenem.job.InvalidRequest;
import dev.memenem.job.Job;
import dev.memenem.job.TemplateResult;
import dev.memenem.picture.AltText;
import dev.memenem.picture.Fonts;
import dev.memenem.picture.MemeRenderer;
import dev.memenem.picture.OwnTemplate;
import dev.memenem.picture.Picture;
import dev.memenem.picture.PictureFetcher;
import dev.memenem.picture.PictureFormat;
import dev.memenem.picture.RenderOptions;
import dev.memenem.picture.RenderOptions.Embedded;
import dev.memenem.template.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code render}: draws the memes of a job, or one template with given texts. */
@Command(
    name = "render",
    description = "Draws the memes of a job, or one template with texts of your own.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  memenem render latest --best --dir out",
      "  memenem render --template drake --text \"Sleeping\" --text \"One more episode\"",
      "  memenem render latest --html --open",
      "  memenem render --template photo.jpg --text \"TOP\" --text \"BOTTOM\" --preview"
    })
public final class RenderCommand implements Callable<Integer> {
  /** A page of PNGs weighs five times as much. */
  private static final String PAGE_FORMAT = "jpg";

  private static final int LEAST_WIDTH = 50;
  private static final int MOST_WIDTH = 4000;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "JOB_ID",
      description = "A job's id, a beginning that only it has, or latest.")
  Optional<String> job = Optional.empty();

  @Option(
      names = "--template",
      paramLabel = "ID",
      order = 1,
      description =
          "Instead of a job: a template's id or name, a picture file, an http(s) address, or -"
              + " for a picture from stdin.")
  Optional<String> template = Optional.empty();

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      order = 2,
      description = "With --template: the text of the next panel. Repeatable.")
  List<String> texts = List.of();

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      order = 3,
      description = "Write into DIR (default: ./memenem-<short id>/, or . with --template).")
  Optional<Path> dir = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      order = 4,
      converter = Names.PictureFormatConverter.class,
      completionCandidates = Names.PictureFormats.class,
      description = "png (default), jpg or gif.")
  Optional<String> format = Optional.empty();

  @Option(
      names = "--width",
      paramLabel = "PIXELS",
      order = 5,
      description = "Width of the pictures, 50 to 4000 (default: the template's own).")
  Optional<Integer> width = Optional.empty();

  @Option(
      names = "--font",
      paramLabel = "FILE",
      order = 6,
      description = "Draw with this TrueType or OpenType font.")
  Optional<Path> font = Optional.empty();

  @Option(names = "--best", order = 7, description = "Only the best variation of each template.")
  boolean best;

  @Option(names = "--force", order = 8, description = "Overwrite files that exist.")
  boolean force;

  @Option(
      names = "--html",
      order = 9,
      description = "Write one self-contained page that shows the whole job.")
  boolean html;

  @Option(names = "--preview", order = 10, description = "Show the pictures in the terminal too.")
  boolean preview;

  @Option(
      names = "--open",
      order = 11,
      description = "Open the page or the first picture with the desktop's viewer.")
  boolean open;

  @Option(names = "--alt", order = 12, description = "Print the pictures' alt texts.")
  boolean alt;

  @Option(names = "--offline", order = 13, description = "Touch no network.")
  boolean offline;

  private final Services services;

  public RenderCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    if (job.isPresent() == template.isPresent()) {
      throw new InvalidRequest("render takes a job, or --template with --text");
    }
    if (template.isPresent() && (html || best)) {
      throw new InvalidRequest("--html and --best go with a job");
    }
    if (job.isPresent() && !texts.isEmpty()) {
      throw new InvalidRequest("--text goes with --template");
    }
    width.ifPresent(RenderCommand::checkWidth);
    Gallery gallery = new Gallery(services, job.isPresent() ? ofJob() : ofTemplate());
    return gallery.show(
        new Gallery.Wishes(alt, preview, open, html), dir.orElseGet(this::usualDirectory));
  }

  private static void checkWidth(int pixels) {
    if (pixels < LEAST_WIDTH || pixels > MOST_WIDTH) {
      throw new InvalidRequest(
          "--width is %d; it goes from %d to %d".formatted(pixels, LEAST_WIDTH, MOST_WIDTH));
    }
  }

  private Path usualDirectory() {
    return Path.of(job.isPresent() ? "memenem-" + services.jobs().find(job.get()).shortId() : "");
  }

  private MemeRenderer renderer() {
    return new MemeRenderer(
        font.map(services.directory()::resolve).map(Fonts::with).orElseGet(Fonts::standard));
  }

  private RenderOptions options(Template shown, List<String> captions, String topic) {
    return new RenderOptions(
        format.or(() -> html ? Optional.of(PAGE_FORMAT) : format).flatMap(PictureFormat::of),
        width.map(OptionalInt::of).orElseGet(OptionalInt::empty),
        new Embedded(
            AltText.of(shown, captions), topic, services.software(), shown.meaning().page()));
  }

  private Gallery.Plan ofJob() {
    Job found = services.jobs().find(job.orElseThrow());
    if (found.work().results().isEmpty()) {
      throw new Failures.Failure(
          ExitCode.FAILED,
          "job %s has no captions%s; 'memenem status %s' says more"
              .formatted(found.shortId(), found.state().ended() ? "" : " yet", found.shortId()));
    }
    MemeRenderer renderer = renderer();
    PictureFetcher fetcher =
        services.pictures(offline || found.request().options().offline(), false);
    List<Gallery.Order> orders = new ArrayList<>();
    for (TemplateResult result : found.work().results()) {
      List<Variation> wanted = best ? result.variations().subList(0, 1) : result.variations();
      for (Variation variation : wanted) {
        List<String> captions = variation.captions().texts();
        orders.add(
            new Gallery.Order(
                result.template(),
                variation.id(),
                captions,
                blank ->
                    renderer.render(
                        result.template(),
                        blank,
                        captions,
                        options(result.template(), captions, found.request().topic()))));
      }
    }
    return new Gallery.Plan(Optional.of(found), orders, fetcher::fetch, force);
  }

  private Gallery.Plan ofTemplate() {
    if (texts.isEmpty()) {
      throw new InvalidRequest("give the texts: --text once for each panel");
    }
    PictureFetcher fetcher = services.pictures(offline, false);
    String name = template.orElseThrow();
    Optional<Template> known = isPlace(name) ? Optional.empty() : known(name);
    Picture own =
        known.isPresent()
            ? null
            : name.equals("-") ? PictureFetcher.read(services.in()) : fetcher.open(place(name));
    Template shown =
        known.orElseGet(
            () -> OwnTemplate.of("file", title(name), Optional.empty(), own, texts.size()));
    MemeRenderer renderer = renderer();
    Gallery.Order order =
        new Gallery.Order(
            shown,
            1,
            texts,
            blank -> renderer.render(shown, blank, texts, options(shown, texts, "")));
    return new Gallery.Plan(
        Optional.empty(), List.of(order), t -> own == null ? fetcher.fetch(t) : own, force);
  }

  private boolean isPlace(String name) {
    return name.equals("-")
        || name.contains("://")
        || Files.isRegularFile(services.directory().resolve(name));
  }

  private String place(String name) {
    return name.contains("://") ? name : services.directory().resolve(name).toString();
  }

  private static String title(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1).replaceAll("[?#].*$", "");
    String plain = last.replaceAll("\\.[A-Za-z]{3,4}$", "");
    return plain.equals("-") || plain.isBlank() ? "own picture" : plain;
  }

  private Optional<Template> known(String name) {
    Optional<Template> found = services.catalog().find(name);
    if (found.isEmpty()) {
      List<String> near =
          services.catalog().names().near(name, 3).stream().map(Template::name).toList();
      throw new Failures.Failure(
          ExitCode.NOT_FOUND,
          "there is no template and no file '%s'%s"
              .formatted(
                  name,
                  near.isEmpty()
                      ? "; 'memenem templates' lists templates"
                      : "; did you mean " + String.join(", ", near) + "?"));
    }
    if (texts.size() > found.get().panels().size()) {
      throw new InvalidRequest(
          "%s has %d panels, but there are %d texts"
              .formatted(found.get().name(), found.get().panels().size(), texts.size()));
    }
    return found;
  }
}
