package dev.memenem.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.picture.MemeRenderer.SetText;
import dev.memenem.template.Panel;
import dev.memenem.template.Template;
import dev.memenem.template.builtin.CatalogueFiles;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is written on whichever template: it stays in its box. */
class OverflowTest {
  private static final int WIDTH = 600;
  private final MemeRenderer renderer = new MemeRenderer(Fonts.standard());

  private static int height(Template template) {
    int w = Math.max(1, template.image().width());
    return Math.max(1, Math.round((float) WIDTH * Math.max(1, template.image().height()) / w));
  }

  private List<SetText> set(Template template, int panel, String text, Set<String> warnings) {
    List<String> texts = new ArrayList<>(Collections.nCopies(template.panels().size(), ""));
    texts.set(panel, text);
    return renderer.setTexts(template, texts, WIDTH, height(template), warnings);
  }

  @Test
  void inkStaysInItsBoxOnEveryTemplate() throws NoninvertibleTransformException {
    inkStaysInItsBox(CaptionSamples.some(7, 40));
  }

  @Test
  @Tag("slow")
  void inkStaysInItsBoxWithHundredsOfCaptions() throws NoninvertibleTransformException {
    inkStaysInItsBox(CaptionSamples.some(8, 400));
  }

  private void inkStaysInItsBox(List<String> captions) throws NoninvertibleTransformException {
    List<Template> templates = CatalogueFiles.builtin();
    assertThat(templates).hasSizeGreaterThan(150);
    int warned = 0;
    int set = 0;
    for (Template template : templates) {
      for (int i = 0; i < captions.size(); i++) {
        int panel = i % template.panels().size();
        Set<String> warnings = new LinkedHashSet<>();
        for (SetText text : set(template, panel, captions.get(i), warnings)) {
          set++;
          assertInside(template, text, captions.get(i));
          boolean tiny = text.block().size() < MemeRenderer.READABLE;
          assertThat(warnings.stream().anyMatch(w -> w.contains("pixels high")))
              .as("a tiny text is warned of: %s", captions.get(i))
              .isEqualTo(tiny);
          warned += tiny ? 1 : 0;
        }
      }
    }
    assertThat(set).isGreaterThan(templates.size() * captions.size() / 2);
    assertThat(warned).as("some of these captions are far too long").isPositive();
  }

  private static void assertInside(Template template, SetText text, String caption)
      throws NoninvertibleTransformException {
    Rectangle2D box = box(template, text.panel());
    AffineTransform back = unrotated(template, text.panel());
    back.concatenate(text.place());
    Rectangle2D ink = back.createTransformedShape(text.block().ink()).getBounds2D();
    assertThat(
            ink.getMinX() >= box.getMinX() - 1
                && ink.getMinY() >= box.getMinY() - 1
                && ink.getMaxX() <= box.getMaxX() + 1
                && ink.getMaxY() <= box.getMaxY() + 1)
        .as("%s / %s: \"%s\" %s in %s", template.id(), text.panel().role(), caption, ink, box)
        .isTrue();
    Rectangle2D seen = text.place().createTransformedShape(text.block().ink()).getBounds2D();
    assertThat(
            new Rectangle2D.Double(-1, -1, WIDTH + 2, height(template) + 2).contains(seen)
                || text.panel().box().angle() == 0)
        .as("%s: the turned text is in the picture", template.id())
        .isTrue();
  }

  private static Rectangle2D box(Template template, Panel panel) {
    double h = height(template);
    return new Rectangle2D.Double(
        panel.box().x() * WIDTH,
        panel.box().y() * h,
        panel.box().width() * WIDTH,
        panel.box().height() * h);
  }

  private static AffineTransform unrotated(Template template, Panel panel) {
    Rectangle2D box = box(template, panel);
    return AffineTransform.getRotateInstance(
        Math.toRadians(-panel.box().angle()), box.getCenterX(), box.getCenterY());
  }

  @Test
  void noPixelIsDrawnOutsideOfItsBox() throws NoninvertibleTransformException {
    noPixelIsDrawnOutsideOfItsBox(CaptionSamples.some(11, 40));
  }

  @Test
  @Tag("slow")
  void noPixelIsDrawnOutsideOfItsBoxInManyRounds() throws NoninvertibleTransformException {
    for (int seed = 12; seed < 32; seed++) {
      noPixelIsDrawnOutsideOfItsBox(CaptionSamples.some(seed, 40));
    }
  }

  private void noPixelIsDrawnOutsideOfItsBox(List<String> captions)
      throws NoninvertibleTransformException {
    int drawn = 0;
    int next = 0;
    for (Template template : CatalogueFiles.builtin()) {
      int h = height(template);
      String caption = captions.get(next++ % captions.size());
      int panel = next % template.panels().size();
      List<SetText> texts = set(template, panel, caption, new LinkedHashSet<>());
      if (texts.isEmpty()) {
        continue;
      }
      BufferedImage layer = new BufferedImage(WIDTH, h, BufferedImage.TYPE_INT_ARGB);
      TextPainter.draw(texts, layer.createGraphics());
      Rectangle2D box = box(template, texts.get(0).panel());
      AffineTransform back = unrotated(template, texts.get(0).panel());
      double[] point = new double[2];
      int pixels = 0;
      for (int y = 0; y < h; y++) {
        for (int x = 0; x < WIDTH; x++) {
          if ((layer.getRGB(x, y) >>> 24) > 24) {
            pixels++;
            back.transform(new double[] {x + 0.5, y + 0.5}, 0, point, 0, 1);
            assertThat(
                    point[0] >= box.getMinX() - 1
                        && point[0] <= box.getMaxX() + 1
                        && point[1] >= box.getMinY() - 1
                        && point[1] <= box.getMaxY() + 1)
                .as("%s \"%s\" pixel %d,%d of %s", template.id(), caption, x, y, box)
                .isTrue();
          }
        }
      }
      assertThat(pixels).as("%s \"%s\"", template.id(), caption).isPositive();
      drawn++;
    }
    assertThat(drawn).isGreaterThan(100);
  }
}
