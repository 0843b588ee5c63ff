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
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** Scenes in which something happens. */
final class Stories {
  private static final Color CREAM = new Color(0xfff3da);
  private static final Color ICING = new Color(0xf7a6bd);

  private Stories() {}

  static BufferedImage bakeOff() {
    Sketch s = new Sketch(720);
    s.burst(rect(0, 0, 500, 720), 250, 420, new Color(0xbfe3f7), new Color(0xd6eefb), 16);
    s.burst(rect(500, 0, 500, 720), 750, 420, new Color(0xb5a7a0), new Color(0xc4b7b0), 16);
    s.fill(rect(0, 590, 500, 130), new Color(0xf2c6a0));
    s.fill(rect(500, 590, 500, 130), new Color(0x8f7d74));
    s.line(lines(0, 590, 1000, 590), INK, 6);
    s.glow(250, 400, 260, new Color(0xaaffffff, true));
    s.shadow(250, 634, 190, 22);
    s.inked(polygon(215, 590, 285, 590, 310, 634, 190, 634), PAPER);
    s.inked(round(90, 566, 320, 28, 14), PAPER);
    tier(s, 130, 458, 240, 108);
    tier(s, 165, 362, 170, 98);
    tier(s, 198, 282, 104, 82);
    s.inked(oval(250, 262, 22, 22), new Color(0xe0405c));
    s.line(curve(250, 242, 256, 222, 274, 216), INK, 6);
    s.sparkle(88, 320, 34, Color.WHITE);
    s.sparkle(412, 280, 42, Color.WHITE);
    s.sparkle(398, 450, 22, Color.WHITE);
    s.sparkle(110, 480, 18, Color.WHITE);
    flop(s);
    s.fill(rect(494, 0, 12, 720), INK);
    return s.image();
  }

  private static void tier(Sketch s, double x, double y, double w, double h) {
    s.inked(round(x, y, w, h, 14), CREAM);
    Path2D icing = new Path2D.Double();
    icing.moveTo(x, y + h * 0.3);
    icing.lineTo(x, y + 12);
    icing.quadTo(x, y, x + 14, y);
    icing.lineTo(x + w - 14, y);
    icing.quadTo(x + w, y, x + w, y + 12);
    icing.lineTo(x + w, y + h * 0.3);
    int drops = (int) Math.round(w / 34);
    double step = w / drops;
    for (int i = 0; i < drops; i++) {
      double right = x + w - i * step;
      icing.curveTo(right, y + h * 0.62, right - step, y + h * 0.62, right - step, y + h * 0.3);
    }
    icing.closePath();
    s.inkedThin(icing, ICING);
    for (int i = 0; i < drops; i++) {
      s.fill(
          oval(x + step * (i + 0.5), y + h * 0.8, 7, 7),
          new Color(i % 2 == 0 ? 0x6b8de3 : 0xffc94d));
    }
  }

