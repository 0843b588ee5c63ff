package dev.memenem.virality;

/**
 * The hash of words and pieces of words; fixed for ever, because the weights were learnt with it.
 */
final class Hashing {
  private Hashing() {}

  static int step(int hash, char c) {
    return (hash ^ c) * 0x01000193 + 0x3c6ef372;
  }

  static int join(int first, int second) {
    return Integer.rotateLeft(first * 0x2c1b3c6d, 13) ^ second * 0x297a2d39;
  }

  /** Spreads every bit over the whole number: MurmurHash3's last step. */
  static int finish(int hash) {
    int h = hash;
    h ^= h >>> 16;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    h *= 0xc2b2ae35;
    return h ^ h >>> 16;
  }
}
