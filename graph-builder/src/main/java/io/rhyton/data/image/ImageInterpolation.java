package io.rhyton.data.image;

/**
 * The interpolation for resizing images, with the names of {@code image_dataset_from_directory}.
 */
public enum ImageInterpolation {
  /** The nearest pixel. */
  NEAREST,
  /** Bilinear interpolation of the four nearest pixels. */
  BILINEAR,
  /** Bicubic interpolation of the sixteen nearest pixels. */
  BICUBIC,
  /** The mean of all pixels that an output pixel covers. */
  AREA,
  /** The Lanczos kernel of radius 3. */
  LANCZOS3,
  /** The Lanczos kernel of radius 5. */
  LANCZOS5,
  /** A Gaussian kernel with radius 3 and standard deviation 0.5. */
  GAUSSIAN,
  /** The Mitchell-Netravali cubic kernel. */
  MITCHELLCUBIC;

  /** Whether TensorFlow computes it with a convolution kernel. */
  boolean isKernel() {
    return compareTo(LANCZOS3) >= 0;
  }
}
