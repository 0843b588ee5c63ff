package dev.memenem.virality;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The form of a table in the file: one bit a bucket for whether it has a weight, then the weights
 * there are. Most buckets have none, because pieces that hardly anybody wrote get none.
 */
final class PackedTable {
  private PackedTable() {}

  /**
   * @param bytes a multiple of eight of them
   */
  static void write(DataOutputStream out, byte[] bytes) throws IOException {
    byte[] present = new byte[bytes.length / 8];
    byte[] weights = new byte[bytes.length];
    int count = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != 0) {
        present[i >> 3] |= (byte) (1 << (i & 7));
        weights[count++] = bytes[i];
      }
    }
    out.write(present);
    out.write(weights, 0, count);
  }

  static byte[] read(DataInputStream in, int buckets) throws IOException {
    byte[] present = new byte[buckets / 8];
    in.readFully(present);
    int count = 0;
    for (byte eight : present) {
      count += Integer.bitCount(eight & 0xff);
    }
    byte[] weights = new byte[count];
    in.readFully(weights);
    byte[] bytes = new byte[buckets];
    int next = 0;
    for (int i = 0; i < present.length; i++) {
      for (int rest = present[i] & 0xff; rest != 0; rest &= rest - 1) {
        bytes[8 * i + Integer.numberOfTrailingZeros(rest)] = weights[next++];
      }
    }
    return bytes;
  }
}