  private static void flop(Sketch s) {
    s.shadow(730, 640, 220, 22);
    s.inked(round(560, 600, 340, 30, 15), PAPER);
    Path2D heap = new Path2D.Double();
    heap.moveTo(580, 602);
    heap.curveTo(560, 520, 620, 470, 680, 478);
    heap.curveTo(700, 430, 760, 440, 770, 486);
    heap.curveTo(850, 490, 900, 560, 880, 602);
    heap.closePath();
    s.inked(heap, CREAM);
    Path2D melt = new Path2D.Double();
    melt.moveTo(600, 530);
    melt.curveTo(620, 480, 660, 474, 684, 478);
    melt.curveTo(704, 432, 756, 440, 770, 486);
    melt.curveTo(830, 490, 868, 520, 880, 560);
    melt.curveTo(860, 590, 840, 560, 826, 566);
    melt.curveTo(820, 640, 790, 640, 786, 560);
    melt.curveTo(760, 530, 740, 540, 736, 566);
    melt.curveTo(726, 610, 690, 600, 694, 552);
    melt.curveTo(676, 520, 650, 530, 646, 552);
    melt.curveTo(630, 590, 604, 570, 600, 530);
    melt.closePath();
    s.inkedThin(melt, ICING);
    s.fill(oval(646, 574, 7, 7), new Color(0x6b8de3));
    s.fill(oval(850, 584, 7, 7), new Color(0xffc94d));
    s.at(
        905,
        480,
        0.95,
        12,
        () -> {
          Pet cat = Pet.ginger(s).face(Eyes.OPEN, Mouth.WAVY).look(-14, 6).noTail();
          cat.draw();
          s.inkedThin(oval(-8, -112, 60, 20), ICING);
          s.inkedThin(oval(-30, -92, 13, 24), ICING);
          s.inked(oval(4, -138, 17, 17), new Color(0xe0405c));
          s.fill(oval(58, 30, 14, 10), ICING);
          s.drop(-92, -60, 15);
        });
    s.line(curve(640, 440, 626, 420, 642, 400), new Color(0x88ffffff, true), 8);
    s.line(curve(700, 410, 686, 390, 702, 366), new Color(0x88ffffff, true), 8);
  }

  static BufferedImage yearOneYearFive() {
    Sketch s = new Sketch(1000);
    s.fill(rect(0, 0, 500, 720), new Color(0xffe6a8));
    s.burst(rect(0, 0, 500, 720), 250, 360, new Color(0xffe19a), new Color(0xffedc0), 16);
    s.fill(rect(500, 0, 500, 720), new Color(0x3a3566));
    s.halftone(rect(500, 0, 500, 720), new Color(0x55141030, true), 34);
    window(s, 60, 60, new Color(0x9fdcf7));
    s.fill(oval(125, 120, 34, 34), new Color(0xffd447));
    window(s, 800, 60, new Color(0x1c1840));
    s.fill(oval(868, 128, 30, 30), new Color(0xfff3c4));
    s.fill(oval(880, 120, 26, 26), new Color(0x1c1840));
    s.at(
        260,
        400,
        1.2,
        0,
        () -> {
          Pet cat = Pet.ginger(s).face(Eyes.OPEN, Mouth.GRIN).bust();
          cat.draw();
          Path2D bow = polygon(0, 84, -40, 66, -40, 104);
          bow.append(polygon(0, 84, 40, 66, 40, 104), false);
          s.inkedThin(bow, new Color(0x4f7be0));
          s.inkedThin(oval(0, 85, 11, 11), new Color(0x3a5fc0));
        });
    s.at(
        735,
        418,
        1.2,
        4,
        () -> {
          Pet cat = Pet.ginger(s).face(Eyes.TIRED, Mouth.FLAT).bags().bust();
          cat.draw();
          s.inked(
              polygon(-16, -114, -46, -140, -12, -130, -8, -158, 12, -130, 44, -150, 26, -112),
              cat.fur());
          s.line(lines(-12, -112, 22, -111), cat.fur(), 8);
          s.line(lines(-60, 60, -20, 84), INK, 5);
        });
    desk(s, 0, new Color(0xd79a62));
    desk(s, 500, new Color(0x7d5a78));
    laptop(s, 285, 560);
    s.inked(round(60, 520, 44, 70, 8), new Color(0x7fd8b0));
    s.line(lines(82, 520, 82, 470), new Color(0x3f9a62), 9);
    s.inkedThin(oval(62, 462, 24, 14), new Color(0x63c184));
    s.inkedThin(oval(102, 452, 24, 14), new Color(0x63c184));
    laptop(s, 770, 560);
    Moods.mug(s, 560, 545, 0.72);
    s.at(610, 575, 0.6, 80, () -> s.inked(round(-42, -46, 84, 96, 14), PAPER));
    for (int i = 0; i < 6; i++) {
      s.inkedThin(
          rect(905 + (i % 2) * 6, 572 - i * 17, 82, 17), i % 2 == 0 ? PAPER : new Color(0xe6dcc6));
    }
    s.fill(rect(0, 720, 1000, 280), PAPER);
    s.line(lines(0, 720, 1000, 720), INK, 9);
    s.line(lines(500, 0, 500, 1000), INK, 9);
    return s.image();
  }

