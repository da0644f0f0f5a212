package io.rhyton.model.layer;

/** How images are interpolated between pixels. */
public enum Interpolation {
  /** Nearest neighbor. */
  NEAREST,
  /** Bilinear, from the four surrounding pixels. */
  BILINEAR,
  /** Bicubic, from the sixteen surrounding pixels. */
  BICUBIC,
  /** Lanczos kernel of radius 3. */
  LANCZOS3,
  /** Lanczos kernel of radius 5. */
  LANCZOS5;

  /**
   * Rejects interpolations that random transformations do not support.
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
