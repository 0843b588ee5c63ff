package dev.memenem.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes JPEG through Java's own encoder and puts a comment behind its header. */
final class JpegWriter {
  /** Letters keep clean edges; 0.75, the encoder's default, shows rings around them. */
  private static final float QUALITY = 0.9f;

  private static final int LONGEST_COMMENT = 60_000;

  private JpegWriter() {}

  static byte[] write(Canvas canvas, RenderOptions.Embedded texts) {
    ImageIO.setUseCache(false);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream(canvas.width() * canvas.height() / 4 + 1000);
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(canvas.image(), null, null), how);
    } catch (IOException e) {
      throw new PictureException("the JPEG cannot be written", e);
    } finally {
      writer.dispose();
    }
    return commented(bytes.toByteArray(), Comment.of(texts));
  }

  private static byte[] commented(byte[] jpeg, String comment) {
    if (comment.isEmpty()) {
      return jpeg;
    }
    byte[] text = comment.getBytes(StandardCharsets.UTF_8);
    text = Arrays.copyOf(text, Math.min(text.length, LONGEST_COMMENT));
    int behind = 2;
    if ((jpeg[2] & 0xff) == 0xff && (jpeg[3] & 0xff) == 0xe0) {
      behind += 2 + ((jpeg[4] & 0xff) << 8 | jpeg[5] & 0xff);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + text.length + 4);
    out.write(jpeg, 0, behind);
    out.write(0xff);
    out.write(0xfe);
    out.write((text.length + 2) >> 8);
    out.write(text.length + 2);
    out.writeBytes(text);
    out.write(jpeg, behind, jpeg.length - behind);
    return out.toByteArray();
  }
}
