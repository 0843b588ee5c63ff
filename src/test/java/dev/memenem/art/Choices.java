package dev.memenem.art;

import static dev.memenem.art.Sketch.INK;
import static dev.memenem.art.Sketch.KRAFT;
import static dev.memenem.art.Sketch.KRAFT_DARK;
import static dev.memenem.art.Sketch.KRAFT_LIGHT;
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

/** Scenes about preferring one thing to another. */
final class Choices {
  private static final Color CORAL = new Color(0xff9a8a);
  private static final Color CORAL_LIGHT = new Color(0xffb3a3);
  private static final Color MINT = new Color(0x7fd8b0);
  private static final Color MINT_LIGHT = new Color(0x9ee6c4);
  private static final Color SKY = new Color(0x9fd8f5);
  private static final Color LILAC = new Color(0xc9b6f2);
  private static final Color LILAC_LIGHT = new Color(0xd9caf8);

  private Choices() {}

  static BufferedImage pickyCat() {
    Sketch s = new Sketch(1000);
    s.burst(rect(0, 0, 500, 500), 230, 260, CORAL, CORAL_LIGHT, 14);
    s.burst(rect(0, 500, 500, 500), 250, 760, MINT, MINT_LIGHT, 14);
    s.halftone(rect(0, 0, 500, 500), new Color(0x30d9534f, true), 26);
    s.halftone(rect(0, 500, 500, 500), new Color(0x30208a5a, true), 26);
    s.within(
        rect(0, 0, 500, 500),
        () -> {
          s.shadow(205, 436, 130, 20);
          s.at(
              200,
              275,
              1.22,
              -5,
              () -> {
                Pet cat = Pet.ginger(s).face(Eyes.SHUT, Mouth.FROWN).noTail();
                cat.draw();
                cat.arm(88, 62, 130, 80, 158, 52);
              });
          s.at(428, 412, 1, 10, () -> bowl(s, new Color(0x6b8de3)));
        });
    s.within(
        rect(0, 500, 500, 500),
        () -> {
          s.shadow(235, 936, 130, 20);
          s.at(
              230,
              778,
              1.22,
              4,
              () -> {
                Pet cat = Pet.ginger(s).face(Eyes.HAPPY, Mouth.GRIN).noTail();
                cat.draw();
                s.at(14, 92, 1.05, -10, () -> fish(s));
                cat.arm(94, 72, 112, 118, 62, 112);
                cat.arm(-94, 72, -112, 124, -50, 116);
              });
          s.sparkle(70, 590, 30, Color.WHITE);
          s.sparkle(432, 640, 38, Color.WHITE);
          s.sparkle(400, 570, 18, Color.WHITE);
        });
    s.fill(rect(500, 0, 500, 1000), PAPER);
    grid(s, 1000);
    return s.image();
  }

  private static void grid(Sketch s, int height) {
    s.line(lines(500, 0, 500, height), INK, 9);
    s.line(lines(0, height / 2.0, 1000, height / 2.0), INK, 9);
  }

  private static void bowl(Sketch s, Color color) {
    Path2D bowl = new Path2D.Double();
    bowl.moveTo(-62, -26);
    bowl.lineTo(62, -26);
    bowl.lineTo(48, 30);
    bowl.lineTo(-48, 30);
    bowl.closePath();
    for (int i = -2; i <= 2; i++) {
      s.inkedThin(oval(i * 20, -32 - (2 - Math.abs(i)) * 6, 15, 12), new Color(0xa8663a));
    }
    s.inked(bowl, color);
    s.at(0, 3, 0.32, 0, () -> fishShape(s, new Color(0xffffff), false));
  }

  private static void fish(Sketch s) {
    fishShape(s, new Color(0x5fb4e8), true);
  }

  private static void fishShape(Sketch s, Color color, boolean inked) {
    Path2D fish = new Path2D.Double();
    fish.moveTo(-70, 0);
    fish.quadTo(-20, -52, 44, -6);
    fish.lineTo(82, -36);
    fish.lineTo(76, 0);
    fish.lineTo(82, 36);
    fish.lineTo(44, 6);
    fish.quadTo(-20, 52, -70, 0);
    fish.closePath();
    if (inked) {
      s.inked(fish, color);
      s.line(curve(-26, -22, -12, 0, -26, 22), INK, 5);
      s.fill(oval(-46, -6, 6, 6), INK);
    } else {
      s.fill(fish, color);
    }
  }

