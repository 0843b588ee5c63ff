package dev.memenem.art;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** A canvas 1000 units wide and the manner everything on it is drawn in: flat, inked, rounded. */
final class Sketch {
  static final Color INK = new Color(0x2a2140);
  static final Color PAPER = new Color(0xfbf7ef);
  static final Color KRAFT = new Color(0xd9a066);
  static final Color KRAFT_DARK = new Color(0xb67c46);
  static final Color KRAFT_LIGHT = new Color(0xeec08c);
  static final float LINE = 7;

  final int height;
  private final BufferedImage image;
  final Graphics2D g;

  Sketch(int height) {
    this.height = height;
    image = new BufferedImage(1000, height, BufferedImage.TYPE_INT_RGB);
    g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    fill(rect(0, 0, 1000, height), PAPER);
  }

  BufferedImage image() {
    return image;
  }

  /** Draws with the origin elsewhere. */
  void at(double x, double y, double scale, double degrees, Runnable drawing) {
    AffineTransform before = g.getTransform();
    g.translate(x, y);
    g.rotate(Math.toRadians(degrees));
    g.scale(scale, scale);
    drawing.run();
    g.setTransform(before);
  }

  /** Draws inside a shape only. */
  void within(Shape shape, Runnable drawing) {
    Shape before = g.getClip();
    g.clip(shape);
    drawing.run();
    g.setClip(before);
  }

  void fill(Shape shape, Color color) {
    g.setColor(color);
    g.fill(shape);
  }

  void line(Shape shape, Color color, double width) {
    g.setColor(color);
    g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(shape);
  }

  /** Filled, with the ink line around it. */
  void inked(Shape shape, Color color) {
    fill(shape, color);
    line(shape, INK, LINE);
  }

  void inkedThin(Shape shape, Color color) {
    fill(shape, color);
    line(shape, INK, 6);
  }

  /** A part of a shape in another colour, under its line. */
  void shade(Shape shape, Shape part, Color color) {
    Area both = new Area(shape);
    both.intersect(new Area(part));
    fill(both, color);
  }

  /** A thick line with ink on both sides: arms, tails. */
  void limb(Shape path, Color color, double width) {
    line(path, INK, width + 2 * LINE);
    line(path, color, width);
  }

  /** Rays from a point. */
  void burst(Shape area, double cx, double cy, Color one, Color two, int rays) {
    within(
        area,
        () -> {
          fill(area, one);
          for (int i = 0; i < rays; i++) {
            double from = 2 * Math.PI * i / rays + 0.13;
            double to = from + Math.PI / rays;
            Path2D ray = new Path2D.Double();
            ray.moveTo(cx, cy);
            ray.lineTo(cx + 2000 * Math.cos(from), cy + 2000 * Math.sin(from));
            ray.lineTo(cx + 2000 * Math.cos(to), cy + 2000 * Math.sin(to));
            ray.closePath();
            fill(ray, two);
          }
        });
  }

  /** Dots that grow towards the bottom, as in printed comics. */
  void halftone(Rectangle2D area, Color color, double step) {
    within(
        area,
        () -> {
          int row = 0;
          for (double y = area.getMinY(); y < area.getMaxY() + step; y += step / 2, row++) {
            double share = (y - area.getMinY()) / area.getHeight();
            double r = step * 0.42 * Math.max(0, share - 0.35);
            for (double x = area.getMinX() + (row % 2) * step / 2; x < area.getMaxX(); x += step) {
              if (r > 0.4) {
                fill(oval(x, y, r, r), color);
              }
            }
          }
        });
  }

  void glow(double cx, double cy, double r, Color color) {
    g.setPaint(
        new RadialGradientPaint(
            (float) cx,
            (float) cy,
            (float) r,
            new float[] {0, 1},
            new Color[] {color, new Color(color.getRGB() & 0xffffff, true)}));
    g.fill(oval(cx, cy, r, r));
  }

  /** A soft patch under something that stands. */
  void shadow(double cx, double cy, double rx, double ry) {
    fill(oval(cx, cy, rx, ry), new Color(0x402a2140, true));
  }

  void sparkle(double x, double y, double r, Color color) {
    Path2D star = new Path2D.Double();
    star.moveTo(x, y - r);
    star.quadTo(x + r * 0.12, y - r * 0.12, x + r, y);
    star.quadTo(x + r * 0.12, y + r * 0.12, x, y + r);
    star.quadTo(x - r * 0.12, y + r * 0.12, x - r, y);
    star.quadTo(x - r * 0.12, y - r * 0.12, x, y - r);
    star.closePath();
    fill(star, color);
  }

  void drop(double x, double y, double s) {
    Path2D drop = new Path2D.Double();
    drop.moveTo(x, y - 1.5 * s);
    drop.curveTo(x + 0.4 * s, y - 0.7 * s, x + s, y - 0.3 * s, x + s, y + 0.2 * s);
    drop.curveTo(x + s, y + 1.3 * s, x - s, y + 1.3 * s, x - s, y + 0.2 * s);
    drop.curveTo(x - s, y - 0.3 * s, x - 0.4 * s, y - 0.7 * s, x, y - 1.5 * s);
    drop.closePath();
    fill(drop, new Color(0x7fd3f7));
    line(drop, INK, 5);
    line(
        curve(x - 0.45 * s, y + 0.2 * s, x - 0.4 * s, y + 0.65 * s, x, y + 0.7 * s),
        Color.WHITE,
        4);
  }

  void cloud(double x, double y, double s, Color color) {
    Area cloud = new Area(oval(x, y, 60 * s, 34 * s));
    cloud.add(new Area(oval(x - 50 * s, y + 12 * s, 44 * s, 24 * s)));
    cloud.add(new Area(oval(x + 52 * s, y + 12 * s, 46 * s, 24 * s)));
    cloud.add(new Area(oval(x + 16 * s, y - 18 * s, 40 * s, 32 * s)));
    fill(cloud, color);
  }

  void stars(Shape area, int count, long seed) {
    Random random = new Random(seed);
    Rectangle2D box = area.getBounds2D();
    within(
        area,
        () -> {
          for (int i = 0; i < count; i++) {
            double x = box.getX() + random.nextDouble() * box.getWidth();
            double y = box.getY() + random.nextDouble() * box.getHeight();
            double r = 1.2 + 2.4 * random.nextDouble();
            fill(oval(x, y, r, r), random.nextInt(4) == 0 ? new Color(0xffe9a8) : Color.WHITE);
          }
        });
  }

  static Shape oval(double cx, double cy, double rx, double ry) {
    return new Ellipse2D.Double(cx - rx, cy - ry, 2 * rx, 2 * ry);
  }

  static Rectangle2D rect(double x, double y, double w, double h) {
    return new Rectangle2D.Double(x, y, w, h);
  }

  static Shape round(double x, double y, double w, double h, double r) {
    return new RoundRectangle2D.Double(x, y, w, h, 2 * r, 2 * r);
  }

  static Shape curve(double x1, double y1, double cx, double cy, double x2, double y2) {
    return new QuadCurve2D.Double(x1, y1, cx, cy, x2, y2);
  }

  static Path2D polygon(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    path.closePath();
    return path;
  }

  static Path2D lines(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    return path;
  }
}
