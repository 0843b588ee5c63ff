package dev.memenem.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Collects a body while it arrives and stops at a cap. Not thread safe. */
public final class BodyLimit {
  private final int maxBytes;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public BodyLimit(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * @return false when the body is longer than the cap: nothing was kept of this piece
   */
  public boolean add(ByteBuffer piece) {
    if ((long) bytes.size() + piece.remaining() > maxBytes) {
      return false;
    }
    byte[] copy = new byte[piece.remaining()];
    piece.get(copy);
    bytes.write(copy, 0, copy.length);
    return true;
  }

  public byte[] body() {
    return bytes.toByteArray();
  }
}
