package dev.memenem.art;

import static dev.memenem.art.Sketch.INK;
import static dev.memenem.art.Sketch.curve;
import static dev.memenem.art.Sketch.lines;
import static dev.memenem.art.Sketch.oval;
import static dev.memenem.art.Sketch.polygon;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/**
 * The family's actors, a loaf of a cat and its friend the dog. The origin is the middle of the
 * body, about 300 units high: ears up to -150, feet down to 135.
 */
final class Pet {
  enum Eyes {
    OPEN,
    SHOCKED,
    TIRED,
    HAPPY,
    SHUT,
    ANGRY,
    APART
  }

  enum Mouth {
    CAT,
    GRIN,
    FROWN,
    FLAT,
    SCREAM,
    WAVY,
    SMIRK
  }

  private static final Color BLUSH = new Color(0xf58f8f);
  private static final Color PINK = new Color(0xf7a8a8);

  private final Sketch s;
  private final boolean dog;
  private final Color fur;
  private final Color dark;
  private final Color light;
  private Eyes eyes = Eyes.OPEN;
  private Mouth mouth = Mouth.CAT;
  private double lookX;
  private double lookY;
  private boolean bags;
  private boolean puffed;
  private boolean tail = true;
  private boolean feet = true;

  private Pet(Sketch s, boolean dog, int fur, int dark, int light) {
    this.s = s;
    this.dog = dog;
    this.fur = new Color(fur);
    this.dark = new Color(dark);
    this.light = new Color(light);
  }

  static Pet ginger(Sketch s) {
    return new Pet(s, false, 0xf6a445, 0xd97a26, 0xffe3bd);
  }

  static Pet grey(Sketch s) {
    return new Pet(s, false, 0x9aa3b8, 0x6b7590, 0xdfe4ee);
  }

  static Pet dog(Sketch s) {
    return new Pet(s, true, 0xc99b6d, 0x7d5236, 0xf5e3cc);
  }

  Pet face(Eyes newEyes, Mouth newMouth) {
    eyes = newEyes;
    mouth = newMouth;
    return this;
  }

  Pet look(double x, double y) {
    lookX = x;
    lookY = y;
    return this;
  }

  Pet bags() {
    bags = true;
    return this;
  }

  Pet puffed() {
    puffed = true;
    return this;
  }

  Pet noTail() {
    tail = false;
    return this;
  }

  /** Only what looks out of something: no tail, no feet. */
  Pet bust() {
    tail = false;
    feet = false;
    return this;
  }

  Color fur() {
    return fur;
  }

  void draw() {
    if (tail) {
      Path2D curl = new Path2D.Double();
      curl.moveTo(85, 105);
      curl.curveTo(165, 110, 175, 40, 140, 15);
      s.limb(curl, fur, puffed ? 46 : 26);
      s.line(lines(140, 15, 140, 16), dark, puffed ? 46 : 26);
    }
    Shape body = body();
    if (dog) {
      s.inked(body, fur);
      s.shade(body, oval(0, 90, 66, 62), light);
      s.shade(body, oval(44, -38, 46, 52), dark);
      s.line(body, INK, Sketch.LINE);
      floppy(-1);
      floppy(1);
    } else {
      s.inked(body, fur);
      s.shade(body, oval(0, 88, 68, 62), light);
      s.shade(body, polygon(-118, 20, -74, 32, -118, 48), dark);
      s.shade(body, polygon(118, 20, 74, 32, 118, 48), dark);
      s.shade(body, polygon(-118, 62, -82, 72, -118, 86), dark);
      s.shade(body, polygon(118, 62, 82, 72, 118, 86), dark);
      for (int side = -1; side <= 1; side += 2) {
        s.fill(polygon(side * 82, -128, side * 83, -98, side * 56, -110), PINK);
      }
      s.line(lines(0, -112, 0, -84), dark, 11);
      s.line(lines(-24, -110, -21, -90), dark, 10);
      s.line(lines(24, -110, 21, -90), dark, 10);
      s.line(body, INK, Sketch.LINE);
    }
    if (feet) {
      s.inked(oval(-42, 128, 32, 17), light);
      s.inked(oval(42, 128, 32, 17), light);
    }
    s.fill(oval(-72, 4, 18, 11), new Color(BLUSH.getRGB() & 0xffffff | 0x99000000, true));
    s.fill(oval(72, 4, 18, 11), new Color(BLUSH.getRGB() & 0xffffff | 0x99000000, true));
    if (dog) {
      s.fill(oval(0, 14, 42, 32), light);
    }
    eye(-1);
    eye(1);
    nose();
    mouth();
    if (!dog) {
      for (int side = -1; side <= 1; side += 2) {
        s.line(lines(side * 88, -2, side * 132, -12), INK, 4);
        s.line(lines(side * 90, 14, side * 134, 16), INK, 4);
      }
    }
  }

