package dev.memenem.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.it.Shell.Result;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user does with pictures, on the built program, without a network. */
class PictureStoriesIT {
  private static final String ESCAPE = "\u001b";

  @TempDir Path home;
  private Shell shell;

  @BeforeEach
  void anEmptyHome() {
    shell = Shell.atHome(home);
  }

  private static byte[] photo(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  @Test
  void aTemplateWithTextsBecomesAPictureThatSaysWhatItShows() throws IOException {
    Result drawn =
        shell.memenem(
            "render", "--template", "two boxes", "--text", "tea", "--text", "coffee", "--alt");
    assertThat(drawn.code()).as(drawn.err()).isZero();
    String[] lines = drawn.out().split("\n");
    assertThat(lines).hasSize(2);
    assertThat(lines[0]).endsWith("/two-boxes-1.png");
    assertThat(lines[1]).contains("Two Boxes", "“tea”", "“coffee”");
    String file = Files.readString(Path.of(lines[0]), StandardCharsets.ISO_8859_1);
    assertThat(file).contains("Description", "Software").startsWith("\u0089PNG");
    assertThat(ImageIO.read(Path.of(lines[0]).toFile()).getWidth()).isEqualTo(1000);
  }

  @Test
  void aPhotoOfOnesOwnBecomesAMemeInEveryFormat() throws IOException {
    Files.write(home.resolve("Our Cat.jpg"), photo("jpg"));
    for (String format : new String[] {"png", "jpg", "gif"}) {
      Result drawn =
          shell.run(
              "sh",
              "-c",
              "memenem render --template - --text up --text down --width 300 --format "
                  + format
                  + " < 'Our Cat.jpg'");
      assertThat(drawn.code()).as(drawn.err()).isZero();
      assertThat(drawn.out().strip()).endsWith("/own-picture-1." + format);
      BufferedImage meme = ImageIO.read(Path.of(drawn.out().strip()).toFile());
      assertThat(meme.getWidth()).isEqualTo(300);
      assertThat(meme.getHeight()).isEqualTo(169);
    }
    assertThat(shell.memenem("render", "--template", "Our Cat.jpg", "--text", "hi").out().strip())
        .endsWith("/our-cat-1.png");
  }

  @Test
  void aFileThatIsThereIsReplacedOnlyWithForce() {
    String[] command = {"render", "--template", "two boxes", "--text", "one"};
    assertThat(shell.memenem(command).code()).isZero();
    command[4] = "another";
    Result refused = shell.memenem(command);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).hasLineCount(1).contains("--force");
    String[] forced = Arrays.copyOf(command, 6);
    forced[5] = "--force";
    assertThat(shell.memenem(forced).code()).isZero();
  }

  @Test
  void whatIsNoSoundPictureIsRefusedInOneLine() throws IOException {
    byte[] png = photo("png");
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("empty.png", new byte[0]);
    files.put("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes());
    files.put("page.jpg", "<!doctype html><p>404".getBytes());
    files.put("half.jpg", Arrays.copyOf(photo("jpg"), 700));
    files.put("half.png", Arrays.copyOf(png, png.length - 20));
    files.put("damaged.png", damaged(png));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(home.resolve(file.getKey()), file.getValue());
      Result refused =
          shell.memenem("render", "--template", file.getKey(), "--text", "x", "--dir", "out");
      assertThat(refused.code()).as(file.getKey()).isEqualTo(1);
      assertThat(refused.err()).as(file.getKey()).hasLineCount(1).startsWith("memenem: ");
    }
    Result here = shell.memenem("render", "--template", "http://127.0.0.1:9/x.png", "--text", "x");
    assertThat(here.err()).hasLineCount(1).contains("private address");
    assertThat(home.resolve("out")).doesNotExist();
  }

  /** All its blocks are there, but what is packed in them is nonsense. */
  private static byte[] damaged(byte[] png) {
    byte[] damaged = png.clone();
    Arrays.fill(damaged, 45, 60, (byte) 0x55);
    return damaged;
  }

  @Test
  void aWholeJobIsOnePage() throws IOException {
    Result made =
        shell.memenem(
            "submit",
            "cats & <dogs>",
            "--offline",
            "-n",
            "2",
            "--template",
            "two boxes",
            "--template",
            "picky cat");
    assertThat(made.code()).as(made.err()).isZero();
    Result page = shell.memenem("render", "latest", "--html", "--dir", "out");
    assertThat(page.code()).as(page.err()).isZero();
    String html = Files.readString(Path.of(page.out().strip()));
    assertThat(html)
        .contains("<h1 dir=\"auto\">cats &amp; &lt;dogs&gt;</h1>", "data:image/jpeg;base64,");
    assertThat(home.resolve("out").toFile().list()).hasSize(1);
  }

  @Test
  void noPictureIsWrittenIntoAPipe() {
    shell.with("TERM", "xterm-kitty").with("KITTY_WINDOW_ID", "1");
    Result drawn = shell.memenem("render", "--template", "two boxes", "--text", "hi", "--preview");
    assertThat(drawn.code()).as(drawn.err()).isZero();
    assertThat(drawn.out() + drawn.err()).doesNotContain(ESCAPE);
  }
}
