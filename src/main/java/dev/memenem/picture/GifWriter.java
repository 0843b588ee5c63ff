package dev.memenem.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes GIF, one frame or many, each with its own palette. Frames are added one by one, so that
 * only one is in memory.
 */
final class GifWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
  private final int width;
  private final int height;

  GifWriter(int width, int height, boolean animated, RenderOptions.Embedded texts) {
    this.width = width;
    this.height = height;
    out.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
    u16(width);
    u16(height);
    out.writeBytes(new byte[] {0x70, 0, 0});
    if (animated) {
      out.writeBytes(new byte[] {0x21, (byte) 0xff, 11});
      out.writeBytes("NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII));
      out.writeBytes(new byte[] {3, 1, 0, 0, 0});
    }
    String comment = Comment.of(texts);
    if (!comment.isEmpty()) {
      out.writeBytes(new byte[] {0x21, (byte) 0xfe});
      blocks(comment.getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * @param delay hundredths of a second
   */
  void frame(Canvas canvas, int delay) {
    int[] rgb = canvas.pixels().rgb();
    Palette palette = Palette.of(rgb);
    out.writeBytes(new byte[] {0x21, (byte) 0xf9, 4, 4});
    u16(delay);
    out.writeBytes(new byte[] {0, 0, 0x2c, 0, 0, 0, 0});
    u16(width);
    u16(height);
    out.write(0x87);
    out.writeBytes(palette.table());
    out.write(8);
    blocks(Lzw.pack(palette.indexed(rgb, width)));
  }

  byte[] finish() {
    out.write(0x3b);
    return out.toByteArray();
  }

  private void blocks(byte[] data) {
    for (int at = 0; at < data.length; at += 255) {
      int length = Math.min(255, data.length - at);
      out.write(length);
      out.write(data, at, length);
    }
    out.write(0);
  }

  private void u16(int value) {
    out.write(value);
    out.write(value >> 8);
  }

  /** GIF's packing of bytes. */
  private static final class Lzw {
    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int MOST = 4096;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int bits;
    private int count;

    static byte[] pack(byte[] data) {
      Lzw lzw = new Lzw();
      short[] next = new short[MOST * 256];
      int codes = END + 1;
      int size = 9;
      lzw.write(CLEAR, size);
      int prefix = data[0] & 0xff;
      for (int i = 1; i < data.length; i++) {
        int value = data[i] & 0xff;
        int known = next[prefix << 8 | value];
        if (known != 0) {
          prefix = known;
          continue;
        }
        lzw.write(prefix, size);
        if (codes < MOST) {
          next[prefix << 8 | value] = (short) codes;
          if (codes == 1 << size && size < 12) {
            size++;
          }
          codes++;
        } else {
          lzw.write(CLEAR, size);
          java.util.Arrays.fill(next, (short) 0);
          codes = END + 1;
          size = 9;
        }
        prefix = value;
      }
      lzw.write(prefix, size);
      lzw.write(END, size);
      if (lzw.count > 0) {
        lzw.out.write(lzw.bits);
      }
      return lzw.out.toByteArray();
    }

    private void write(int code, int size) {
      bits |= code << count;
      count += size;
      while (count >= 8) {
        out.write(bits);
        bits >>>= 8;
        count -= 8;
      }
    }
  }
}
