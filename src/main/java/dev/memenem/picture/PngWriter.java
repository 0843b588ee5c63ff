package dev.memenem.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes opaque pictures as PNG with international text chunks. Several times faster than Java's
 * own writer, and without its start-up.
 */
final class PngWriter {
  /** Between size and time: 6 takes twice as long for files 3 % smaller. */
  private static final int LEVEL = 4;

  private final ByteArrayOutputStream out;

  private PngWriter(int expected) {
    out = new ByteArrayOutputStream(expected);
  }

  static byte[] write(Canvas canvas, RenderOptions.Embedded texts) {
    int width = canvas.width();
    int height = canvas.height();
    PngWriter writer = new PngWriter(width * height / 2 + 1000);
    writer.out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(width).putInt(height).put((byte) 8).put((byte) 2);
    writer.chunk("IHDR", header.array(), 13);
    writer.text("Description", texts.alt());
    writer.text("Title", texts.topic());
    writer.text("Software", texts.software());
    writer.text("Source", texts.page());
    writer.pixels(canvas.rgb(), 3 * width, height);
    writer.chunk("IEND", new byte[0], 0);
    return writer.out.toByteArray();
  }

  private void text(String keyword, String text) {
    if (!text.isEmpty()) {
      ByteArrayOutputStream chunk = new ByteArrayOutputStream();
      chunk.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
      // not compressed, no language, no translated keyword
      chunk.writeBytes(new byte[5]);
      chunk.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      chunk(("iTXt"), chunk.toByteArray(), chunk.size());
    }
  }

  private void pixels(byte[] rgb, int stride, int height) {
    Deflater deflater = new Deflater(LEVEL);
    try {
      byte[] line = new byte[stride + 1];
      byte[] other = new byte[stride + 1];
      byte[] packed = new byte[64 * 1024];
      int filled = 0;
      for (int y = 0; y < height; y++) {
        deflater.setInput(filtered(rgb, y * stride, line, other));
        if (y == height - 1) {
          deflater.finish();
        }
        while (true) {
          int count = deflater.deflate(packed, filled, packed.length - filled);
          filled += count;
          if (filled == packed.length) {
            chunk("IDAT", packed, filled);
            filled = 0;
          } else {
            break;
          }
        }
      }
      if (filled > 0) {
        chunk("IDAT", packed, filled);
      }
    } finally {
      deflater.end();
    }
  }

  /** The better of the filters Up and Sub for a row: that with the smaller differences. */
  private static byte[] filtered(byte[] rgb, int from, byte[] up, byte[] sub) {
    int stride = up.length - 1;
    int ups = 0;
    int subs = 0;
    up[0] = 2;
    sub[0] = 1;
    for (int i = 0; i < stride; i++) {
      byte here = rgb[from + i];
      byte u = from == 0 ? here : (byte) (here - rgb[from + i - stride]);
      byte s = i < 3 ? here : (byte) (here - rgb[from + i - 3]);
      up[i + 1] = u;
      sub[i + 1] = s;
      ups += Math.abs(u);
      subs += Math.abs(s);
    }
    return ups <= subs ? up : sub;
  }

  private void chunk(String type, byte[] data, int length) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data, 0, length);
    out.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
    out.writeBytes(name);
    out.write(data, 0, length);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}
