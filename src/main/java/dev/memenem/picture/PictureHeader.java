package dev.memenem.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What a picture's bytes say of themselves, read without decoding a pixel. Everything that could
 * hurt a decoder, or come out wrong, is refused here.
 *
 * @param type told from the bytes, never from a name
 * @param width pixels as stored
 * @param height pixels as stored
 * @param frames 1 unless animated
 * @param orientation of EXIF, 1 to 8; 1 is upright
 * @param grey a JPEG without colours
 */
record PictureHeader(Type type, int width, int height, int frames, int orientation, boolean grey) {
  /** Largest picture in pixels. */
  static final long MOST_PIXELS = 40_000_000;

  /** Largest picture in bytes. */
  static final int MOST_BYTES = 10 * 1024 * 1024;

  /** Longest side: what the formats and Java's arrays take. */
  private static final int LONGEST_SIDE = 30_000;

  /** All frames of an animation together, in pixels. */
  private static final long MOST_ANIMATED_PIXELS = 400_000_000;

  enum Type {
    PNG,
    JPEG,
    GIF
  }

  /** Sides count as they are seen, turned by the orientation. */
  boolean turned() {
    return orientation >= 5;
  }

  /**
   * Checks a picture.
   *
   * @throws PictureException saying in one line what is wrong with it
   */
  static PictureHeader read(byte[] bytes) {
    if (bytes.length == 0) {
      throw new PictureException("the picture is empty (0 bytes)");
    }
    if (bytes.length > MOST_BYTES) {
      throw new PictureException("the picture is larger than 10 MB");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      PictureHeader header = sniffed(in);
      if (header.width < 1 || header.height < 1) {
        throw new PictureException("the picture has no pixels");
      }
      long pixels = (long) header.width * header.height;
      if (pixels > MOST_PIXELS || Math.max(header.width, header.height) > LONGEST_SIDE) {
        throw new PictureException(
            "the picture has %d × %d pixels; at most 40 megapixels are read"
                .formatted(header.width & 0xffffffffL, header.height & 0xffffffffL));
      }
      if (pixels * header.frames > MOST_ANIMATED_PIXELS) {
        throw new PictureException(
            "the animation has %d frames of %d × %d pixels; that is too much"
                .formatted(header.frames, header.width, header.height));
      }
      return header;
    } catch (IndexOutOfBoundsException e) {
      throw new PictureException("the picture is cut off or damaged", e);
    }
  }

