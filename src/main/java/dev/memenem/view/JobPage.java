package dev.memenem.view;

import dev.memenem.caption.Variation;
import dev.memenem.job.Job;
import dev.memenem.job.TemplateFailure;
import dev.memenem.job.TemplateResult;
import dev.memenem.json.Invisible;
import dev.memenem.picture.RenderedMeme;
import dev.memenem.template.Template;
import dev.memenem.virality.Virality.Factor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A whole job as one HTML page that needs nothing else: pictures, captions, scores and why. It
 * loads nothing and runs no script but its own, which its content policy makes sure of.
 */
public final class JobPage {
  private final Job job;
  private final Map<String, Shown> pictures = new LinkedHashMap<>();
  private final StringBuilder out = new StringBuilder(1 << 16);

  private JobPage(Job job, List<Shown> shown) {
    this.job = job;
    shown.forEach(s -> pictures.put(id(s.templateId(), s.variationId()), s));
  }

  /**
   * A picture of the page.
   *
   * @param alt its alt text
   * @param fileName what a download is called
   */
  public record Shown(
      String templateId, int variationId, RenderedMeme meme, String alt, String fileName) {}

  /**
   * @param pictures those there are; a variation without one is shown as text
   * @param software name and version of this program
   * @return the page, in UTF-8 when written
   */
  public static String of(Job job, List<Shown> pictures, String software) {
    return new JobPage(job, pictures).page(software);
  }

  private String page(String software) {
    String style = resource("page.css");
    String script = resource("page.js");
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("img-src data:; style-src 'sha256-%s'; ".formatted(hash(style)))
        .append("script-src 'sha256-%s'; base-uri 'none'; ".formatted(hash(script)))
        .append("form-action 'none'\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<meta name=\"referrer\" content=\"no-referrer\">\n");
    out.append("<link rel=\"icon\" href=\"data:,\">\n");
    out.append("<title>").append(safe(job.request().topic())).append(" – memes</title>\n");
    out.append("<style>").append(style).append("</style>\n</head>\n<body>\n");
    out.append("<a class=\"skip\" href=\"#memes\">Skip to the memes</a>\n");
    header();
    out.append("<main id=\"memes\">\n");
    job.work().results().forEach(this::template);
    if (job.work().results().isEmpty()) {
      out.append("<p>This job has no memes.</p>\n");
    }
    notes();
    out.append("</main>\n<p id=\"said\" class=\"hidden\" role=\"status\"></p>\n");
    out.append("<footer>Job ").append(safe(job.id())).append(" · ").append(safe(software));
    out.append("</footer>\n<script>").append(script).append("</script>\n</body>\n</html>\n");
    return out.toString();
  }

  private void header() {
    int memes = job.work().results().stream().mapToInt(r -> r.variations().size()).sum();
    out.append("<header>\n<h1 dir=\"auto\">").append(safe(job.request().topic()));
    out.append("</h1>\n<p class=\"facts\">");
    out.append(safe(job.request().style().id().replace('_', ' '))).append(" · ");
    out.append(counted(memes, "meme")).append(" on ");
    out.append(counted(job.work().results().size(), "template")).append(" · ");
    out.append(safe(job.state().id()));
    JobDocument.seconds(job)
        .ifPresent(seconds -> out.append(String.format(Locale.ROOT, " in %.1f\u00a0s", seconds)));
    job.request().label().ifPresent(label -> out.append(" · ").append(safe(label)));
    out.append("</p>\n</header>\n");
  }

  private void template(TemplateResult result) {
    Template template = result.template();
    out.append("<section>\n<h2>").append(safe(template.name()));
    out.append(" <small>average score ").append(number(result.averageScore()));
    out.append("</small></h2>\n<ul class=\"memes\">\n");
    result.variations().forEach(variation -> meme(template, variation));
    out.append("</ul>\n</section>\n");
  }

  private void meme(Template template, Variation variation) {
    String id = id(template.id(), variation.id());
    Shown shown = pictures.get(id);
    out.append("<li class=\"meme\">\n");
    if (shown != null) {
      RenderedMeme meme = shown.meme();
      out.append("<img id=\"").append(id).append("\" width=\"").append(meme.width());
      out.append("\" height=\"").append(meme.height());
      out.append("\" alt=\"").append(safe(shown.alt())).append("\" src=\"data:");
      out.append(meme.format().mediaType()).append(";base64,");
      out.append(Base64.getEncoder().encodeToString(meme.bytes())).append("\">\n");
    }
    out.append("<div class=\"words\">\n<dl id=\"").append(id).append("-words\">\n");
    List<String> texts = variation.captions().texts();
    for (int i = 0; i < texts.size(); i++) {
      String role =
          i < template.panels().size() ? template.panels().get(i).role() : "text " + (i + 1);
      out.append("<dt>").append(safe(role.replace('_', ' '))).append("</dt>");
      out.append("<dd dir=\"auto\">").append(safe(texts.get(i))).append("</dd>\n");
    }
    out.append("</dl>\n");
    score(variation);
    out.append("<div class=\"do\"><button type=\"button\" data-words=\"").append(id);
    out.append("-words\">Copy text</button>");
    if (shown != null) {
      out.append("<a data-picture=\"").append(id).append("\" download=\"");
      out.append(safe(shown.fileName())).append("\">Download</a>");
    }
    out.append("</div>\n</div>\n</li>\n");
  }

  private void score(Variation variation) {
    String score = number(variation.virality().score());
    out.append("<p class=\"score\"><b>").append(score);
    out.append("</b><meter min=\"0\" max=\"100\" value=\"").append(score);
    out.append("\" aria-label=\"virality score, a rank from 0 to 100\">").append(score);
    out.append("</meter></p>\n");
    if (!variation.virality().factors().isEmpty()) {
      out.append("<details><summary>Why</summary><ul>\n");
      for (Factor factor : variation.virality().factors()) {
        boolean up = factor.effect() >= 0;
        out.append("<li>").append(safe(factor.factor())).append(" <span class=\"");
        out.append(up ? "up" : "down").append("\">");
        out.append(String.format(Locale.ROOT, "%+.1f", factor.effect()).replace('-', '−'));
        out.append("</span></li>\n");
      }
      out.append("</ul></details>\n");
    }
  }

  private void notes() {
    List<TemplateFailure> failures = job.work().failures();
    if (failures.isEmpty() && job.work().warnings().isEmpty()) {
      return;
    }
    out.append("<section class=\"notes\">\n<h2>Notes</h2>\n<ul>\n");
    for (TemplateFailure failure : failures) {
      out.append("<li>").append(safe(failure.templateId())).append(": ");
      out.append(safe(failure.reason())).append("</li>\n");
    }
    for (String warning : job.work().warnings()) {
      out.append("<li>").append(safe(warning)).append("</li>\n");
    }
    out.append("</ul>\n</section>\n");
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String number(double score) {
    return String.format(Locale.ROOT, "%.1f", score);
  }

  /** Letters, digits, hyphens and underscores only, so that it can stand anywhere in the page. */
  private static String id(String templateId, int variationId) {
    return "m-" + templateId.replaceAll("[^A-Za-z0-9_-]", "-") + "-" + variationId;
  }

  /** Text that is only text, inside elements and inside quoted attributes. */
  static String safe(String text) {
    return Invisible.strip(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String hash(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder().encodeToString(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = JobPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
