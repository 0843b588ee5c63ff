package dev.memenem.picture;

import java.util.List;

/**
 * A drawn meme.
 *
 * @param bytes the whole file
 * @param width pixels
 * @param height pixels
 * @param format what the bytes are
 * @param warnings lines for the user: a text that came out tiny, a character no font has
 */
public record RenderedMeme(
    byte[] bytes, int width, int height, PictureFormat format, List<String> warnings) {
  public RenderedMeme {
    warnings = List.copyOf(warnings);
  }
}