  private static void window(Sketch s, double x, double y, Color glass) {
    s.inked(rect(x, y, 140, 150), glass);
    s.line(lines(x + 70, y, x + 70, y + 150), INK, 6);
    s.line(lines(x, y + 75, x + 140, y + 75), INK, 6);
  }

  private static void desk(Sketch s, double x, Color wood) {
    s.within(
        rect(x, 0, 500, 720),
        () -> {
          s.inked(rect(x - 20, 588, 540, 150), wood);
          s.line(lines(x, 630, x + 500, 630), new Color(0x33000000, true), 5);
        });
  }

  private static void laptop(Sketch s, double x, double y) {
    s.inked(
        polygon(x - 110, y - 90, x + 90, y - 90, x + 106, y + 24, x - 94, y + 24),
        new Color(0xc7ccda));
    s.fill(oval(x - 2, y - 34, 15, 15), new Color(0xf2f4f9));
    s.inked(round(x - 122, y + 20, 256, 18, 8), new Color(0xa9b0c4));
  }

  static BufferedImage catAndDogTalk() {
    Sketch s = new Sketch(1100);
    s.burst(rect(0, 0, 1000, 600), 500, 620, new Color(0xaee3d4), new Color(0xc2eee1), 16);
    s.fill(rect(0, 540, 1000, 60), new Color(0x74bd8b));
    s.shadow(210, 566, 140, 16);
    s.shadow(790, 566, 140, 16);
    bubble(s, 30, 40, 490, 196, 210, 300);
    bubble(s, 560, 40, 410, 196, 770, 290);
    s.at(
        200, 430, 0.98, 0, () -> Pet.dog(s).face(Eyes.OPEN, Mouth.GRIN).look(9, 0).noTail().draw());
    s.at(800, 440, 0.92, 0, () -> Pet.ginger(s).face(Eyes.TIRED, Mouth.FLAT).look(-8, 0).draw());
    s.burst(rect(0, 600, 1000, 500), 250, 900, new Color(0xf5c6a5), new Color(0xf9d6bd), 14);
    s.within(
        rect(0, 600, 1000, 500),
        () ->
            s.at(
                240,
                940,
                1.5,
                0,
                () -> Pet.dog(s).face(Eyes.SHOCKED, Mouth.WAVY).look(10, 2).bust().draw()));
    bubble(s, 470, 650, 490, 290, 410, 900);
    s.line(lines(0, 600, 1000, 600), INK, 10);
    return s.image();
  }

  private static void bubble(
      Sketch s, double x, double y, double w, double h, double px, double py) {
    Area bubble = new Area(round(x, y, w, h, 60));
    double cx = Math.max(x + 80, Math.min(x + w - 80, px));
    boolean aside = py < y + h;
    bubble.add(
        new Area(
            aside
                ? polygon(x + 20, y + h - 130, x + 20, y + h - 60, px, py)
                : polygon(cx - 32, y + h - 6, cx + 32, y + h - 6, px, py)));
    s.inked(bubble, Color.WHITE);
  }

  static BufferedImage underTheSheet() {
    Sketch s = new Sketch(1100);
    for (int row = 0; row < 2; row++) {
      int top = row * 550;
      Shape cell = rect(0, top, 1000, 550);
      s.fill(cell, new Color(row == 0 ? 0x2f2a5c : 0x5a4a94));
      s.halftone(rect(0, top, 1000, 550), new Color(0x55150f33, true), 36);
      s.stars(rect(0, top, 1000, 300), 40, row + 3);
      s.fill(rect(0, top + 480, 1000, 70), new Color(row == 0 ? 0x1f1b40 : 0x3c3170));
    }
    s.inked(oval(860, 110, 60, 60), new Color(0xfff3c4));
    s.fill(oval(880, 98, 10, 10), new Color(0xe8d8a0));
    s.fill(oval(846, 128, 14, 14), new Color(0xe8d8a0));
    ghost(s);
    s.at(
        840,
        420,
        0.72,
        0,
        () -> Pet.dog(s).face(Eyes.SHOCKED, Mouth.SCREAM).look(-8, 0).noTail().draw());
    s.within(rect(0, 550, 1000, 550), () -> unmasked(s));
    s.line(lines(0, 550, 1000, 550), INK, 10);
    return s.image();
  }

