package dev.memenem.art;

import static dev.memenem.art.Sketch.INK;
import static dev.memenem.art.Sketch.KRAFT;
import static dev.memenem.art.Sketch.KRAFT_DARK;
import static dev.memenem.art.Sketch.PAPER;
import static dev.memenem.art.Sketch.curve;
import static dev.memenem.art.Sketch.lines;
import static dev.memenem.art.Sketch.oval;
import static dev.memenem.art.Sketch.polygon;
import static dev.memenem.art.Sketch.rect;
import static dev.memenem.art.Sketch.round;

import dev.memenem.art.Pet.Eyes;
import dev.memenem.art.Pet.Mouth;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** Scenes that live on one face. */
final class Moods {
  private Moods() {}

  static BufferedImage mondayCat() {
    Sketch s = new Sketch(1000);
    s.burst(rect(0, 0, 1000, 1000), 500, 520, new Color(0x4b5fa8), new Color(0x7a64b8), 10);
    s.halftone(rect(0, 0, 1000, 1000), new Color(0x44202a60, true), 40);
    s.glow(500, 520, 420, new Color(0x66ffffff, true));
    s.at(
        500,
        556,
        1.95,
        0,
        () -> {
          Pet cat = Pet.ginger(s).face(Eyes.TIRED, Mouth.FLAT).bags().bust();
          cat.draw();
          s.inked(
              polygon(-12, -114, -30, -142, -2, -128, 2, -150, 16, -126, 36, -138, 22, -113),
              cat.fur());
          s.line(lines(-8, -112, 18, -112), cat.fur(), 8);
          mug(s, 84, 86, 1);
          cat.arm(-88, 92, -30, 128, 40, 100);
          cat.arm(98, 84, 150, 128, 118, 104);
        });
    return s.image();
  }

  static void mug(Sketch s, double x, double y, double scale) {
    s.at(
        x,
        y,
        scale,
        0,
        () -> {
          s.line(oval(44, 2, 22, 24), INK, 20);
          s.line(oval(44, 2, 22, 24), PAPER, 8);
          s.inked(round(-42, -46, 84, 96, 14), PAPER);
          s.inkedThin(oval(0, -46, 42, 13), new Color(0x6a3f22));
          s.line(curve(-16, -70, -28, -86, -14, -100), new Color(0xccffffff, true), 6);
          s.line(curve(10, -70, -2, -86, 12, -100), new Color(0xccffffff, true), 6);
        });
  }

  static BufferedImage catWithASign() {
    Sketch s = new Sketch(900);
    s.fill(rect(0, 0, 1000, 640), new Color(0xa5dcf3));
    s.cloud(150, 110, 1.2, Color.WHITE);
    s.cloud(905, 250, 1.0, Color.WHITE);
    s.fill(rect(0, 600, 1000, 300), new Color(0x86c77c));
    s.fill(
        polygon(0, 640, 0, 520, 70, 520, 70, 460, 150, 460, 150, 560, 200, 560, 200, 640),
        new Color(0x7fb7d6));
    s.fill(
        polygon(1000, 640, 1000, 470, 930, 470, 930, 540, 860, 540, 860, 590, 800, 590, 800, 640),
        new Color(0x7fb7d6));
    s.fill(rect(0, 640, 1000, 14), new Color(0x5fa35a));
    s.halftone(rect(0, 640, 1000, 260), new Color(0x30306b3a, true), 34);
    s.shadow(240, 852, 190, 24);
    s.at(
        595,
        0,
        1,
        0,
        () -> {
          s.limb(lines(-190, 560, -268, 800), KRAFT_DARK, 22);
        });
    s.at(
        560,
        300,
        1,
        -3,
        () -> {
          s.fill(round(-350, -220, 740, 470, 22), new Color(0x402a2140, true));
          s.inked(round(-362, -234, 740, 470, 22), PAPER);
          s.line(round(-344, -216, 704, 434, 14), new Color(0xe8dfcc), 6);
        });
    s.at(
        230,
        690,
        1.18,
        0,
        () -> {
          Pet cat = Pet.ginger(s).face(Eyes.OPEN, Mouth.SMIRK).look(8, -8);
          cat.draw();
          cat.arm(84, 52, 128, 70, 112, -4);
          cat.arm(-92, 56, -20, 116, 88, 56);
        });
    return s.image();
  }

