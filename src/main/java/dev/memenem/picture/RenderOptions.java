package dev.memenem.picture;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a meme is to be written.
 *
 * @param format empty: GIF for an animated template, else PNG
 * @param width pixels; empty: the blank's own, within {@link #LEAST_WIDTH} and {@link #MOST_WIDTH}
 * @param embedded texts kept inside the file
 */
public record RenderOptions(Optional<PictureFormat> format, OptionalInt width, Embedded embedded) {
  /** Narrower blanks are enlarged, so that a text stays readable. */
  public static final int LEAST_WIDTH = 500;

  /** Wider blanks are made smaller: nobody posts more. */
  public static final int MOST_WIDTH = 1600;

  /** What {@code width} may be. */
  public static final int WIDEST = 8000;

  public static final RenderOptions DEFAULT =
      new RenderOptions(Optional.empty(), OptionalInt.empty(), Embedded.NOTHING);

  public RenderOptions {
    if (width.isPresent() && (width.getAsInt() < 16 || width.getAsInt() > WIDEST)) {
      throw new PictureException(
          "a picture %d pixels wide cannot be drawn; 16 to %d can"
              .formatted(width.getAsInt(), WIDEST));
    }
  }

  public RenderOptions as(PictureFormat other) {
    return new RenderOptions(Optional.of(other), width, embedded);
  }

  public RenderOptions wide(int pixels) {
    return new RenderOptions(format, OptionalInt.of(pixels), embedded);
  }

  public RenderOptions with(Embedded texts) {
    return new RenderOptions(format, width, texts);
  }

  /**
   * Texts kept inside the file: PNG text chunks, a JPEG or GIF comment. An empty one is left out.
   *
   * @param alt what the picture shows, for those who cannot see it
   * @param topic what the meme is about
   * @param software who drew it: {@code memenem 0.1.0}
   * @param page a page about the template
   */
  public record Embedded(String alt, String topic, String software, String page) {
    public static final Embedded NOTHING = new Embedded("", "", "", "");
  }
}
