package io.rhyton.datasets;

/**
 * The figures of {@link SyntheticShapes}, each inside the circle of radius 1 around the origin,
 * with the y axis pointing up.
 */
enum Figure {
  CIRCLE,
  SQUARE,
  TRIANGLE,
  DIAMOND,
  STAR,
  CROSS,
  RING,
  CRESCENT,
  HEART,
  HEXAGON;

  private static final double[][] THREE_WAYS = directions(3);
  private static final double[][] FIVE_WAYS = directions(5);
  private static final double[][] SIX_WAYS = directions(6);

  /** Whether a point belongs to the figure. */
  boolean contains(double x, double y) {
    return switch (this) {
      case CIRCLE -> isInDisc(x, y, 0.9);
      case SQUARE -> isInBox(x, y, 0.7, 0.7);
      case TRIANGLE -> linesAround(x, -y, THREE_WAYS, 0.5) == 3;
      case DIAMOND -> Math.abs(x) / 0.5 + Math.abs(y) <= 1;
      // A point is in the star if it is inside at least four of its five edge lines.
      case STAR -> linesAround(x, y, FIVE_WAYS, 0.35) >= 4 && isInDisc(x, y, 1);
      case CROSS -> isInBox(x, y, 0.28, 0.95) || isInBox(x, y, 0.95, 0.28);
      case RING -> isInDisc(x, y, 0.97) && !isInDisc(x, y, 0.6);
      case CRESCENT -> isInDisc(x, y, 0.97) && !isInDisc(x - 0.5, y, 0.77);
      case HEART -> isInHeart(1.1 * x, 1.1 * y + 0.14);
      case HEXAGON -> linesAround(x, y, SIX_WAYS, 0.85) == 6;
    };
  }

  private static boolean isInDisc(double x, double y, double radius) {
    return x * x + y * y <= radius * radius;
  }

  private static boolean isInBox(double x, double y, double halfWidth, double halfHeight) {
    return Math.abs(x) <= halfWidth && Math.abs(y) <= halfHeight;
  }

  /** An ellipse with its halves bent upwards: {@code x² + (1.2 y - 0.7 √|x|)² = 0.9²}. */
  private static boolean isInHeart(double x, double y) {
    return isInDisc(x, 1.2 * y - 0.7 * Math.sqrt(Math.abs(x)), 0.9);
  }

  /**
   * Counts the lines that have the point on the origin's side: lines at a distance from the origin,
   * one perpendicular to each direction.
   */
  private static int linesAround(double x, double y, double[][] ways, double distance) {
    int count = 0;
    for (double[] way : ways) {
      if (x * way[0] + y * way[1] <= distance) {
        count++;
      }
    }
    return count;
  }

  /** Unit vectors at equal angles, the first upwards. */
  private static double[][] directions(int count) {
    double[][] directions = new double[count][];
    for (int i = 0; i < count; i++) {
      double angle = Math.PI / 2 + 2 * Math.PI * i / count;
      directions[i] = new double[] {StrictMath.cos(angle), StrictMath.sin(angle)};
    }
    return directions;
  }
}
