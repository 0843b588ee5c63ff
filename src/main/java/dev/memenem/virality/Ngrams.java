package dev.memenem.virality;

import java.util.Arrays;

/**
 * Counts of hashed pieces of a caption: each bucket once, valued log(1 + count), of unit length all
 * together.
 */
final class Ngrams {
  private static final float[] LOG = new float[64];

  static {
    for (int i = 0; i < LOG.length; i++) {
      LOG[i] = (float) StrictMath.log1p(i);
    }
  }

  private int[] bucket;
  private float[] value;
  private int size;

  Ngrams() {
    bucket = new int[512];
  }

  /** Words and pairs of neighbouring words. */
  static Ngrams words(CaptionText caption, int bits) {
    Ngrams found = new Ngrams();
    for (int t = 0; t < caption.tokens(); t++) {
      found.add(single(caption, t, bits));
      if (t > 0) {
        found.add(pair(caption, t, bits));
      }
    }
    return found.counted();
  }

  static int single(CaptionText caption, int token, int bits) {
    return Hashing.finish(caption.hash(token)) >>> (32 - bits);
  }

  /** The pair that ends with this token. */
  static int pair(CaptionText caption, int token, int bits) {
    return Hashing.finish(Hashing.join(caption.hash(token - 1), caption.hash(token)))
        >>> (32 - bits);
  }

  /** Runs of two to five characters inside what blanks part, its two blanks included. */
  static Ngrams characters(CaptionText caption, int bits) {
    Ngrams found = new Ngrams();
    int n = caption.length();
    for (int from = -1; from < n; from++) {
      int hash = Hashing.step(7, from < 0 ? ' ' : caption.at(from));
      for (int i = from + 1; i <= n && i < from + 5; i++) {
        char c = i < n ? caption.at(i) : ' ';
        hash = Hashing.step(hash, c);
        found.add(Hashing.finish(hash) >>> (32 - bits));
        if (c == ' ') {
          break;
        }
      }
    }
    return found.counted();
  }

  /** The single words, apart for each template. */
  static Ngrams wordsOn(CaptionText caption, long template, int bits) {
    Ngrams found = new Ngrams();
    int salt = Hashing.finish(Long.hashCode(template) + 0x51ed270b);
    for (int t = 0; t < caption.tokens(); t++) {
      found.add(Hashing.finish(Hashing.join(salt, caption.hash(t))) >>> (32 - bits));
    }
    return found.counted();
  }

  /** The value of a bucket, 0 when the caption has nothing in it. */
  float valueOf(int wanted) {
    for (int i = 0; i < size; i++) {
      if (bucket[i] == wanted) {
        return value[i];
      }
    }
    return 0;
  }

  /** What the runs of characters that begin here are worth. */
  double piecesFrom(CaptionText caption, int from, Weights.Table table) {
    double sum = 0;
    int n = caption.length();
    int hash = Hashing.step(7, from < 0 ? ' ' : caption.at(from));
    for (int i = from + 1; i <= n && i < from + 5; i++) {
      char c = i < n ? caption.at(i) : ' ';
      hash = Hashing.step(hash, c);
      int found = Hashing.finish(hash) >>> (32 - table.bits());
      sum += valueOf(found) * table.weight(found);
      if (c == ' ') {
        break;
      }
    }
    return sum;
  }

  int size() {
    return size;
  }

  int bucket(int i) {
    return bucket[i];
  }

  float value(int i) {
    return value[i];
  }

  private void add(int index) {
    if (size == bucket.length) {
      bucket = Arrays.copyOf(bucket, 2 * size);
    }
    bucket[size++] = index;
  }

  /** Counts in place: each bucket once, in the order of first appearance. */
  private Ngrams counted() {
    int slots = Integer.highestOneBit(Math.max(8, size)) * 4;
    int[] place = new int[slots];
    int[] count = new int[size];
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      int wanted = bucket[i];
      int slot = wanted & (slots - 1);
      while (place[slot] != 0 && bucket[place[slot] - 1] != wanted) {
        slot = (slot + 1) & (slots - 1);
      }
      if (place[slot] == 0) {
        bucket[distinct] = wanted;
        place[slot] = ++distinct;
      }
      count[place[slot] - 1]++;
    }
    size = distinct;
    value = new float[size];
    float squares = 0;
    for (int i = 0; i < size; i++) {
      value[i] = LOG[Math.min(count[i], LOG.length - 1)];
      squares += value[i] * value[i];
    }
    float norm = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
    for (int i = 0; i < size; i++) {
      value[i] *= norm;
    }
    return this;
  }
}
