package dev.memenem.batch;

import dev.memenem.caption.Variation;
import dev.memenem.job.Job;
import dev.memenem.job.JobRequest.Pictures;
import dev.memenem.job.TemplateResult;
import dev.memenem.picture.AltText;
import dev.memenem.picture.MemeFiles;
import dev.memenem.picture.MemeRenderer;
import dev.memenem.picture.Picture;
import dev.memenem.picture.PictureException;
import dev.memenem.picture.PictureFetcher;
import dev.memenem.picture.RenderOptions;
import dev.memenem.picture.RenderOptions.Embedded;
import dev.memenem.picture.RenderedMeme;
import dev.memenem.template.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Draws a job's memes into the directory that was asked for, on the host that the directory is on.
 */
public final class MemeIllustrator implements Illustrator {
  private final Function<Job, PictureFetcher> fetcher;
  private final Supplier<MemeRenderer> renderer;
  private final String host;
  private final String software;

  /**
   * @param fetcher brings blanks for a job
   * @param renderer made when the first meme is drawn
   * @param host id of this host
   * @param software named inside the files: {@code memenem 1.0}
   */
  public MemeIllustrator(
      Function<Job, PictureFetcher> fetcher,
      Supplier<MemeRenderer> renderer,
      String host,
      String software) {
    this.fetcher = fetcher;
    this.renderer = renderer;
    this.host = host;
    this.software = software;
  }

  @Override
  public TemplateResult illustrate(Job job, TemplateResult result, Consumer<String> warning) {
    if (job.request().pictures().isEmpty() || !job.request().pictures().get().host().equals(host)) {
      return result;
    }
    Pictures wanted = job.request().pictures().get();
    Template template = result.template();
    Picture blank;
    try {
      blank = fetcher.apply(job).fetch(template);
    } catch (PictureException e) {
      warning.accept("no picture of " + template.name() + ": " + e.getMessage());
      return result;
    }
    List<Variation> variations = new ArrayList<>(result.variations());
    int count = wanted.bestOnly() ? 1 : variations.size();
    for (int i = 0; i < count; i++) {
      if (variations.get(i).imagePath().isEmpty()) {
        variations.set(i, draw(job, wanted, template, blank, variations.get(i), warning));
      }
    }
    return new TemplateResult(template, variations);
  }

  private Variation draw(
      Job job,
      Pictures wanted,
      Template template,
      Picture blank,
      Variation variation,
      Consumer<String> warning) {
    List<String> texts = variation.captions().texts();
    try {
      RenderOptions options =
          RenderOptions.DEFAULT.with(
              new Embedded(
                  AltText.of(template, texts),
                  job.request().topic(),
                  software,
                  template.meaning().page()));
      RenderedMeme meme = renderer.get().render(template, blank, texts, options);
      meme.warnings().forEach(w -> warning.accept(template.name() + ": " + w));
      return variation.withImagePath(write(job, wanted, template, variation, meme).toString());
    } catch (PictureException e) {
      warning.accept(
          "no picture of %s, variation %d: %s"
              .formatted(template.name(), variation.id(), e.getMessage()));
      return variation;
    }
  }

  /** A file of that name may be another job's: then this job's gets the job's id in its name. */
  private static Path write(
      Job job, Pictures wanted, Template template, Variation variation, RenderedMeme meme) {
    Path directory = Path.of(wanted.directory());
    String name = MemeFiles.name(template.name(), template.id(), variation.id(), meme.format());
    try {
      return MemeFiles.write(directory, name, meme.bytes(), wanted.force());
    } catch (PictureException e) {
      if (!Files.exists(directory.resolve(name))) {
        throw e;
      }
      return MemeFiles.write(directory, job.shortId() + "-" + name, meme.bytes(), wanted.force());
    }
  }
}