  private static void ghost(Sketch s) {
    s.shadow(400, 508, 320, 20);
    Path2D sheet = new Path2D.Double();
    sheet.moveTo(120, 505);
    sheet.curveTo(150, 300, 150, 40, 400, 36);
    sheet.curveTo(650, 40, 650, 300, 680, 505);
    for (int i = 0; i < 7; i++) {
      double right = 680 - i * 80;
      sheet.quadTo(right - 40, i % 2 == 0 ? 450 : 500, right - 80, 505);
    }
    sheet.closePath();
    s.inked(sheet, new Color(0xf6f5fb));
    s.line(curve(200, 470, 205, 400, 218, 360), new Color(0xd3d2e3), 8);
    s.line(curve(605, 470, 598, 400, 584, 360), new Color(0xd3d2e3), 8);
    s.fill(oval(330, 130, 30, 42), INK);
    s.fill(oval(470, 130, 30, 42), INK);
    s.fill(oval(400, 196, 24, 18), INK);
  }

  private static void unmasked(Sketch s) {
    s.shadow(330, 1062, 200, 20);
    Path2D sheet = new Path2D.Double();
    sheet.moveTo(470, 640);
    sheet.curveTo(560, 580, 680, 590, 720, 660);
    sheet.curveTo(750, 760, 700, 860, 730, 1010);
    sheet.quadTo(690, 960, 650, 1000);
    sheet.quadTo(610, 940, 580, 990);
    sheet.quadTo(540, 900, 520, 900);
    sheet.curveTo(540, 800, 500, 740, 470, 640);
    sheet.closePath();
    s.at(330, 880, 1.34, 0, () -> Pet.grey(s).face(Eyes.ANGRY, Mouth.SMIRK).look(8, 0).draw());
    s.inked(sheet, new Color(0xf6f5fb));
    s.line(curve(600, 640, 630, 760, 610, 900), new Color(0xd3d2e3), 8);
    s.line(curve(670, 660, 690, 760, 670, 900), new Color(0xd3d2e3), 8);
    s.fill(oval(560, 690, 17, 26), INK);
    s.fill(oval(640, 676, 17, 26), INK);
    s.at(
        860,
        960,
        0.82,
        -4,
        () -> {
          Pet dog = Pet.dog(s).face(Eyes.OPEN, Mouth.FLAT).look(-12, -2).noTail();
          dog.draw();
          dog.arm(-92, 50, -150, 20, -176, -50);
        });
  }

  static BufferedImage mugOffTheTable() {
    Sketch s = new Sketch(1100);
    for (int row = 0; row < 2; row++) {
      int top = row * 550;
      Shape cell = rect(0, top, 1000, 550);
      boolean first = row == 0;
      s.burst(
          cell,
          first ? 330 : 500,
          top + 230,
          new Color(first ? 0xb9d7f5 : 0xf7b8a6),
          new Color(first ? 0xcbe3f9 : 0xfbcabb),
          14);
    }
    s.within(rect(0, 0, 1000, 550), () -> pushing(s));
    s.within(rect(0, 550, 1000, 550), () -> broken(s));
    s.line(lines(0, 550, 1000, 550), INK, 10);
    return s.image();
  }

  private static void table(Sketch s, double y, double right) {
    s.inked(rect(-20, y, right + 20, 46), KRAFT);
    s.inked(rect(60, y + 46, 46, 400), KRAFT_DARK);
    s.inked(rect(right - 110, y + 46, 46, 400), KRAFT_DARK);
  }

