package dev.memenem.picture;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import javax.imageio.ImageReader;
import org.w3c.dom.Node;

/**
 * The frames of an animated GIF as they are seen: each is laid over those before it as the file
 * says. One at a time, so that a long animation needs no more memory than a short one.
 */
final class Frames implements Iterator<Frames.Frame>, AutoCloseable {
  /**
   * @param image the whole picture at this moment; the next call may draw over it
   * @param delay hundredths of a second
   */
  record Frame(BufferedImage image, int delay) {}

  private final ImageReader reader;
  private final int count;
  private final BufferedImage canvas;
  private int next;
  private Runnable dispose = () -> {};

  Frames(ImageReader reader, int width, int height, int count) {
    this.reader = reader;
    this.count = count;
    canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
  }

  static BufferedImage first(ImageReader reader, int width, int height) throws IOException {
    return new Frames(reader, width, height, 1).read().image();
  }

  @Override
  public boolean hasNext() {
    return next < count;
  }

  @Override
  public Frame next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      return read();
    } catch (IOException | RuntimeException e) {
      throw new PictureException("the animation is damaged and cannot be decoded", e);
    }
  }

  private Frame read() throws IOException {
    dispose.run();
    BufferedImage part = reader.read(next);
    Node tree = reader.getImageMetadata(next).getAsTree("javax_imageio_gif_image_1.0");
    next++;
    int x = number(tree, "ImageDescriptor", "imageLeftPosition");
    int y = number(tree, "ImageDescriptor", "imageTopPosition");
    int delay = number(tree, "GraphicControlExtension", "delayTime");
    String disposal = text(tree, "GraphicControlExtension", "disposalMethod");
    int w = Math.min(part.getWidth(), canvas.getWidth() - x);
    int h = Math.min(part.getHeight(), canvas.getHeight() - y);
    if (disposal.equals("restoreToBackgroundColor")) {
      dispose = () -> clear(x, y, w, h);
    } else if (disposal.equals("restoreToPrevious")) {
      int[] before = canvas.getRGB(x, y, w, h, null, 0, w);
      dispose = () -> canvas.setRGB(x, y, w, h, before, 0, w);
    } else {
      dispose = () -> {};
    }
    Graphics2D g = canvas.createGraphics();
    g.drawImage(part, x, y, null);
    g.dispose();
    return new Frame(canvas, delay);
  }

  private void clear(int x, int y, int w, int h) {
    Graphics2D g = canvas.createGraphics();
    g.setComposite(AlphaComposite.Clear);
    g.fillRect(x, y, w, h);
    g.dispose();
  }

  private static int number(Node tree, String element, String attribute) {
    String text = text(tree, element, attribute);
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  private static String text(Node tree, String element, String attribute) {
    for (Node child = tree.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeName().equals(element)) {
        Node value = child.getAttributes().getNamedItem(attribute);
        return value == null ? "" : value.getNodeValue();
      }
    }
    return "";
  }

  @Override
  public void close() {
    reader.dispose();
  }
}
