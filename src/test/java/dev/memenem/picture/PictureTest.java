package dev.memenem.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PictureTest {
  private static final int RED = 0xff0000;
  private static final int BLUE = 0x0000ff;

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] firstBytes(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }

  static Stream<Map.Entry<String, byte[]>> hostile() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("empty", new byte[0]);
    files.put("bomb of 60 000 × 60 000 pixels", SamplePictures.bomb(60_000, 60_000));
    files.put("header of 2 billion pixels", SamplePictures.bomb(Integer.MAX_VALUE, 1));
    files.put("negative size", SamplePictures.bomb(-5, 10));
    files.put("no width", SamplePictures.bomb(0, 10));
    files.put("eleven megabytes", new byte[11 * 1024 * 1024]);
    files.put("SVG", text("<svg xmlns='http://www.w3.org/2000/svg'><image href='x'/></svg>"));
    files.put("SVG with a declaration", text("<?xml version='1.0'?>\n<!-- --><svg/>"));
    files.put("web page", text("<!DOCTYPE html><html></html>"));
    files.put("text", text("hello"));
    files.put("one byte", new byte[] {(byte) 0x89});
    files.put("WebP", text("RIFF\0\0\0\0WEBPVP8 "));
    files.put("BMP", text("BM\0\0\0\0\0\0\0\0\0\0\0\0"));
    files.put("CMYK", SamplePictures.cmykJpeg());
    byte[] jpeg = SamplePictures.jpeg(64, 64);
    files.put("JPEG without its end", firstBytes(jpeg, jpeg.length - 2));
    files.put("half a JPEG", firstBytes(jpeg, jpeg.length / 2));
    files.put("three bytes of a JPEG", firstBytes(jpeg, 3));
    byte[] png = SamplePictures.png(64, 64);
    files.put("PNG without its end", firstBytes(png, png.length - 5));
    files.put("half a PNG", firstBytes(png, png.length / 2));
    files.put("eight bytes of a PNG", firstBytes(png, 8));
    byte[] gif = SamplePictures.gif(Color.RED, Color.BLUE);
    files.put("GIF without its end", firstBytes(gif, gif.length - 1));
    files.put("half a GIF", firstBytes(gif, gif.length / 2));
    files.put("GIF with a frame larger than itself", wideFrame(gif));
    return files.entrySet().stream();
  }

  private static byte[] wideFrame(byte[] gif) {
    byte[] wide = gif.clone();
    // the screen becomes one pixel wide, the frames stay as they are
    wide[6] = 1;
    wide[7] = 0;
    return wide;
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void whatCouldHurtIsRefusedInOneLineBeforeItIsDecoded(Map.Entry<String, byte[]> file) {
    assertThatThrownBy(() -> Picture.read(file.getValue()))
        .as(file.getKey())
        .isInstanceOf(PictureException.class)
        .message()
        .isNotBlank()
        .hasLineCount(1)
        .hasSizeLessThan(120);
  }

  @Test
  void noRandomDamageGetsFurtherThanARefusal() {
    Random random = new Random(5);
    for (byte[] sound :
        new byte[][] {
          SamplePictures.png(30, 20),
          SamplePictures.jpeg(30, 20),
          SamplePictures.gif(Color.RED, Color.GREEN)
        }) {
      for (int round = 0; round < 400; round++) {
        byte[] damaged = sound.clone();
        for (int i = 0; i <= random.nextInt(6); i++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        try {
          Picture picture = Picture.read(damaged);
          if ((long) picture.width() * picture.height() < 200_000) {
            picture.pixels(10, 10);
          }
        } catch (PictureException e) {
          assertThat(e.getMessage()).hasLineCount(1);
        }
      }
    }
  }

  @Test
  void soundPicturesTellTheirTypeAndSize() {
    Picture png = Picture.read(SamplePictures.png(30, 20));
    assertThat(png.mediaType()).isEqualTo("image/png");
    assertThat(png.width()).isEqualTo(30);
    assertThat(png.height()).isEqualTo(20);
    assertThat(png.animated()).isFalse();
    assertThat(Picture.read(SamplePictures.jpeg(30, 20)).mediaType()).isEqualTo("image/jpeg");
    assertThat(Picture.read(SamplePictures.gif(Color.RED)).animated()).isFalse();
    assertThat(Picture.read(SamplePictures.gif(Color.RED, Color.BLUE)).animated()).isTrue();
  }

  @ParameterizedTest(name = "orientation {0}")
  @CsvSource({
    "1, 60, 30, red, blue, red, blue",
    "2, 60, 30, blue, red, blue, red",
    "3, 60, 30, blue, red, blue, red",
    "4, 60, 30, red, blue, red, blue",
    "5, 30, 60, red, red, blue, blue",
    "6, 30, 60, red, red, blue, blue",
    "7, 30, 60, blue, blue, red, red",
    "8, 30, 60, blue, blue, red, red"
  })
  void aPictureStandsUprightHoweverTheCameraWasHeld(
      int orientation, int width, int height, String ul, String ur, String ll, String lr) {
    Picture picture = Picture.read(SamplePictures.turnedJpeg(60, 30, orientation));
    assertThat(picture.width()).isEqualTo(width);
    assertThat(picture.height()).isEqualTo(height);
    BufferedImage image = picture.canvas(width).image();
    assertThat(near(image, 4, 4)).isEqualTo(ul);
    assertThat(near(image, width - 5, 4)).isEqualTo(ur);
    assertThat(near(image, 4, height - 5)).isEqualTo(ll);
    assertThat(near(image, width - 5, height - 5)).isEqualTo(lr);
  }

  private static String near(BufferedImage image, int x, int y) {
    int rgb = image.getRGB(x, y);
    return (rgb >> 16 & 0xff) > 150 && (rgb & 0xff) < 100
        ? "red"
        : (rgb & 0xff) > 150 && (rgb >> 16 & 0xff) < 100 ? "blue" : "other";
  }

  @Test
  void transparentPartsBecomeWhite() {
    BufferedImage clear = new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB);
    Picture picture = Picture.read(SamplePictures.encoded(clear, "png"));
    assertThat(picture.canvas(10).image().getRGB(5, 5) & 0xffffff).isEqualTo(0xffffff);
  }

  @Test
  void aJpegKeepsItsColoursWhateverItsSizeAndKind() {
    BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
    grey.createGraphics().fillRect(0, 0, 64, 32);
    BufferedImage seen = Picture.read(SamplePictures.encoded(grey, "jpg")).canvas(64).image();
    assertThat(new Color(seen.getRGB(32, 5)).getRed()).isGreaterThan(240);
    assertThat(new Color(seen.getRGB(32, 60)).getRed()).isLessThan(15);
    for (int width : new int[] {2601, 400, 100, 37}) {
      Canvas canvas = Picture.read(SamplePictures.jpeg(2601, 1803)).canvas(width);
      assertThat(canvas.width()).isEqualTo(width);
      assertThat(near(canvas.image(), width / 4, canvas.height() - 1)).isEqualTo("red");
      assertThat(near(canvas.image(), width - 2, 2)).isEqualTo("blue");
    }
  }

  @Test
  void aSmallCopyKeepsItsProportions() {
    Pixels pixels = Picture.read(SamplePictures.png(400, 100)).pixels(40, 40);
    assertThat(pixels.width()).isEqualTo(40);
    assertThat(pixels.height()).isEqualTo(10);
    assertThat(pixels.rgb()[0] & 0xffffff).isEqualTo(RED);
    assertThat(pixels.rgb()[39] & 0xffffff).isEqualTo(BLUE);
  }

  @Test
  void ourPngIsReadByOthersPixelForPixel() throws Exception {
    Random random = new Random(3);
    for (int[] size : new int[][] {{1, 1}, {7, 3}, {300, 200}}) {
      BufferedImage image = SamplePictures.halves(size[0], size[1]);
      for (int i = 0; i < size[0] * size[1] / 2; i++) {
        image.setRGB(random.nextInt(size[0]), random.nextInt(size[1]), random.nextInt(1 << 24));
      }
      byte[] png = PngWriter.write(Canvas.of(image), RenderOptions.Embedded.NOTHING);
      BufferedImage back = javax.imageio.ImageIO.read(new ByteArrayInputStream(png));
      assertThat(rgb(back)).isEqualTo(rgb(image));
    }
  }

  @Test
  void ourGifIsReadByOthersAndKeepsItsColours() throws Exception {
    BufferedImage image = new BufferedImage(97, 61, BufferedImage.TYPE_3BYTE_BGR);
    Random random = new Random(4);
    for (int i = 0; i < 97 * 61; i++) {
      image.setRGB(i % 97, i / 97, Color.HSBtoRGB(random.nextInt(12) / 12f, 1, 1));
    }
    GifWriter writer = new GifWriter(97, 61, false, RenderOptions.Embedded.NOTHING);
    writer.frame(Canvas.of(image), 0);
    BufferedImage back = javax.imageio.ImageIO.read(new ByteArrayInputStream(writer.finish()));
    int[] wanted = rgb(image);
    int[] got = rgb(back);
    for (int i = 0; i < wanted.length; i++) {
      for (int shift = 0; shift <= 16; shift += 8) {
        assertThat(Math.abs((wanted[i] >> shift & 0xff) - (got[i] >> shift & 0xff)))
            .as("pixel %d", i)
            .isLessThanOrEqualTo(8);
      }
    }
  }

  private static int[] rgb(BufferedImage image) {
    int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(rgb).map(pixel -> pixel & 0xffffff).toArray();
  }
}
