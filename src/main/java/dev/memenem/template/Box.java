package dev.memenem.template;

/**
 * Where a text stands, as fractions of the picture, so that every size renders.
 *
 * @param x left edge, 0 to 1
 * @param y top edge, 0 to 1
 * @param width 0 to 1, {@code x + width} at most 1
 * @param height 0 to 1, {@code y + height} at most 1
 * @param angle degrees clockwise around the box's centre; 0 for nearly all
 */
public record Box(double x, double y, double width, double height, double angle) {
  public Box {
    if (!(x >= 0
        && y >= 0
        && width > 0
        && height > 0
        && x + width <= 1.001
        && y + height <= 1.001)) {
      throw new IllegalArgumentException(
          "box [%s, %s, %s, %s] is not inside the picture".formatted(x, y, width, height));
    }
  }
}