  static BufferedImage cardboardEmpire() {
    Sketch s = new Sketch(1200);
    Color[] skies = {new Color(0xe6ddd0), SKY, new Color(0xffc98f), new Color(0x2b1d57)};
    for (int row = 0; row < 4; row++) {
      Shape cell = rect(500, row * 300, 500, 300);
      s.fill(cell, skies[row]);
      int top = row * 300;
      switch (row) {
        case 0 -> s.within(cell, () -> sheet(s, top));
        case 1 -> s.within(cell, () -> box(s, top));
        case 2 -> s.within(cell, () -> castle(s, top));
        default -> s.within(cell, () -> rocket(s, top));
      }
    }
    for (int row = 1; row < 4; row++) {
      s.line(lines(0, row * 300, 1000, row * 300), INK, 9);
    }
    s.line(lines(500, 0, 500, 1200), INK, 9);
    return s.image();
  }

  private static void sheet(Sketch s, int top) {
    s.fill(rect(500, top + 225, 500, 80), new Color(0xcbbfae));
    Shape sheet = polygon(585, top + 270, 650, top + 222, 905, top + 222, 930, top + 270);
    s.inked(sheet, KRAFT);
    s.line(lines(765, top + 222, 760, top + 270), KRAFT_DARK, 5);
    s.at(
        752, top + 160, 0.66, 0, () -> Pet.ginger(s).face(Eyes.OPEN, Mouth.FLAT).look(4, 3).draw());
  }

  private static void box(Sketch s, int top) {
    s.fill(rect(500, top + 232, 500, 80), new Color(0x7cc27a));
    s.cloud(590, top + 70, 0.7, Color.WHITE);
    s.cloud(920, top + 52, 0.5, Color.WHITE);
    s.shadow(750, top + 268, 140, 14);
    s.at(750, top + 128, 0.72, 0, () -> Pet.ginger(s).face(Eyes.OPEN, Mouth.CAT).bust().draw());
    carton(s, 645, top + 165, 210, 104);
  }

  private static void carton(Sketch s, double x, double y, double w, double h) {
    s.inked(
        polygon(x, y, x + w * 0.1, y - 16, x - w * 0.16, y - 4, x - w * 0.22, y + 14), KRAFT_LIGHT);
    s.inked(
        polygon(x + w, y, x + w * 0.9, y - 16, x + w * 1.16, y - 4, x + w * 1.22, y + 14),
        KRAFT_LIGHT);
    s.inked(rect(x, y, w, h), KRAFT);
    s.fill(rect(x + w / 2 - 14, y + 4, 28, h * 0.42), KRAFT_DARK);
  }

  private static void castle(Sketch s, int top) {
    s.glow(860, top + 80, 150, new Color(0xccfff3c0, true));
    s.fill(oval(860, top + 82, 40, 40), new Color(0xfff0b0));
    s.fill(oval(620, top + 345, 330, 110), new Color(0x6fae63));
    s.fill(oval(940, top + 350, 260, 110), new Color(0x5f9f56));
    for (int side = -1; side <= 1; side += 2) {
      double x = 750 + side * 122;
      s.inked(rect(x - 42, top + 108, 84, 152), KRAFT);
      for (int i = -1; i <= 1; i++) {
        s.inked(rect(x - 12 + i * 32, top + 88, 24, 26), KRAFT_LIGHT);
      }
      s.inked(round(x - 13, top + 140, 26, 40, 12), INK);
      s.line(lines(x, top + 88, x, top + 34), INK, 7);
      s.inkedThin(
          polygon(x, top + 34, x + 44, top + 46, x, top + 60),
          new Color(side < 0 ? 0xe8637a : 0x6b8de3));
    }
    s.at(
        750,
        top + 118,
        0.62,
        0,
        () -> {
          Pet.ginger(s).face(Eyes.OPEN, Mouth.SMIRK).bust().draw();
          Path2D crown =
              polygon(-46, -112, -52, -162, -24, -138, 0, -172, 24, -138, 52, -162, 46, -112);
          s.inked(crown, new Color(0xffd447));
          s.fill(oval(0, -128, 8, 8), new Color(0xe8637a));
        });
    s.inked(rect(668, top + 172, 164, 90), KRAFT);
    for (int i = 0; i < 4; i++) {
      s.inked(rect(668 + i * 44, top + 152, 30, 26), KRAFT_LIGHT);
    }
    s.inked(round(718, top + 200, 64, 90, 30), new Color(0x6a4326));
  }

