package dev.memenem.picture;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a meme can be written as. */
public enum PictureFormat {
  PNG("image/png"),
  JPG("image/jpeg"),
  GIF("image/gif");

  private final String mediaType;

  PictureFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Its name on the command line and the extension of its files: {@code png}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String mediaType() {
    return mediaType;
  }

  /** Finds a format by name; {@code jpeg} is {@code jpg}. */
  public static Optional<PictureFormat> of(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(f -> f.id().equals(wanted) || (f == JPG && wanted.equals("jpeg")))
        .findFirst();
  }
}
