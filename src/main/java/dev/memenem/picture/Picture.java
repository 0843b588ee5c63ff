package dev.memenem.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
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

  private final byte[] bytes;
  private final PictureHeader header;
  private BufferedImage decoded;

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
    BufferedImage small = scaled(image(w), w, h);
    return new Pixels(w, h, small.getRGB(0, 0, w, h, null, 0, w));
  }

  /**
   * The first frame, upright, opaque, and of this width. The same image may be given again: it is
   * not to be drawn on.
   */
  synchronized BufferedImage image(int width) {
    int height = heightAt(width);
    if (decoded == null || decoded.getWidth() != width) {
      decoded = null;
      decoded = scaled(upright(first(width)), width, height);
    }
    return decoded;
  }

  /** The height that goes with a width. */
  int heightAt(int width) {
    return (int) Math.max(1, Math.round((double) height() * width / width()));
  }

  /** Frames of an animation at its own size. */
  Frames frames() throws IOException {
    return new Frames(reader(), header.width(), header.height(), header.frames());
  }

  private BufferedImage first(int width) {
    ImageReader reader = null;
    try {
      reader = reader();
      ImageReadParam how = reader.getDefaultReadParam();
      int every = Math.max(1, Math.min(width() / width, 16) / 2);
      how.setSourceSubsampling(every, every, 0, 0);
      BufferedImage image = reader.read(0, how);
      if (header.type() == PictureHeader.Type.GIF) {
        how.setSourceSubsampling(1, 1, 0, 0);
        image = Frames.first(reader, header.width(), header.height());
      }
      return image;
    } catch (IOException | RuntimeException e) {
      throw new PictureException("the picture is damaged and cannot be decoded", e);
    } finally {
      if (reader != null) {
        reader.dispose();
      }
    }
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
  private BufferedImage upright(BufferedImage image) {
    if (header.orientation() == 1) {
      return image;
    }
    int w = image.getWidth();
    int h = image.getHeight();
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
    BufferedImage out = opaque(header.turned() ? h : w, header.turned() ? w : h);
    Graphics2D g = out.createGraphics();
    g.drawImage(image, turn, null);
    g.dispose();
    return out;
  }

  /** A canvas without transparency, white, in the layout that the JPEG codecs need not convert. */
  static BufferedImage opaque(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Arrays.fill(bytes(image), (byte) 0xff);
    return image;
  }

  /** Blue, green and red of every pixel, row by row, of a {@link #opaque} picture. */
  static byte[] bytes(BufferedImage image) {
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }

  /** True when {@link #bytes} can be had: such a picture, and no part of a larger one. */
  private static boolean isOpaque(BufferedImage image) {
    return image.getType() == BufferedImage.TYPE_3BYTE_BGR
        && image.getRaster().getParent() == null
        && bytes(image).length == 3 * image.getWidth() * image.getHeight();
  }

  /** On white, of exactly this size; made smaller by halves, so that nothing is skipped. */
  static BufferedImage scaled(BufferedImage image, int width, int height) {
    BufferedImage from = image;
    while (from.getWidth() >= 2 * width && from.getHeight() >= 2 * height) {
      from =
          drawn(from, Math.max(width, from.getWidth() / 2), Math.max(height, from.getHeight() / 2));
    }
    boolean same = from.getWidth() == width && from.getHeight() == height && isOpaque(from);
    return same ? from : drawn(from, width, height);
  }

  private static BufferedImage drawn(BufferedImage image, int width, int height) {
    BufferedImage out = opaque(width, height);
    Graphics2D g = out.createGraphics();
    if (image.getWidth() != width || image.getHeight() != height) {
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION,
          width > image.getWidth()
              ? RenderingHints.VALUE_INTERPOLATION_BICUBIC
              : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }
    g.drawImage(image, 0, 0, width, height, null);
    g.dispose();
    return out;
  }
}
