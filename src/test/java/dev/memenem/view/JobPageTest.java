package dev.memenem.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.caption.Variation;
import dev.memenem.job.Job;
import dev.memenem.job.TemplateFailure;
import dev.memenem.job.TemplateResult;
import dev.memenem.job.Work;
import dev.memenem.picture.AltText;
import dev.memenem.picture.Fonts;
import dev.memenem.picture.MemeFiles;
import dev.memenem.picture.MemeRenderer;
import dev.memenem.picture.Picture;
import dev.memenem.picture.PictureFormat;
import dev.memenem.picture.RenderOptions;
import dev.memenem.picture.RenderedMeme;
import dev.memenem.testing.Jobs;
import dev.memenem.view.JobPage.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobPageTest {
  private static final String ATTACK =
      "</dd><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">'\"&";

  private static List<Shown> pictures(Job job) throws IOException {
    MemeRenderer renderer = new MemeRenderer(Fonts.standard());
    Picture blank;
    try (InputStream in =
        JobPage.class.getResourceAsStream("/dev/memenem/picture/blank/picky-cat.jpg")) {
      blank = Picture.read(in.readAllBytes());
    }
    List<Shown> shown = new ArrayList<>();
    for (TemplateResult result : job.work().results()) {
      for (Variation variation : result.variations()) {
        List<String> texts = variation.captions().texts();
        RenderedMeme meme =
            renderer.render(
                result.template(),
                blank,
                texts,
                RenderOptions.DEFAULT.as(PictureFormat.JPG).wide(400));
        shown.add(
            new Shown(
                result.template().id(),
                variation.id(),
                meme,
                AltText.of(result.template(), texts),
                MemeFiles.name(
                    result.template().name(),
                    result.template().id(),
                    variation.id(),
                    PictureFormat.JPG)));
      }
    }
    return shown;
  }

  /** A job in which everything that a stranger could have written is an attack. */
  private static Job hostile() {
    Job job = Jobs.completed();
    TemplateResult result =
        new TemplateResult(
            Jobs.template("imgflip_1", "Name " + ATTACK, "role", "role_2"),
            List.of(Jobs.variation(1, 50, ATTACK, "javascript:alert(1)")));
    return new Job(
        job.id(),
        Jobs.request(ATTACK.substring(0, 60)),
        job.state(),
        100,
        1,
        Optional.empty(),
        false,
        new Work(
            List.of(),
            List.of(result),
            List.of(
                new TemplateFailure(
                    "imgflip_2", "caption", ATTACK, TemplateFailure.Cause.UPSTREAM)),
            List.of(ATTACK),
            Map.of()),
        job.times(),
        job.outcome());
  }

  @Test
  void everythingOfTheJobIsOnThePage() throws IOException {
    Job job = Jobs.completed();
    String page = JobPage.of(job, pictures(job), "memenem 0.1.0");
    assertThat(page)
        .contains("<h1 dir=\"auto\">Monday morning meetings</h1>")
        .contains("Drake Hotline Bling")
        .contains("A meeting about that e-mail")
        .contains("This meeting could have been a nap")
        .contains("<b>78.5</b>")
        .contains("short <span class=\"up\">+1.3</span>", "3 memes on 2 templates")
        .contains("download=\"drake-hotline-bling-2.jpg\"")
        .contains("alt=\"“Drake Hotline Bling” meme – rejected: “An e-mail”")
        .contains("memenem 0.1.0");
    assertThat(page.split("<img ", -1)).hasSize(4);
  }

  @Test
  void thePageNeedsNothingFromElsewhere() throws IOException {
    Job job = Jobs.completed();
    String page = JobPage.of(job, pictures(job), "memenem 0.1.0");
    String known = page.replaceAll("data:image/jpeg;base64,[A-Za-z0-9+/=]+", "data:");
    assertThat(known).doesNotContain("http:", "https:", "url(", "@import", "//");
    assertThat(Pattern.compile("(src|href)=\"(?!data:|#)").matcher(known).find()).isFalse();
    assertThat(known).contains("default-src 'none'").doesNotContain("unsafe-inline");
  }

  @Test
  void whatStrangersWroteIsOnlyText() {
    String page = JobPage.of(hostile(), List.of(), "memenem");
    assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>document", "<img src=x");
    assertThat(page.split("<script", -1)).as("one script, ours").hasSize(2);
  }

  @Test
  void aJobWithoutPicturesIsStillReadable() {
    assertThat(JobPage.of(Jobs.completed(), List.of(), "memenem"))
        .contains("An e-mail")
        .doesNotContain("<img", "Download</a>");
  }

  private static Optional<Path> chromium() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The page as a browser has it after its script ran. */
  private static String loaded(Path browser, Path page, Path home)
      throws IOException, InterruptedException {
    Path out = home.resolve("dom.html");
    Path err = home.resolve("browser.log");
    Process process =
        new ProcessBuilder(
                browser.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-quic",
                "--disable-sync",
                "--disable-background-networking",
                "--disable-component-update",
                "--enable-logging=stderr",
                "--user-data-dir=" + home.resolve("profile"),
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("the browser ended").isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    assertThat(Files.readString(err))
        .doesNotContain("Refused to", "Uncaught", "Content Security Policy");
    return Files.readString(out);
  }

  @Test
  void aBrowserShowsItAndRunsOnlyItsOwnScript(@TempDir Path home) throws Exception {
    Optional<Path> browser = chromium();
    Assumptions.assumeTrue(browser.isPresent(), "no Chromium is installed here");
    Job job = Jobs.completed();
    Path page = home.resolve("page.html");
    Files.writeString(page, JobPage.of(job, pictures(job), "memenem 0.1.0"));
    String dom = loaded(browser.get(), page, home);
    assertThat(Pattern.compile("<a [^>]*href=\"data:image/jpeg;base64,").matcher(dom).results())
        .as("the script ran: downloads have their pictures")
        .hasSize(3);
    assertThat(dom).contains("<title>Monday morning meetings – memes</title>");
    Path attack = home.resolve("attack.html");
    Files.writeString(attack, JobPage.of(hostile(), List.of(), "memenem"));
    assertThat(loaded(browser.get(), attack, home)).doesNotContain("<title>owned");
  }
}