  private static PictureHeader sniffed(ByteBuffer in) {
    String start = text(in, 0, Math.min(in.limit(), 400));
    if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
      return png(in);
    }
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return jpeg(in);
    }
    if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
      return gif(in);
    }
    throw new PictureException(foreign(start) + "; PNG, JPEG and GIF are read");
  }

  private static String foreign(String start) {
    String lower = start.stripLeading().toLowerCase(java.util.Locale.ROOT);
    if (lower.contains("<svg")) {
      return "SVG drawings are not read";
    }
    if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
      return "that is a web page, not a picture";
    }
    if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
      return "WebP pictures are not read";
    }
    if (start.startsWith("ftypavif", 4)) {
      return "AVIF pictures are not read";
    }
    return "that is no picture";
  }

  private static PictureHeader png(ByteBuffer in) {
    if (!text(in, 12, 4).equals("IHDR")) {
      throw new PictureException("the PNG is damaged");
    }
    int width = in.getInt(16);
    int height = in.getInt(20);
    long at = 8;
    boolean data = false;
    while (true) {
      int length = in.getInt((int) at);
      String type = text(in, (int) at + 4, 4);
      if (length < 0 || at + 12L + length > in.limit()) {
        throw new PictureException("the PNG is cut off");
      }
      data |= type.equals("IDAT");
      if (type.equals("IEND")) {
        break;
      }
      at += 12L + length;
    }
    if (!data) {
      throw new PictureException("the PNG has no pixels");
    }
    return new PictureHeader(Type.PNG, width, height, 1, 1, false);
  }

  private static PictureHeader jpeg(ByteBuffer in) {
    int width = 0;
    int height = 0;
    int colours = 0;
    int orientation = 1;
    boolean scan = false;
    int at = 2;
    while (true) {
      if (at + 1 >= in.limit()) {
        throw new PictureException("the JPEG is cut off");
      }
      if (u8(in, at) != 0xff) {
        throw new PictureException("the JPEG is damaged");
      }
      int marker = u8(in, at + 1);
      if (marker == 0xff) {
        at++;
        continue;
      }
      if (marker == 0xd9) {
        break;
      }
      if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
        at += 2;
        continue;
      }
      int length = u16(in, at + 2);
      if (isFrame(marker)) {
        if (marker > 0xc2) {
          throw new PictureException("the JPEG is of a rare kind that is not read");
        }
        if (u8(in, at + 4) != 8) {
          throw new PictureException("the JPEG has more than 8 bits a colour; that is not read");
        }
        if (width != 0) {
          throw new PictureException("the JPEG is damaged");
        }
        height = u16(in, at + 5);
        width = u16(in, at + 7);
        colours = u8(in, at + 9);
        if (colours != 1 && colours != 3) {
          throw new PictureException(
              "the JPEG has the colours of a printing press (CMYK); save it as RGB");
        }
      } else if (marker == 0xe1 && length > 8 && text(in, at + 4, 4).equals("Exif")) {
        orientation = orientation(in, at + 10, Math.min(in.limit(), at + 2 + length));
      }
      at += 2 + length;
      if (marker == 0xda) {
        scan = true;
        at = behindScan(in, at);
      }
    }
    if (!scan || width == 0) {
      throw new PictureException("the JPEG has no pixels");
    }
    return new PictureHeader(Type.JPEG, width, height, 1, orientation, colours == 1);
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  /** Entropy-coded data ends at the first marker that is no stuffing and no restart. */
  private static int behindScan(ByteBuffer in, int from) {
    byte[] bytes = in.array();
    int last = bytes.length - 1;
    for (int at = from; at < last; at++) {
      if (bytes[at] == (byte) 0xff) {
        int marker = bytes[at + 1] & 0xff;
        if (marker != 0 && (marker < 0xd0 || marker > 0xd7)) {
          return at;
        }
      }
    }
    throw new PictureException("the JPEG is cut off");
  }

  /** The tag 0x112 of the first directory; anything odd counts as upright. */
  private static int orientation(ByteBuffer in, int tiff, int end) {
    try {
      ByteBuffer exif = in.duplicate();
      exif.order(u8(in, tiff) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = Math.addExact(tiff, exif.getInt(tiff + 4));
      int entries = Short.toUnsignedInt(exif.getShort(directory));
      for (int i = 0; i < entries && directory + 14 + 12 * i <= end; i++) {
        int entry = directory + 2 + 12 * i;
        if (Short.toUnsignedInt(exif.getShort(entry)) == 0x112) {
          int value = exif.getShort(entry + 8);
          return value >= 1 && value <= 8 ? value : 1;
        }
      }
    } catch (IndexOutOfBoundsException | ArithmeticException e) {
      return 1;
    }
    return 1;
  }

  private static PictureHeader gif(ByteBuffer in) {
    int width = le16(in, 6);
    int height = le16(in, 8);
    int at = 13 + colours(u8(in, 10));
    int frames = 0;
    while (true) {
      int block = u8(in, at);
      if (block == 0x3b) {
        break;
      } else if (block == 0x21) {
        at = behindBlocks(in, at + 2);
      } else if (block == 0x2c) {
        if (le16(in, at + 1) + le16(in, at + 5) > width
            || le16(in, at + 3) + le16(in, at + 7) > height) {
          throw new PictureException("the GIF has a frame larger than itself");
        }
        frames++;
        at = behindBlocks(in, at + 10 + colours(u8(in, at + 9)) + 1);
      } else {
        throw new PictureException("the GIF is damaged");
      }
    }
    if (frames == 0) {
      throw new PictureException("the GIF has no pixels");
    }
    return new PictureHeader(Type.GIF, width, height, frames, 1, false);
  }

  private static int colours(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private static int behindBlocks(ByteBuffer in, int from) {
    int at = from;
    while (u8(in, at) != 0) {
      at += 1 + u8(in, at);
    }
    return at + 1;
  }

  private static String text(ByteBuffer in, int at, int length) {
    byte[] bytes = new byte[length];
    in.get(at, bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static int u8(ByteBuffer in, int at) {
    return in.get(at) & 0xff;
  }

  private static int u16(ByteBuffer in, int at) {
    return in.getShort(at) & 0xffff;
  }

  private static int le16(ByteBuffer in, int at) {
    return u8(in, at) | u8(in, at + 1) << 8;
  }
}