  private void floppy(int side) {
    Path2D ear = new Path2D.Double();
    ear.moveTo(side * 52, -112);
    ear.curveTo(side * 120, -128, side * 158, -60, side * 134, 2);
    ear.curveTo(side * 118, 28, side * 92, 0, side * 94, -50);
    ear.curveTo(side * 92, -76, side * 78, -98, side * 52, -112);
    ear.closePath();
    s.inked(ear, dark);
  }

  private Shape body() {
    Path2D right = new Path2D.Double();
    right.moveTo(0, -116);
    if (dog) {
      right.curveTo(60, -116, 104, -96, 106, -40);
    } else {
      right.curveTo(14, -116, 27, -115, 40, -112);
      right.lineTo(86, -150);
      right.quadTo(95, -154, 97, -144);
      right.lineTo(101, -78);
    }
    right.curveTo(112, -40, 108, 0, 113, 40);
    right.curveTo(120, 96, 112, 134, 66, 134);
    right.lineTo(0, 134);
    Path2D whole = new Path2D.Double(right);
    Path2D left = new Path2D.Double(right);
    left.transform(AffineTransform.getScaleInstance(-1, 1));
    java.awt.geom.Area area = new java.awt.geom.Area(closed(whole));
    area.add(new java.awt.geom.Area(closed(left)));
    if (puffed) {
      for (int i = 0; i < 22; i++) {
        double angle = 2 * Math.PI * i / 22 - Math.PI / 2;
        double x = 108 * Math.cos(angle);
        double y = 10 + 112 * Math.sin(angle);
        double out = i % 2 == 0 ? 1.26 : 1.17;
        double wide = 0.17;
        area.add(
            new java.awt.geom.Area(
                polygon(
                    108 * Math.cos(angle - wide),
                    10 + 112 * Math.sin(angle - wide),
                    x * out,
                    10 + (y - 10) * out,
                    108 * Math.cos(angle + wide),
                    10 + 112 * Math.sin(angle + wide))));
      }
    }
    return area;
  }

  private static Path2D closed(Path2D half) {
    half.lineTo(0, -116);
    half.closePath();
    return half;
  }

  private void eye(int side) {
    double x = side * 46;
    double y = -34;
    switch (eyes) {
      case OPEN, APART -> {
        s.inkedThin(oval(x, y, 25, 29), Color.WHITE);
        double dx = eyes == Eyes.APART ? side * 12 : lookX;
        pupil(x + dx, y + lookY, 13);
      }
      case SHOCKED -> {
        s.inkedThin(oval(x, y, 34, 37), Color.WHITE);
        pupil(x + lookX, y + lookY, 8);
        s.line(curve(x - 22, y - 56, x, y - 68, x + 22, y - 56), INK, 7);
      }
      case TIRED -> {
        s.inkedThin(oval(x, y, 27, 27), Color.WHITE);
        pupil(x + lookX, y + 9 + lookY, 12);
        s.within(oval(x, y, 27, 27), () -> s.fill(Sketch.rect(x - 40, y - 40, 80, 40), dark));
        s.line(oval(x, y, 27, 27), INK, 6);
        s.line(lines(x - 27, y, x + 27, y), INK, 7);
      }
      case HAPPY -> s.line(curve(x - 25, y + 8, x, y - 34, x + 25, y + 8), INK, 9);
      case SHUT -> {
        s.line(curve(x - 25, y - 6, x, y + 22, x + 25, y - 6), INK, 9);
        s.line(lines(x - 22, y - 34 + side * 7, x + 22, y - 34 - side * 7), INK, 9);
      }
      case ANGRY -> {
        Shape open =
            polygon(
                x - side * 44,
                y,
                x + side * 44,
                y - 33,
                x + side * 44,
                y + 60,
                x - side * 44,
                y + 60);
        s.within(
            open,
            () -> {
              s.inkedThin(oval(x, y, 25, 27), Color.WHITE);
              pupil(x + lookX, y + 4 + lookY, 11);
            });
        s.line(lines(x - side * 30, y - 6, x + side * 32, y - 32), INK, 10);
      }
      default -> throw new IllegalStateException();
    }
    if (bags) {
      s.line(curve(x - 20, y + 34, x, y + 46, x + 20, y + 34), dark, 5);
      s.line(curve(x - 15, y + 43, x, y + 53, x + 15, y + 43), dark, 4);
    }
  }

