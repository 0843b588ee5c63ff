package dev.memenem.virality;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What the trainer learnt. Tables hold one small number a bucket, so no word of the training data
 * can be read out of them.
 *
 * @param version names the model; scores of different versions are not comparable
 * @param base raw score of a caption of which nothing speaks for or against
 * @param words weights of words and pairs of words
 * @param characters weights of pieces of words
 * @param templateWords weights of words on one template
 * @param hand the dense features
 * @param everywhere what is usual over all templates, scored without regard to the template
 * @param templates the templates known by name
 */
record Weights(
    String version,
    float base,
    Table words,
    Table characters,
    Table templateWords,
    Hand hand,
    Usual everywhere,
    List<Known> templates)
    implements Familiarity.Seen {
  private static final int MAGIC = 0x4d454d56;
  private static final int SCHEMA = 2;

  /**
   * @param step what one unit of a byte is worth, in points of percentile
   */
  record Table(int bits, float step, byte[] bytes) {
    float weight(int bucket) {
      return step * bytes[bucket];
    }

    /** Whether enough captions of the training data hold it. */
    boolean has(int bucket) {
      return bytes[bucket] != 0;
    }

    double sum(Ngrams ngrams) {
      double sum = 0;
      for (int i = 0; i < ngrams.size(); i++) {
        sum += ngrams.value(i) * bytes[ngrams.bucket(i)];
      }
      return step * sum;
    }
  }

  record Hand(float[] mean, float[] deviation, float[] weight) {
    /** The feature in deviations from its mean, at most four; 0 when it is unknown. */
    float standard(int feature, float value) {
      float d = deviation[feature];
      return Float.isNaN(value) || d == 0
          ? 0
          : Math.max(-4, Math.min(4, (value - mean[feature]) / d));
    }
  }

  /**
   * @param quantiles of raw scores in equal steps of rank, rising
   * @param wording mean contribution of the three tables
   * @param hand mean of each dense feature, standardised
   */
  record Usual(float[] quantiles, float wording, float[] hand) {}

  /**
   * @param slug as in the address of its page
   * @param number the site's number of the template
   * @param hand weights of the dense features on this template, besides those for all
   */
  record Known(String slug, long number, float[] hand, Usual usual) {}

  @Override
  public boolean word(int bucket) {
    return words.has(bucket);
  }

  @Override
  public boolean piece(int bucket) {
    return characters.has(bucket);
  }

  @Override
  public boolean wordOnTemplate(int bucket) {
    return templateWords.has(bucket);
  }

  static Weights read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC || in.readInt() != SCHEMA) {
      throw new IOException("not the weights of this version");
    }
    String version = in.readUTF();
    float base = in.readFloat();
    Table words = readTable(in);
    Table characters = readTable(in);
    Table templateWords = readTable(in);
    Hand hand = new Hand(readFloats(in), readFloats(in), readFloats(in));
    Usual everywhere = readUsual(in);
    List<Known> templates = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      templates.add(new Known(in.readUTF(), in.readLong(), readFloats(in), readUsual(in)));
    }
    return new Weights(
        version, base, words, characters, templateWords, hand, everywhere, List.copyOf(templates));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(SCHEMA);
    out.writeUTF(version);
    out.writeFloat(base);
    for (Table table : List.of(words, characters, templateWords)) {
      out.writeInt(table.bits());
      out.writeFloat(table.step());
      PackedTable.write(out, table.bytes());
    }
    writeFloats(out, hand.mean());
    writeFloats(out, hand.deviation());
    writeFloats(out, hand.weight());
    writeUsual(out, everywhere);
    out.writeInt(templates.size());
    for (Known known : templates) {
      out.writeUTF(known.slug());
      out.writeLong(known.number());
      writeFloats(out, known.hand());
      writeUsual(out, known.usual());
    }
  }

  private static Table readTable(DataInputStream in) throws IOException {
    int bits = in.readInt();
    float step = in.readFloat();
    return new Table(bits, step, PackedTable.read(in, 1 << bits));
  }

  private static Usual readUsual(DataInputStream in) throws IOException {
    return new Usual(readFloats(in), in.readFloat(), readFloats(in));
  }

  private static void writeUsual(DataOutputStream out, Usual usual) throws IOException {
    writeFloats(out, usual.quantiles());
    out.writeFloat(usual.wording());
    writeFloats(out, usual.hand());
  }

  private static float[] readFloats(DataInputStream in) throws IOException {
    float[] values = new float[in.readInt()];
    byte[] bytes = new byte[values.length * Float.BYTES];
    in.readFully(bytes);
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }

  private static void writeFloats(DataOutputStream out, float[] values) throws IOException {
    out.writeInt(values.length);
    for (float value : values) {
      out.writeFloat(value);
    }
  }
}
