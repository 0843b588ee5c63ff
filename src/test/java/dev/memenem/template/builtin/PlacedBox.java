package dev.memenem.template.builtin;

import dev.memenem.template.Box;
import dev.memenem.template.Template;
import java.util.ArrayList;
import java.util.List;

/**
 * A box where it really stands: its corners in pixels, turned by its angle.
 *
 * @param corners x and y, in order around the box
 */
record PlacedBox(List<double[]> corners) {

  static PlacedBox of(Box box, Template.Image image) {
    double centreX = (box.x() + box.width() / 2) * image.width();
    double centreY = (box.y() + box.height() / 2) * image.height();
    double halfWidth = box.width() * image.width() / 2;
    double halfHeight = box.height() * image.height() / 2;
    double cos = Math.cos(Math.toRadians(box.angle()));
    double sin = Math.sin(Math.toRadians(box.angle()));
    List<double[]> corners = new ArrayList<>();
    for (int[] side : new int[][] {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}) {
      double x = side[0] * halfWidth;
      double y = side[1] * halfHeight;
      corners.add(new double[] {centreX + x * cos - y * sin, centreY + x * sin + y * cos});
    }
    return new PlacedBox(corners);
  }

  /** How far it reaches over the edge of the picture, in pixels. */
  double outside(Template.Image image) {
    return corners.stream()
        .mapToDouble(
            c ->
                Math.max(
                    Math.max(-c[0], c[0] - image.width()), Math.max(-c[1], c[1] - image.height())))
        .max()
        .orElse(0);
  }

  /** How far one of the two would have to move for them to be apart, in pixels; 0 when they are. */
  double overlap(PlacedBox other) {
    return Math.max(0, Math.min(depth(this, other), depth(other, this)));
  }

  /** The least depth along the normals of one box's sides; negative when a side separates them. */
  private static double depth(PlacedBox a, PlacedBox b) {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < 2; i++) {
      double[] from = a.corners.get(i);
      double[] to = a.corners.get(i + 1);
      double length = Math.hypot(to[0] - from[0], to[1] - from[1]);
      double normalX = (from[1] - to[1]) / length;
      double normalY = (to[0] - from[0]) / length;
      double[] shadowA = a.shadow(normalX, normalY);
      double[] shadowB = b.shadow(normalX, normalY);
      least = Math.min(least, Math.min(shadowA[1], shadowB[1]) - Math.max(shadowA[0], shadowB[0]));
    }
    return least;
  }

  private double[] shadow(double x, double y) {
    double[] along = corners.stream().mapToDouble(c -> c[0] * x + c[1] * y).sorted().toArray();
    return new double[] {along[0], along[along.length - 1]};
  }
}
