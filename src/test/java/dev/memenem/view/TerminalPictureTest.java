package dev.memenem.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.picture.Picture;
import dev.memenem.view.TerminalPicture.Protocol;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalPictureTest {
  /** Two pixels side by side, red and blue, over two that are green and white. */
  private static final Picture FOUR =
      Picture.read(
          Base64.getDecoder()
              .decode(
                  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEklEQVR4nGP4"
                      + "zwAE/0Ho////AB/uBftt3M6tAAAAAElFTkSuQmCC"));

  private static Map<String, String> environment(String settings) {
    Map<String, String> environment = new HashMap<>();
    for (String setting : settings.split(" ")) {
      String[] parts = setting.split("=", 2);
      environment.put(parts[0], parts.length > 1 ? parts[1] : "");
    }
    return environment;
  }

  @ParameterizedTest
  @CsvSource({
    "TERM=xterm-kitty KITTY_WINDOW_ID=1, KITTY",
    "TERM=xterm-ghostty TERM_PROGRAM=ghostty, KITTY",
    "TERM=xterm-256color TERM_PROGRAM=iTerm.app, ITERM2",
    "TERM=xterm-256color TERM_PROGRAM=WezTerm, ITERM2",
    "TERM=xterm-256color LC_TERMINAL=iTerm2, ITERM2",
    "TERM=foot, SIXEL",
    "TERM=mlterm, SIXEL",
    "TERM=xterm-256color COLORTERM=truecolor, HALF_BLOCK",
    "TERM=xterm-256color, HALF_BLOCK",
    "TERM=tmux-256color TERM_PROGRAM=iTerm.app TMUX=/tmp/x, HALF_BLOCK",
    "TERM=screen KITTY_WINDOW_ID=1, HALF_BLOCK",
    "TERM=xterm NO_COLOR=1, NONE",
    "TERM=dumb, NONE",
    "LANG=C, NONE"
  })
  void whatATerminalCanDoIsToldByWhatItSaysItIs(String settings, Protocol protocol) {
    assertThat(TerminalPicture.protocol(environment(settings), true)).isEqualTo(protocol);
    assertThat(TerminalPicture.protocol(environment(settings), false)).isEqualTo(Protocol.NONE);
  }

  @Test
  void halfBlocksShowTwoPixelsACharacter() {
    assertThat(TerminalPicture.show(Protocol.HALF_BLOCK, FOUR, 10, 10, true))
        .isEqualTo(
            "\u001b[38;2;255;0;0;48;2;0;255;0m▀\u001b[38;2;0;0;255;48;2;255;255;255m▀\u001b[0m\n");
    assertThat(TerminalPicture.show(Protocol.HALF_BLOCK, FOUR, 10, 10, false))
        .isEqualTo("\u001b[38;5;196;48;5;46m▀\u001b[38;5;21;48;5;231m▀\u001b[0m\n");
  }

  @Test
  void kittyGetsCompressedPixelsAndIsAskedForNoAnswer() throws Exception {
    String shown = TerminalPicture.show(Protocol.KITTY, FOUR, 10, 10, true);
    Matcher matcher =
        Pattern.compile("\u001b_Ga=T,q=2,f=24,o=z,s=2,v=2,m=0;([A-Za-z0-9+/=]+)\u001b\\\\\n")
            .matcher(shown);
    assertThat(matcher.matches()).isTrue();
    Inflater inflater = new Inflater();
    inflater.setInput(Base64.getDecoder().decode(matcher.group(1)));
    byte[] rgb = new byte[100];
    assertThat(inflater.inflate(rgb)).isEqualTo(12);
    inflater.end();
    assertThat(rgb).startsWith(-1, 0, 0, 0, 0, -1, 0, -1, 0, -1, -1, -1);
  }

  @Test
  void itermGetsTheFileItself() {
    String shown = TerminalPicture.show(Protocol.ITERM2, FOUR, 10, 10, true);
    assertThat(shown)
        .startsWith("\u001b]1337;File=inline=1;size=" + FOUR.bytes().length + ";width=10;")
        .contains(Base64.getEncoder().encodeToString(FOUR.bytes()))
        .endsWith("\u0007\n");
  }

  @Test
  void sixelIsReadBackAsTheSamePixels() {
    String shown = TerminalPicture.show(Protocol.SIXEL, FOUR, 10, 10, true);
    assertThat(shown).startsWith("\u001bP0;1;0q\"1;1;2;2#0;2;0;0;0").endsWith("-\u001b\\\n");
    String data = shown.substring(shown.indexOf("#215;2;100;100;100") + 18);
    // one band: red in the first column's first row, green below it, and so on
    assertThat(data)
        .contains("#" + 5 * 36 + "@?$")
        .contains("#" + 5 * 6 + "A?$")
        .contains("#" + 5 + "?@$")
        .contains("#215?A$");
  }

  @Test
  void nothingIsShownWhereNothingCanBe() {
    assertThat(TerminalPicture.show(Protocol.NONE, FOUR, 10, 10, true)).isEmpty();
  }

  @Test
  void aLargePictureIsSentInPieces() {
    Picture blank = blank();
    String shown = TerminalPicture.show(Protocol.KITTY, blank, 40, 20, true);
    String[] pieces = shown.split("\u001b\\\\");
    assertThat(pieces.length).isGreaterThan(3);
    assertThat(pieces[0]).contains(",m=1;");
    assertThat(pieces[1]).startsWith("\u001b_Gm=1;");
    assertThat(pieces[pieces.length - 2]).startsWith("\u001b_Gm=0;");
    for (String piece : pieces) {
      assertThat(piece.length()).isLessThan(4200);
    }
  }

  private static Picture blank() {
    try (var in =
        TerminalPicture.class.getResourceAsStream("/dev/memenem/picture/blank/picky-cat.jpg")) {
      return Picture.read(in.readAllBytes());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
