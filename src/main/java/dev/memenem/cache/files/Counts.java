package dev.memenem.cache.files;

import java.nio.ByteBuffer;

/**
 * What a folder counts.
 *
 * @param bytes of all values, as far as known; counted anew when that seems too much
 */
record Counts(long hits, long misses, long bytes) {
  static final int SIZE = 24;

  Counts plus(long moreHits, long moreMisses, long moreBytes) {
    return new Counts(hits + moreHits, misses + moreMisses, bytes + moreBytes);
  }

  Counts withBytes(long counted) {
    return new Counts(hits, misses, counted);
  }

  ByteBuffer packed() {
    return ByteBuffer.allocate(SIZE).putLong(hits).putLong(misses).putLong(bytes).flip();
  }

  static Counts of(ByteBuffer packed) {
    return packed.remaining() < SIZE
        ? new Counts(0, 0, 0)
        : new Counts(packed.getLong(), packed.getLong(), packed.getLong());
  }
}
