package dev.memenem.picture;

import dev.memenem.json.Json;
import dev.memenem.template.Box;
import dev.memenem.template.Panel;
import dev.memenem.template.Template;
import dev.memenem.template.TemplateJson;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Draws every blank of the program, and the most used formats on plain grounds that show their
 * boxes, with their example texts: pages to be looked at.
 *
 * <p>{@code java -cp target/classes:<jackson-core>
 * src/bench/java/dev/memenem/picture/MemeSheet.java DIRECTORY}
 */
public final class MemeSheet {
  private static final int CELL = 480;
  private static final int COLUMNS = 4;
  private static final int MOST_USED = 40;
  private static final Path RESOURCES = Path.of("src/main/resources/dev/memenem");

  private MemeSheet() {}

  public static void main(String[] args) throws IOException {
    Path directory = Files.createDirectories(Path.of(args[0]));
    List<Template> templates = templates();
    sheet(templates.stream().filter(t -> t.image().isDrawn()).toList(), directory.resolve("drawn"));
    sheet(
        templates.stream()
            .filter(t -> !t.image().isDrawn())
            .sorted(Comparator.comparingDouble(t -> -t.popularity()))
            .limit(MOST_USED)
            .toList(),
        directory.resolve("most-used"));
  }

  private static List<Template> templates() throws IOException {
    List<Template> templates = new ArrayList<>();
    try (Stream<Path> files = Files.list(RESOURCES.resolve("template/builtin/catalogue"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        templates.add(TemplateJson.read(Json.parse(Files.readAllBytes(file))));
      }
    }
    return templates;
  }

  private static void sheet(List<Template> templates, Path name) throws IOException {
    MemeRenderer renderer = new MemeRenderer(Fonts.standard());
    int perPage = COLUMNS * 4;
    for (int page = 0; page * perPage < templates.size(); page++) {
      List<Template> some =
          templates.subList(page * perPage, Math.min(templates.size(), (page + 1) * perPage));
      int rows = (some.size() + COLUMNS - 1) / COLUMNS;
      BufferedImage sheet =
          new BufferedImage(COLUMNS * CELL, rows * CELL, BufferedImage.TYPE_INT_RGB);
      Graphics2D g = sheet.createGraphics();
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      g.setColor(Color.WHITE);
      g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
      for (int i = 0; i < some.size(); i++) {
        Template template = some.get(i);
        List<String> texts =
            template.meaning().examples().isEmpty()
                ? template.panels().stream().map(p -> p.role().replace('_', ' ')).toList()
                : template.meaning().examples().get(0);
        RenderedMeme meme =
            renderer.render(
                template, blank(template), texts, RenderOptions.DEFAULT.as(PictureFormat.PNG));
        meme.warnings().forEach(w -> System.out.println(template.id() + ": " + w));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(meme.bytes()));
        double scale = (CELL - 10.0) / Math.max(image.getWidth(), image.getHeight());
        int w = (int) (image.getWidth() * scale);
        int h = (int) (image.getHeight() * scale);
        int x = i % COLUMNS * CELL + (CELL - w) / 2;
        int y = i / COLUMNS * CELL + (CELL - h) / 2;
        g.drawImage(image.getScaledInstance(w, h, java.awt.Image.SCALE_AREA_AVERAGING), x, y, null);
      }
      g.dispose();
      Path file = Path.of("%s-%d.png".formatted(name, page + 1));
      ImageIO.write(sheet, "png", file.toFile());
      System.out.println(file);
    }
  }

  private static Picture blank(Template template) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (template.image().isDrawn()) {
      String slug = template.image().url().orElseThrow().substring("memenem:".length());
      return Picture.read(
          Files.readAllBytes(RESOURCES.resolve("picture/blank").resolve(slug + ".jpg")));
    }
    int w = Math.max(100, template.image().width());
    int h = Math.max(100, template.image().height());
    BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setPaint(new GradientPaint(0, 0, new Color(0xcfd8e6), w, h, new Color(0xa9b8cc)));
    g.fillRect(0, 0, w, h);
    g.setStroke(new BasicStroke(Math.max(1, w / 300f)));
    for (Panel panel : template.panels()) {
      Box box = panel.box();
      AffineTransform before = g.getTransform();
      g.rotate(
          Math.toRadians(box.angle()),
          (box.x() + box.width() / 2) * w,
          (box.y() + box.height() / 2) * h);
      g.setColor(panel.look().color().equals("white") ? new Color(0x8894a8) : Color.WHITE);
      g.fillRect(
          (int) (box.x() * w),
          (int) (box.y() * h),
          (int) (box.width() * w),
          (int) (box.height() * h));
      g.setTransform(before);
    }
    g.dispose();
    ImageIO.write(image, "png", bytes);
    return Picture.read(bytes.toByteArray());
  }
}
