package dev.memenem.picture;

import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.Function;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A checked picture, decoded only when it is drawn, and then once for each width. Thread safe. */
public final class Picture {
  static {
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
  }

  /** Of a picture with more pixels some are left out when only a small copy is wanted. */
  private static final int LARGE = 4_000_000;

  private final byte[] bytes;
  private final PictureHeader header;
  private Canvas decoded;
  private Canvas copy;

  private Picture(byte[] bytes, PictureHeader header) {
    this.bytes = bytes;
    this.header = header;
  }

  /**
   * Checks a picture without decoding it.
   *
   * @throws PictureException saying in one line what is wrong with it
   */
  public static Picture read(byte[] bytes) {
    return new Picture(bytes, PictureHeader.read(bytes));
  }

  /** Pixels from left to right as people see it. */
  public int width() {
    return header.turned() ? header.height() : header.width();
  }

  /** Pixels from top to bottom as people see it. */
  public int height() {
    return header.turned() ? header.width() : header.height();
  }

  public boolean animated() {
    return header.frames() > 1;
  }

  /** The file as it came; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** {@code image/png}, {@code image/jpeg} or {@code image/gif}, told from the bytes. */
  public String mediaType() {
    return "image/" + header.type().name().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * A small copy that fits.
   *
   * @throws PictureException when it cannot be decoded
   */
  public Pixels pixels(int mostWidth, int mostHeight) {
    double scale =
        Math.min(1, Math.min((double) mostWidth / width(), (double) mostHeight / height()));
    int w = Math.max(1, (int) Math.round(width() * scale));
    int h = Math.max(1, (int) Math.round(height() * scale));
    return canvas(w).pixels();
  }

  /**
   * The first frame, upright, on white, and of this width. The same canvas is given again: it is
   * not to be drawn on.
   */
  synchronized Canvas canvas(int width) {
    if (decoded == null || decoded.width() != width) {
      decoded = null;
      copy = null;
      decoded = upright(first(width)).scaled(width, heightAt(width));
    }
    return decoded;
  }

  /**
   * Lends a copy of {@link #canvas} to be drawn on, to one after the other.
   *
   * @param draw may keep nothing of it
   */
  synchronized byte[] drawn(int width, Function<Canvas, byte[]> draw) {
    Canvas blank = canvas(width);
    if (copy == null) {
      copy = new Canvas(blank.width(), blank.height());
    }
    copy.copy(blank);
    return draw.apply(copy);
  }

  /** The height that goes with a width. */
  int heightAt(int width) {
    return (int) Math.max(1, Math.round((double) height() * width / width()));
  }

  /** Frames of an animation at its own size. */
  Frames frames() throws IOException {
    return new Frames(reader(), header.width(), header.height(), header.frames());
  }

  private Canvas first(int width) {
    ImageReader reader = null;
    try {
      reader = reader();
      if (header.type() == PictureHeader.Type.GIF) {
        return Canvas.of(Frames.first(reader, header.width(), header.height()));
      }
      ImageReadParam how = reader.getDefaultReadParam();
      boolean large = (long) width() * height() > LARGE;
      int every = large ? Math.max(1, Math.min(width() / width, 16) / 2) : 1;
      how.setSourceSubsampling(every, every, 0, 0);
      if (header.type() != PictureHeader.Type.JPEG || header.grey()) {
        return Canvas.of(reader.read(0, how));
      }
      Canvas canvas = new Canvas(shrunk(header.width(), every), shrunk(header.height(), every));
      how.setDestination(canvas.image());
      reader.read(0, how);
      return canvas;
    } catch (IOException | RuntimeException e) {
      throw new PictureException("the picture is damaged and cannot be decoded", e);
    } finally {
      if (reader != null) {
        reader.dispose();
      }
    }
  }

  private static int shrunk(int side, int every) {
    return (side + every - 1) / every;
  }

  private ImageReader reader() {
    ImageIO.setUseCache(false);
    Iterator<ImageReader> readers =
        ImageIO.getImageReadersByFormatName(
            header.type().name().toLowerCase(java.util.Locale.ROOT));
    if (!readers.hasNext()) {
      throw new PictureException("this Java cannot read " + header.type() + " pictures");
    }
    ImageReader reader = readers.next();
    ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
    reader.setInput(
        in, header.type() != PictureHeader.Type.GIF, header.type() != PictureHeader.Type.GIF);
    return reader;
  }

  /** Turned and mirrored as EXIF says. */
  private Canvas upright(Canvas canvas) {
    if (header.orientation() == 1) {
      return canvas;
    }
    int w = canvas.width();
    int h = canvas.height();
    AffineTransform turn =
        switch (header.orientation()) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
          default -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
    return canvas.turned(turn, header.turned());
  }
}