  private static void rocket(Sketch s, int top) {
    Shape sky = rect(500, top, 500, 300);
    s.glow(750, top + 150, 280, new Color(0x887c4bd6, true));
    s.stars(sky, 90, 7);
    s.inked(oval(590, top + 215, 46, 46), new Color(0xff9d6b));
    s.shade(oval(590, top + 215, 46, 46), oval(604, top + 240, 46, 40), new Color(0xe57a4c));
    s.line(curve(524, top + 232, 590, top + 236, 656, top + 190), new Color(0xffe1a8), 9);
    s.inked(oval(935, top + 66, 26, 26), new Color(0x7fd8d0));
    s.sparkle(565, top + 72, 24, Color.WHITE);
    s.sparkle(900, top + 240, 20, Color.WHITE);
    s.at(
        750,
        top + 150,
        0.86,
        24,
        () -> {
          s.fill(polygon(-40, 118, 40, 118, 0, 230), new Color(0xff8a3d));
          s.fill(polygon(-24, 118, 24, 118, 0, 186), new Color(0xffe27a));
          s.inked(polygon(-62, 60, -112, 128, -62, 118), KRAFT_DARK);
          s.inked(polygon(62, 60, 112, 128, 62, 118), KRAFT_DARK);
          Path2D hull = new Path2D.Double();
          hull.moveTo(0, -176);
          hull.curveTo(58, -130, 70, -60, 66, 118);
          hull.lineTo(-66, 118);
          hull.curveTo(-70, -60, -58, -130, 0, -176);
          hull.closePath();
          s.inked(hull, KRAFT);
          s.shade(hull, rect(-80, -200, 160, 96), new Color(0xe8637a));
          s.line(hull, INK, Sketch.LINE);
          s.line(lines(-57, -104, 57, -104), INK, 6);
          s.inked(oval(0, -20, 56, 56), SKY);
          s.within(
              oval(0, -20, 53, 53),
              () ->
                  s.at(
                      0,
                      2,
                      0.42,
                      0,
                      () -> Pet.ginger(s).face(Eyes.HAPPY, Mouth.GRIN).bust().draw()));
          s.line(oval(0, -20, 56, 56), INK, 9);
          s.fill(rect(-15, 58, 30, 58), KRAFT_DARK);
        });
  }

  static BufferedImage twoBoxes() {
    Sketch s = new Sketch(1000);
    room(s, 1000, 452, new Color(0xf8d7b4), new Color(0xfbe3c8), new Color(0xb98a64));
    for (int side = -1; side <= 1; side += 2) {
      double x = 500 + side * 245;
      s.shadow(x, 484, 230, 22);
      double left = x - 205;
      s.inked(polygon(left, 150, left + 60, 96, left + 350, 96, left + 410, 150), KRAFT_DARK);
      s.inked(polygon(left, 150, left + 60, 96, left + 20, 40, left - 24, 120), KRAFT_LIGHT);
      s.inked(
          polygon(left + 410, 150, left + 350, 96, left + 390, 40, left + 434, 120), KRAFT_LIGHT);
      s.inked(rect(left, 150, 410, 330), KRAFT);
      s.inked(round(left + 34, 196, 342, 240, 14), PAPER);
    }
    s.shadow(500, 838, 190, 24);
    s.at(
        500,
        672,
        1.22,
        0,
        () -> {
          Pet cat = Pet.ginger(s).face(Eyes.APART, Mouth.WAVY);
          cat.draw();
          cat.arm(-94, 66, -122, 92, -70, 106);
          cat.arm(94, 66, 122, 92, 70, 106);
        });
    s.drop(352, 560, 24);
    s.drop(655, 532, 28);
    s.drop(690, 640, 20);
    s.drop(318, 660, 18);
    return s.image();
  }

  private static void room(Sketch s, int height, int floor, Color wall, Color stripe, Color wood) {
    s.fill(rect(0, 0, 1000, floor), wall);
    for (int x = 0; x < 1000; x += 100) {
      s.fill(rect(x, 0, 50, floor), stripe);
    }
    s.fill(rect(0, floor, 1000, height - floor), wood);
    for (int y = floor + 70; y < height; y += 80) {
      s.line(lines(0, y, 1000, y), new Color(0x22000000, true), 4);
    }
    s.fill(rect(0, floor - 16, 1000, 20), PAPER);
    s.line(lines(0, floor - 18, 1000, floor - 18), INK, 5);
    s.line(lines(0, floor + 4, 1000, floor + 4), INK, 5);
  }

  static BufferedImage theBoxItCameIn() {
    Sketch s = new Sketch(800);
    room(s, 800, 560, new Color(0xbfd9f2), new Color(0xcde3f7), new Color(0xa98acb));
    s.fill(oval(700, 690, 290, 62), new Color(0x8467ad));
    s.glow(720, 300, 330, new Color(0x99fff6d0, true));
    tower(s);
    s.shadow(270, 728, 200, 24);
    s.at(262, 516, 1.12, -4, () -> Pet.ginger(s).face(Eyes.HAPPY, Mouth.CAT).bust().draw());
    carton(s, 100, 560, 330, 165);
    s.sparkle(452, 414, 26, Color.WHITE);
    s.sparkle(80, 420, 20, Color.WHITE);
    heart(s, 150, 360, 30);
    heart(s, 392, 330, 22);
    return s.image();
  }

