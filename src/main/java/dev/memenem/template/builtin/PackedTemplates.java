package dev.memenem.template.builtin;

import dev.memenem.template.Box;
import dev.memenem.template.LaterList;
import dev.memenem.template.Panel;
import dev.memenem.template.Panel.Align;
import dev.memenem.template.Panel.Look;
import dev.memenem.template.Template;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The catalogue as the program carries it: the same templates as in the readable files, one behind
 * another, panels and examples behind their size so that they can be left until somebody looks.
 * Made by the build of the program that reads it, and by no other: it has no versions.
 */
final class PackedTemplates {
  private final byte[] packed;

  PackedTemplates(byte[] packed) {
    this.packed = packed;
  }

  // --- what write puts there, list takes from there --------------------------------------------

  static byte[] pack(List<Template> templates) {
    Writer out = new Writer();
    out.number(templates.size());
    for (Template template : templates) {
      Template.Meaning meaning = template.meaning();
      out.text(template.id());
      out.text(template.name());
      out.text(template.source());
      out.optional(template.image().url());
      out.number(template.image().width());
      out.number(template.image().height());
      out.texts(meaning.otherNames());
      out.texts(meaning.tags());
      out.texts(meaning.characters());
      out.text(meaning.tone());
      out.text(meaning.situation());
      out.text(meaning.structure());
      out.text(meaning.page());
      Writer examples = new Writer();
      meaning.examples().forEach(examples::texts);
      out.later(meaning.examples().size(), examples);
      Writer panels = new Writer();
      template.panels().forEach(panel -> panel(panel, panels));
      out.later(template.panels().size(), panels);
      out.decimal(template.popularity());
    }
    return out.bytes();
  }

  private static void panel(Panel panel, Writer out) {
    out.text(panel.role());
    out.text(panel.guide());
    out.optional(panel.frame());
    out.number(panel.usualWords());
    out.number(panel.maxWords());
    out.number(panel.look().upper() ? 1 : 0);
    out.text(panel.look().color());
    out.number(panel.look().align().ordinal());
    Box box = panel.box();
    for (double side : new double[] {box.x(), box.y(), box.width(), box.height(), box.angle()}) {
      out.decimal(side);
    }
  }

  List<Template> list() {
    Reader in = new Reader(packed, 0);
    int count = in.number();
    List<Template> templates = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      templates.add(
          new Template(
              in.text(),
              in.text(),
              in.text(),
              new Template.Image(in.optional(), in.number(), in.number()),
              new Template.Meaning(
                  in.texts(),
                  in.texts(),
                  in.texts(),
                  in.text(),
                  in.text(),
                  in.text(),
                  in.text(),
                  in.later(Reader::texts)),
              in.later(PackedTemplates::panel),
              in.decimal()));
    }
    return templates;
  }

  private static Panel panel(Reader in) {
    return new Panel(
        in.text(),
        in.text(),
        in.optional(),
        in.number(),
        in.number(),
        new Look(in.number() == 1, in.text(), Align.values()[in.number()]),
        new Box(in.decimal(), in.decimal(), in.decimal(), in.decimal(), in.decimal()));
  }

  /** How one thing is read. */
  private interface Item<T> {
    T read(Reader in);
  }

  /** Whole numbers have 2 bytes, texts their UTF-8 behind its length. */
  private static final class Reader {
    private final byte[] bytes;
    private final ByteBuffer buffer;

    Reader(byte[] bytes, int from) {
      this.bytes = bytes;
      buffer = ByteBuffer.wrap(bytes);
      buffer.position(from);
    }

    int number() {
      return buffer.getShort();
    }

    double decimal() {
      return buffer.getDouble();
    }

    String text() {
      int length = number();
      int from = buffer.position();
      buffer.position(from + length);
      return new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    Optional<String> optional() {
      return number() == 0 ? Optional.empty() : Optional.of(text());
    }

    List<String> texts() {
      String[] texts = new String[number()];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = text();
      }
      return List.of(texts);
    }

    /** The items behind their number and their size, left for later. */
    <T> List<T> later(Item<T> item) {
      int count = number();
      int size = number();
      int from = buffer.position();
      buffer.position(from + size);
      return new LaterList<>(count, () -> items(count, new Reader(bytes, from), item));
    }

    private static <T> List<T> items(int count, Reader in, Item<T> item) {
      List<T> items = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        items.add(item.read(in));
      }
      return items;
    }
  }

  private static final class Writer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    byte[] bytes() {
      return bytes.toByteArray();
    }

    void number(int number) {
      if (number != (short) number) {
        throw new IllegalArgumentException(number + " does not fit into the packed catalogue");
      }
      try {
        out.writeShort(number);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void decimal(double decimal) {
      try {
        out.writeDouble(decimal);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void text(String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      number(utf8.length);
      bytes.writeBytes(utf8);
    }

    void optional(Optional<String> text) {
      number(text.isPresent() ? 1 : 0);
      text.ifPresent(this::text);
    }

    void texts(List<String> texts) {
      number(texts.size());
      texts.forEach(this::text);
    }

    void later(int count, Writer items) {
      number(count);
      number(items.bytes.size());
      bytes.writeBytes(items.bytes());
    }
  }
}
