package dev.memenem.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/**
 * An opaque picture that can be drawn on, white at first.
 *
 * <p>The codecs copy pixels in the order red, green, blue and convert every other one by one;
 * Java2D has fast loops for blue, green, red alone. So the pixels lie as the codecs want them, and
 * Java2D is told that they lie as it wants them: a {@link #pen} takes colours and pictures with red
 * and blue {@link #exchanged(Color)}.
 */
final class Canvas {
  private final int width;
  private final int height;
  private final byte[] rgb;

  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    rgb = new byte[3 * width * height];
    Arrays.fill(rgb, (byte) 0xff);
  }

  /** A picture of any kind, on white. */
  static Canvas of(BufferedImage image) {
    Canvas canvas = new Canvas(image.getWidth(), image.getHeight());
    Graphics2D pen = canvas.pen();
    pen.drawImage(image, 0, 0, null);
    pen.dispose();
    byte[] rgb = canvas.rgb;
    for (int i = 0; i < rgb.length; i += 3) {
      byte red = rgb[i + 2];
      rgb[i + 2] = rgb[i];
      rgb[i] = red;
    }
    return canvas;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Red, green and blue of every pixel, row by row; not a copy. */
  byte[] rgb() {
    return rgb;
  }

  /** The same pixels as an image with true colours. */
  BufferedImage image() {
    return image(0, 1, 2);
  }

  /** Draws with red and blue exchanged. */
  Graphics2D pen() {
    return image(2, 1, 0).createGraphics();
  }

  private BufferedImage image(int red, int green, int blue) {
    DataBufferByte pixels = new DataBufferByte(rgb, rgb.length);
    int[] order = {red, green, blue};
    WritableRaster raster =
        Raster.createInterleavedRaster(pixels, width, height, 3 * width, 3, order, null);
    ColorSpace colours = ColorSpace.getInstance(ColorSpace.CS_sRGB);
    return new BufferedImage(
        new ComponentColorModel(colours, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE),
        raster,
        false,
        null);
  }

  static Color exchanged(Color color) {
    return new Color(color.getBlue(), color.getGreen(), color.getRed());
  }

  /** A copy that a pen can draw. */
  static BufferedImage exchanged(BufferedImage image) {
    int w = image.getWidth();
    int h = image.getHeight();
    int[] pixels = image.getRGB(0, 0, w, h, null, 0, w);
    for (int i = 0; i < pixels.length; i++) {
      int p = pixels[i];
      pixels[i] = p & 0xff00ff00 | (p & 0xff) << 16 | p >> 16 & 0xff;
    }
    BufferedImage copy = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
    copy.setRGB(0, 0, w, h, pixels, 0, w);
    return copy;
  }

  /** Takes the pixels of another of the same size. */
  void copy(Canvas other) {
    System.arraycopy(other.rgb, 0, rgb, 0, rgb.length);
  }

  /** Of exactly this size; made smaller by halves, so that nothing is skipped. */
  Canvas scaled(int width, int height) {
    Canvas from = this;
    while (from.width >= 2 * width && from.height >= 2 * height) {
      from = from.stretched(Math.max(width, from.width / 2), Math.max(height, from.height / 2));
    }
    return from.width == width && from.height == height ? from : from.stretched(width, height);
  }

  private Canvas stretched(int width, int height) {
    Canvas out = new Canvas(width, height);
    Graphics2D pen = out.pen();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION,
        width > this.width
            ? RenderingHints.VALUE_INTERPOLATION_BICUBIC
            : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(image(2, 1, 0), 0, 0, width, height, null);
    pen.dispose();
    return out;
  }

  /** Turned and mirrored; {@code sideways} when width and height change places. */
  Canvas turned(AffineTransform turn, boolean sideways) {
    Canvas out = new Canvas(sideways ? height : width, sideways ? width : height);
    Graphics2D pen = out.pen();
    pen.drawImage(image(2, 1, 0), turn, null);
    pen.dispose();
    return out;
  }

  Pixels pixels() {
    int[] all = new int[width * height];
    for (int i = 0, at = 0; i < all.length; i++, at += 3) {
      all[i] = (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | rgb[at + 2] & 0xff;
    }
    return new Pixels(width, height, all);
  }
}
