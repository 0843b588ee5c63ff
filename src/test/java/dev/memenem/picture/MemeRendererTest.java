package dev.memenem.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memenem.template.Panel;
import dev.memenem.template.Template;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class MemeRendererTest {
  private static final RenderOptions.Embedded TEXTS =
      new RenderOptions.Embedded(
          "“Own” meme – setup: “häppy”.", "Büro", "memenem 0.1.0", "https://example.org/own");

  private final MemeRenderer renderer = new MemeRenderer(Fonts.standard());
  private final Picture blank = Picture.read(SamplePictures.png(800, 600));

  private static Template template(Picture picture, int texts) {
    return OwnTemplate.of("own", "Own", Optional.empty(), picture, texts);
  }

  private RenderedMeme render(PictureFormat format, String... texts) {
    return renderer.render(
        template(blank, texts.length),
        blank,
        List.of(texts),
        RenderOptions.DEFAULT.as(format).with(TEXTS));
  }

  private static int[] changed(BufferedImage image, int fromY, int toY) {
    BufferedImage before = SamplePictures.halves(image.getWidth(), image.getHeight());
    int count = 0;
    int white = 0;
    for (int y = fromY; y < toY; y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) != before.getRGB(x, y)) {
          count++;
          white += (image.getRGB(x, y) & 0xffffff) == 0xffffff ? 1 : 0;
        }
      }
    }
    return new int[] {count, white};
  }

  @Test
  void captionsStandAtTheTopAndTheBottomAndNowhereElse() throws Exception {
    RenderedMeme meme = render(PictureFormat.PNG, "top text", "bottom text");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(meme.bytes()));
    assertThat(image.getWidth()).isEqualTo(800).isEqualTo(meme.width());
    assertThat(changed(image, 0, 150)[1]).as("white letters").isGreaterThan(2000);
    assertThat(changed(image, 450, 600)[1]).as("white letters").isGreaterThan(2000);
    assertThat(changed(image, 150, 450)[0]).as("the middle is as it was").isZero();
    assertThat(meme.warnings()).isEmpty();
  }

  @Test
  void aTextHasTheColourItsPanelSays() throws Exception {
    Panel panel = template(blank, 1).panels().get(0);
    Panel orange =
        new Panel(
            panel.role(),
            panel.guide(),
            panel.frame(),
            panel.usualWords(),
            panel.maxWords(),
            new Panel.Look(false, "#ff8000", Panel.Align.CENTER),
            panel.box());
    Template plain = template(blank, 1);
    Template template =
        new Template(
            plain.id(),
            plain.name(),
            plain.source(),
            plain.image(),
            plain.meaning(),
            List.of(orange),
            0);
    for (PictureFormat format : PictureFormat.values()) {
      RenderedMeme meme =
          renderer.render(template, blank, List.of("MMMM"), RenderOptions.DEFAULT.as(format));
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(meme.bytes()));
      int count = 0;
      for (int y = 450; y < 600; y++) {
        for (int x = 0; x < 800; x++) {
          count += near(image.getRGB(x, y), 0xff8000) ? 1 : 0;
        }
      }
      assertThat(count).as("orange pixels of the %s", format).isGreaterThan(500);
    }
  }

  @Test
  void nothingOfAMemeIsLeftOnTheNextOne() {
    byte[] fresh = render(PictureFormat.PNG, "", "b").bytes();
    render(PictureFormat.PNG, "a long text at the top", "and another one");
    assertThat(render(PictureFormat.PNG, "", "b").bytes()).isEqualTo(fresh);
  }

  @Test
  void aPngCarriesItsTextsWhereScreenReadersAndToolsLook() {
    assertThat(chunks(render(PictureFormat.PNG, "a", "b").bytes()))
        .containsEntry("Description", TEXTS.alt())
        .containsEntry("Title", TEXTS.topic())
        .containsEntry("Software", "memenem 0.1.0")
        .containsEntry("Source", TEXTS.page());
  }

  private static Map<String, String> chunks(byte[] png) {
    Map<String, String> texts = new LinkedHashMap<>();
    ByteBuffer in = ByteBuffer.wrap(png);
    for (int at = 8; at < png.length; at += 12 + in.getInt(at)) {
      String chunk = new String(png, at + 8, in.getInt(at), StandardCharsets.UTF_8);
      if (new String(png, at + 4, 4, StandardCharsets.US_ASCII).equals("iTXt")) {
        int end = chunk.indexOf('\0');
        texts.put(chunk.substring(0, end), chunk.substring(end + 5));
      }
    }
    return texts;
  }

  @Test
  void jpegAndGifCarryTheirTextsInAComment() throws Exception {
    for (PictureFormat format : List.of(PictureFormat.JPG, PictureFormat.GIF)) {
      byte[] bytes = render(format, "a", "b").bytes();
      String comment =
          "Description: %s\nTitle: %s\nSoftware: memenem 0.1.0\nSource: %s"
              .formatted(TEXTS.alt(), TEXTS.topic(), TEXTS.page());
      assertThat(new String(bytes, StandardCharsets.UTF_8)).contains(comment);
      assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth()).isEqualTo(800);
      assertThat(Picture.read(bytes).mediaType()).isEqualTo(format.mediaType());
    }
  }

  @Test
  void anAnimatedTemplateStaysAnimated() throws Exception {
    Picture moving = Picture.read(SamplePictures.gif(Color.RED, Color.GREEN, Color.BLUE));
    RenderedMeme meme =
        renderer.render(
            template(moving, 1), moving, List.of("hi"), RenderOptions.DEFAULT.wide(200));
    assertThat(meme.format()).isEqualTo(PictureFormat.GIF);
    Picture drawn = Picture.read(meme.bytes());
    assertThat(drawn.animated()).isTrue();
    int[] colours = {0xff0000, 0x00ff00, 0x0000ff};
    try (Frames frames = drawn.frames()) {
      for (int colour : colours) {
        Frames.Frame frame = frames.next();
        assertThat(frame.delay()).isEqualTo(12);
        assertThat(near(frame.image().getRGB(3, 3), colour)).isTrue();
        int white = 0;
        for (int y = 60; y < 100; y++) {
          for (int x = 0; x < 200; x++) {
            white += near(frame.image().getRGB(x, y), 0xffffff) ? 1 : 0;
          }
        }
        assertThat(white).as("the text is on every frame").isGreaterThan(50);
      }
      assertThat(frames.hasNext()).isFalse();
    }
    RenderedMeme still =
        renderer.render(
            template(moving, 1),
            moving,
            List.of("hi"),
            RenderOptions.DEFAULT.as(PictureFormat.PNG));
    assertThat(Picture.read(still.bytes()).animated()).isFalse();
  }

  private static boolean near(int one, int other) {
    int far = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      far = Math.max(far, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
    }
    return far < 16;
  }

  @Test
  void theWidthIsAsAskedOrWithinReason() {
    Picture small = Picture.read(SamplePictures.png(100, 50));
    Picture huge = Picture.read(SamplePictures.png(3000, 1000));
    List<String> text = List.of("x");
    assertThat(renderer.render(template(small, 1), small, text, RenderOptions.DEFAULT).width())
        .isEqualTo(500);
    assertThat(renderer.render(template(huge, 1), huge, text, RenderOptions.DEFAULT).width())
        .isEqualTo(1600);
    RenderedMeme asked =
        renderer.render(template(huge, 1), huge, text, RenderOptions.DEFAULT.wide(300));
    assertThat(asked.width()).isEqualTo(300);
    assertThat(asked.height()).isEqualTo(100);
    assertThatThrownBy(() -> RenderOptions.DEFAULT.wide(9000)).isInstanceOf(PictureException.class);
  }

  @Test
  void aTextThatNobodyCanReadIsDrawnAndWarnedOf() {
    RenderedMeme meme = render(PictureFormat.PNG, "word ".repeat(700), "b");
    assertThat(meme.warnings()).singleElement().asString().contains("setup", "pixels high");
  }

  @Test
  void aCharacterNoFontHasIsReportedAndLeavesNoBox() throws Exception {
    RenderedMeme meme = render(PictureFormat.PNG, "\ue000", "");
    assertThat(meme.warnings()).singleElement().asString().contains("U+E000");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(meme.bytes()));
    assertThat(changed(image, 0, 600)[0]).isZero();
  }

  @Test
  void moreTextsThanBoxesAreAMistake() {
    Template two = template(blank, 2);
    assertThatThrownBy(
            () -> renderer.render(two, blank, List.of("a", "b", "c"), RenderOptions.DEFAULT))
        .isInstanceOf(PictureException.class)
        .hasMessageContaining("2 text boxes; 3 texts");
  }

  @Test
  void theSameMemeIsTheSameFile() {
    assertThat(render(PictureFormat.PNG, "same", "file").bytes())
        .isEqualTo(render(PictureFormat.PNG, "same", "file").bytes());
  }

  @Test
  void altTextNamesTheTemplateAndEveryPartOfTheJoke() {
    Template template = template(blank, 2);
    assertThat(AltText.of(template, List.of("when\nit works", "but why")))
        .isEqualTo("“Own” meme – setup: “when it works”; punchline: “but why”.");
    assertThat(AltText.of(template(blank, 1), List.of("alone"))).isEqualTo("“Own” meme – “alone”.");
    assertThat(AltText.of(template, List.of("", ""))).isEqualTo("“Own” meme.");
  }
}
