package io.rhyton.applications;

/** Numbers of filters, rounded as Keras rounds them. */
final class Rounding {
  private static final int DIVISOR = 8;
  private static final double LEAST_SHARE = 0.9;

  private Rounding() {}

  /** Returns the nearest multiple of 8, at least 8. */
  static int toMultiple(double filters) {
    return Math.max(DIVISOR, (int) (filters + DIVISOR / 2.0) / DIVISOR * DIVISOR);
  }

  /**
   * Returns the nearest multiple of 8, or the next one if that is less than 90 %.
   *
   * <p>Source: {@code _make_divisible} in {@code keras/src/applications/mobilenet_v2.py}, Keras
   * 3.15.
   */
  static int divisible(double filters) {
    int rounded = toMultiple(filters);
    return rounded < LEAST_SHARE * filters ? rounded + DIVISOR : rounded;
  }
}
