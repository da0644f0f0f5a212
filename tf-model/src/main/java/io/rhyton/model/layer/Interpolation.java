package io.rhyton.model.layer;

/** How values between pixels are made. */
public enum Interpolation {
  /** The value of the nearest pixel. */
  NEAREST,
  /** A mean of the four pixels around, the nearer the heavier. */
  BILINEAR,
  /** A cubic curve through the sixteen pixels around. */
  BICUBIC,
  /** Lanczos's windowed sine of radius 3. */
  LANCZOS3,
  /** Lanczos's windowed sine of radius 5. */
  LANCZOS5;

  /**
   * Refuses what a transform of images has not.
   *
   * @throws IllegalArgumentException if it is neither nearest nor bilinear
   */
  static void requireSimple(Interpolation interpolation) {
    if (interpolation != NEAREST && interpolation != BILINEAR) {
      throw new IllegalArgumentException(
          "interpolation must be NEAREST or BILINEAR, got " + interpolation);
    }
  }
}