  private static void pushing(Sketch s) {
    table(s, 400, 720);
    s.at(
        300,
        252,
        1.14,
        0,
        () -> {
          Pet cat = Pet.ginger(s).face(Eyes.OPEN, Mouth.FLAT).look(11, 4);
          cat.draw();
          cat.arm(92, 60, 170, 46, 262, 60);
        });
    s.at(700, 338, 1.18, 16, () -> Moods.mug(s, 0, 0, 1));
    s.line(curve(800, 300, 830, 316, 836, 350), INK, 7);
    s.line(curve(812, 262, 866, 286, 870, 350), INK, 7);
  }

  private static void broken(Sketch s) {
    s.fill(rect(0, 985, 1000, 120), new Color(0xc98a72));
    s.line(lines(0, 985, 1000, 985), INK, 6);
    table(s, 832, 520);
    s.at(
        260,
        716,
        0.86,
        0,
        () -> {
          Pet cat = Pet.ginger(s).face(Eyes.SHOCKED, Mouth.SCREAM).look(6, 6);
          cat.draw();
          cat.arm(-96, 60, -134, 20, -92, -4);
          cat.arm(96, 60, 134, 20, 92, -4);
        });
    s.fill(oval(760, 1022, 150, 24), new Color(0x6a3f22));
    s.inked(polygon(660, 1010, 690, 930, 730, 950, 742, 1020), PAPER);
    s.inked(polygon(770, 1024, 790, 956, 850, 948, 862, 1016), PAPER);
    s.inked(polygon(724, 1040, 752, 1000, 776, 1042), PAPER);
    s.line(oval(886, 996, 24, 24), INK, 20);
    s.line(oval(886, 996, 24, 24), PAPER, 8);
    for (int i = -1; i <= 1; i++) {
      s.line(
          lines(
              762 + i * 62,
              905 - (1 - Math.abs(i)) * 22,
              762 + i * 88,
              862 - (1 - Math.abs(i)) * 30),
          INK,
          8);
    }
  }

  static BufferedImage catOnTheChart() {
    Sketch s = new Sketch(900);
    s.fill(rect(0, 0, 1000, 900), new Color(0xece8fa));
    for (int y = 160; y < 700; y += 90) {
      s.line(lines(90, y, 950, y), new Color(0xd8d0ef), 5);
    }
    s.fill(rect(0, 700, 1000, 200), PAPER);
    bar(s, 150, 620, new Color(0x7fd8b0));
    bar(s, 425, 540, new Color(0x6b8de3));
    bar(s, 700, 262, new Color(0xf0607c));
    s.line(lines(90, 60, 90, 700), INK, 9);
    s.line(lines(0, 700, 1000, 700), INK, 9);
    s.line(lines(70, 88, 90, 58, 110, 88), INK, 9);
    Path2D trend = new Path2D.Double();
    trend.moveTo(180, 520);
    trend.curveTo(420, 490, 560, 420, 640, 270);
    s.line(trend, INK, 11);
    s.line(lines(600, 300, 644, 262, 652, 320), INK, 11);
    s.at(
        800,
        174,
        0.66,
        0,
        () -> {
          Pet cat = Pet.ginger(s).face(Eyes.HAPPY, Mouth.GRIN);
          cat.draw();
          s.line(lines(122, 120, 122, -130), INK, 11);
          s.inked(polygon(122, -130, 216, -104, 122, -74), new Color(0xffd447));
          cat.arm(92, 60, 120, 70, 122, 20);
        });
    s.sparkle(640, 120, 28, Color.WHITE);
    s.sparkle(960, 230, 24, Color.WHITE);
    return s.image();
  }

  private static void bar(Sketch s, double x, double top, Color color) {
    Shape bar = rect(x, top, 200, 700 - top);
    s.inked(bar, color);
    s.shade(bar, rect(x, top, 44, 700 - top), new Color(0x55ffffff, true));
    s.line(bar, INK, Sketch.LINE);
  }
}