  static BufferedImage fireDrill() {
    Sketch s = new Sketch(1200);
    Color red = new Color(0xff8f7d);
    Color green = new Color(0x8fdcb9);
    for (int row = 0; row < 3; row++) {
      boolean panic = row != 1;
      int top = row * 400;
      Shape cell = rect(0, top, 440, 400);
      s.burst(
          cell,
          220,
          top + 220,
          panic ? red : green,
          panic ? new Color(0xffb199) : new Color(0xa9e8cb),
          panic ? 22 : 10);
      if (panic) {
        s.within(cell, () -> panic(s, top, top > 0));
      } else {
        s.within(cell, () -> calm(s, top));
      }
    }
    s.fill(rect(440, 0, 560, 1200), PAPER);
    s.line(lines(440, 0, 440, 1200), INK, 9);
    s.line(lines(0, 400, 1000, 400), INK, 9);
    s.line(lines(0, 800, 1000, 800), INK, 9);
    return s.image();
  }

  private static void panic(Sketch s, int top, boolean worse) {
    if (worse) {
      for (int i = 0; i < 6; i++) {
        flame(s, 20 + i * 82, top + 400, i % 2 == 0 ? 1.25 : 0.95);
      }
    }
    s.at(
        220,
        top + (worse ? 200 : 222),
        worse ? 1.12 : 1.05,
        worse ? 5 : -4,
        () -> {
          Pet cat = Pet.ginger(s).face(Eyes.SHOCKED, Mouth.SCREAM).puffed().noTail();
          cat.draw();
          cat.arm(-100, 70, -150, 50, -142, -12);
          cat.arm(100, 70, 150, 50, 142, -12);
        });
    for (int side = -1; side <= 1; side += 2) {
      s.line(lines(220 + side * 172, top + 70, 220 + side * 196, top + 40), INK, 8);
      s.line(lines(220 + side * 184, top + 112, 220 + side * 212, top + 98), INK, 8);
      s.line(lines(220 + side * 140, top + 46, 220 + side * 150, top + 14), INK, 8);
    }
    if (worse) {
      flame(s, 60, top + 412, 1);
      flame(s, 380, top + 412, 1.1);
    }
  }

  private static void flame(Sketch s, double x, double y, double scale) {
    s.at(
        x,
        y,
        scale,
        0,
        () -> {
          Path2D flame = new Path2D.Double();
          flame.moveTo(-48, 10);
          flame.curveTo(-70, -50, -20, -60, -26, -112);
          flame.curveTo(6, -96, 12, -70, 10, -52);
          flame.curveTo(24, -60, 26, -76, 24, -88);
          flame.curveTo(60, -50, 62, -20, 46, 10);
          flame.closePath();
          s.inked(flame, new Color(0xff8a3d));
          s.fill(oval(2, -6, 26, 34), new Color(0xffe27a));
        });
  }

  private static void calm(Sketch s, int top) {
    s.shadow(220, top + 366, 140, 18);
    s.at(
        212,
        top + 228,
        1.05,
        0,
        () -> {
          Pet cat = Pet.ginger(s).face(Eyes.SHUT, Mouth.CAT);
          cat.draw();
          mug(s, 92, 66, 0.8);
          cat.arm(96, 90, 130, 116, 100, 104);
          cat.arm(-92, 70, -40, 120, 40, 84);
        });
    s.sparkle(70, top + 90, 22, Color.WHITE);
    s.sparkle(380, top + 120, 28, Color.WHITE);
    s.line(curve(330, top + 90, 350, top + 70, 340, top + 46), Color.WHITE, 6);
    s.fill(rect(0, top + 398, 440, 4), KRAFT);
  }
}