  private void pupil(double x, double y, double r) {
    s.fill(oval(x, y, r, r * 1.15), INK);
    s.fill(oval(x - r * 0.3, y - r * 0.4, r * 0.34, r * 0.34), Color.WHITE);
  }

  private void nose() {
    if (dog) {
      s.fill(oval(0, -2, 17, 12), INK);
      s.fill(oval(-5, -6, 4, 3), Color.WHITE);
    } else {
      Path2D nose = polygon(-10, -6, 10, -6, 0, 5);
      s.fill(nose, new Color(0xe8637a));
      s.line(nose, new Color(0xe8637a), 5);
    }
  }

  private void mouth() {
    switch (mouth) {
      case CAT -> {
        s.line(curve(0, 8, -2, 26, -22, 20), INK, 6);
        s.line(curve(0, 8, 2, 26, 22, 20), INK, 6);
      }
      case GRIN -> {
        Path2D open = new Path2D.Double();
        open.moveTo(-34, 14);
        open.quadTo(0, 24, 34, 14);
        open.curveTo(32, 62, -32, 62, -34, 14);
        open.closePath();
        s.fill(open, new Color(0x7a2238));
        s.within(open, () -> s.fill(oval(0, 54, 22, 16), new Color(0xf37a86)));
        s.line(open, INK, 6);
      }
      case FROWN -> s.line(curve(-26, 34, 0, 8, 26, 34), INK, 7);
      case FLAT -> s.line(lines(-22, 24, 22, 22), INK, 7);
      case SCREAM -> {
        Shape open = oval(0, 42, 30, 36);
        s.fill(open, new Color(0x7a2238));
        s.within(open, () -> s.fill(oval(0, 74, 24, 20), new Color(0xf37a86)));
        s.line(open, INK, 6);
        s.fill(polygon(-16, 10, -6, 10, -11, 24), Color.WHITE);
        s.fill(polygon(16, 10, 6, 10, 11, 24), Color.WHITE);
      }
      case WAVY -> {
        Path2D wave = new Path2D.Double();
        wave.moveTo(-32, 28);
        for (int i = 0; i < 4; i++) {
          wave.quadTo(-24 + 16 * i, i % 2 == 0 ? 14 : 40, -16 + 16 * i, 27);
        }
        s.line(wave, INK, 6);
      }
      case SMIRK -> s.line(curve(-14, 24, 14, 30, 30, 10), INK, 7);
      default -> throw new IllegalStateException();
    }
  }

  /** An arm with a paw at its end, in the pet's own coordinates. */
  void arm(double x1, double y1, double cx, double cy, double x2, double y2) {
    s.limb(curve(x1, y1, cx, cy, x2, y2), fur, 34);
    // the shoulder grows out of the body: no line between them
    double t = 0.3;
    double mx = x1 + t * (cx - x1);
    double my = y1 + t * (cy - y1);
    double ex = mx + t * (cx + t * (x2 - cx) - mx);
    double ey = my + t * (cy + t * (y2 - cy) - my);
    s.line(curve(x1, y1, mx, my, ex, ey), fur, 34);
    s.inked(oval(x2, y2, 27, 25), light);
    s.line(lines(x2 - 8, y2 + 8, x2 - 8, y2 + 17), INK, 4);
    s.line(lines(x2 + 8, y2 + 8, x2 + 8, y2 + 17), INK, 4);
  }
}
