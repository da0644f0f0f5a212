package io.rhyton.data.image;

/** How images are brought to another size: what Keras takes to read a folder of images. */
public enum ImageInterpolation {
  /** The value of the nearest pixel. */
  NEAREST,
  /** A mean of the four pixels around, the nearer the heavier. */
  BILINEAR,
  /** A cubic curve through the sixteen pixels around. */
  BICUBIC,
  /** The mean of all pixels that a new one covers. */
  AREA,
  /** Lanczos's windowed sine of radius 3. */
  LANCZOS3,
  /** Lanczos's windowed sine of radius 5. */
  LANCZOS5,
  /** A Gaussian of radius 3 and deviation a half. */
  GAUSSIAN,
  /** Mitchell's and Netravali's cubic curve. */
  MITCHELLCUBIC;

  /** Whether it is a kernel that is laid over the image. */
  boolean isKernel() {
    return compareTo(LANCZOS3) >= 0;
  }
}