  private static void heart(Sketch s, double x, double y, double r) {
    Path2D heart = new Path2D.Double();
    heart.moveTo(x, y + r);
    heart.curveTo(x - 1.6 * r, y, x - r, y - 1.2 * r, x, y - 0.4 * r);
    heart.curveTo(x + r, y - 1.2 * r, x + 1.6 * r, y, x, y + r);
    heart.closePath();
    s.inkedThin(heart, new Color(0xf0607c));
  }

  private static void tower(Sketch s) {
    Color plush = new Color(0xf3ead8);
    Color rope = new Color(0xc98f4e);
    s.inked(round(560, 660, 330, 40, 14), plush);
    post(s, 615, 420, 240, rope);
    post(s, 800, 250, 410, rope);
    s.inked(round(548, 392, 170, 34, 14), plush);
    s.inked(round(700, 470, 200, 130, 26), plush);
    s.inked(oval(800, 540, 42, 46), INK);
    s.inked(round(700, 214, 200, 40, 18), plush);
    s.line(lines(745, 254, 745, 300), INK, 5);
    s.inked(oval(745, 318, 20, 20), new Color(0xf0607c));
    Path2D bow = polygon(800, 196, 750, 168, 750, 222);
    bow.append(polygon(800, 196, 850, 168, 850, 222), false);
    s.inked(bow, new Color(0xf0607c));
    s.inked(oval(800, 196, 16, 16), new Color(0xd8405f));
    s.inked(polygon(884, 130, 950, 108, 968, 158, 902, 180), new Color(0xffe27a));
    s.fill(oval(902, 150, 6, 6), INK);
    s.sparkle(640, 330, 30, Color.WHITE);
    s.sparkle(930, 330, 34, Color.WHITE);
    s.sparkle(690, 170, 20, Color.WHITE);
  }

  private static void post(Sketch s, double x, double y, double h, Color rope) {
    Shape post = rect(x, y, 44, h);
    s.inked(post, rope);
    s.within(
        post,
        () -> {
          for (double at = y; at < y + h + 30; at += 18) {
            s.line(lines(x, at, x + 44, at - 14), new Color(0x9c6a33), 5);
          }
        });
    s.line(post, INK, Sketch.LINE);
  }

  static BufferedImage pawBump() {
    Sketch s = new Sketch(800);
    s.burst(rect(0, 0, 1000, 800), 500, 330, LILAC, LILAC_LIGHT, 18);
    s.halftone(rect(0, 0, 1000, 800), new Color(0x307a5cc0, true), 34);
    Path2D flash = new Path2D.Double();
    for (int i = 0; i < 28; i++) {
      double r = i % 2 == 0 ? 225 : 150;
      double a = 2 * Math.PI * i / 28;
      double x = 500 + r * Math.cos(a);
      double y = 330 + r * Math.sin(a);
      if (i == 0) {
        flash.moveTo(x, y);
      } else {
        flash.lineTo(x, y);
      }
    }
    flash.closePath();
    s.inked(flash, new Color(0xffe27a));
    arm(s, -1, new Color(0xf6a445), new Color(0xd97a26), new Color(0xffe3bd));
    arm(s, 1, new Color(0x9aa3b8), new Color(0x6b7590), new Color(0xdfe4ee));
    return s.image();
  }

  private static void arm(Sketch s, int side, Color fur, Color dark, Color light) {
    s.at(
        500,
        330,
        1,
        0,
        () -> {
          s.g.scale(side, 1);
          Path2D arm = new Path2D.Double();
          arm.moveTo(90, -78);
          arm.curveTo(220, -60, 330, 40, 540, 180);
          arm.lineTo(540, 480);
          arm.curveTo(330, 330, 230, 190, 84, 92);
          arm.closePath();
          s.inked(arm, fur);
          for (int i = 0; i < 3; i++) {
            double x = 250 + i * 90;
            double y = -6 + i * 62;
            s.shade(arm, polygon(x - 20, y - 40, x + 26, y - 24, x + 2, y + 92), dark);
          }
          s.line(arm, INK, Sketch.LINE);
          Path2D paw = new Path2D.Double();
          paw.append(oval(88, 8, 92, 98), false);
          s.inked(paw, light);
          for (int toe = -1; toe <= 1; toe++) {
            s.inked(oval(24, toe * 52 + 8, 34, 31), light);
          }
          s.fill(oval(92, 10, 60, 70), light);
          s.fill(oval(104, 10, 30, 38), new Color(0xf7a8a8));
        });
  }
}
