package io.rhyton.data.image;

import io.rhyton.data.Fingerprint;
import io.rhyton.error.Arguments;
import io.rhyton.model.shape.Size2D;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * The format of decoded images, independent of their files or records.
 *
 * @param size the height and width to which images are resized
 * @param interpolation the interpolation for resizing
 * @param colorMode the channels
 * @param cropToAspectRatio whether images are cropped to the target aspect ratio, so that they are
 *     not distorted
 * @param padToAspectRatio whether images are padded with black to the target aspect ratio, so that
 *     they are not distorted
 * @param maxPixels the maximum number of pixels of a file, and of the size to which it is resized;
 *     larger ones are rejected before memory is allocated
 */
public record ImageFormat(
    Size2D size,
    ImageInterpolation interpolation,
    ColorMode colorMode,
    boolean cropToAspectRatio,
    boolean padToAspectRatio,
    int maxPixels) {
  /** Pillow's limit, which protects against decompression bombs. */
  private static final int MAX_PIXELS = 89_478_485;

  static final ImageFormat DEFAULT =
      new ImageFormat(
          new Size2D(256, 256),
          ImageInterpolation.BILINEAR,
          ColorMode.RGB,
          false,
          false,
          MAX_PIXELS);

  /**
   * Creates a format.
   *
   * @throws IllegalArgumentException if {@code maxPixels} is out of range, or both cropping and
   *     padding are set
   */
  public ImageFormat {
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(interpolation, "interpolation");
    Objects.requireNonNull(colorMode, "colorMode");
    Arguments.requirePositive("maxPixels", maxPixels);
    if (cropToAspectRatio && padToAspectRatio) {
      throw new IllegalArgumentException(
          "set either cropToAspectRatio or padToAspectRatio, not both");
    }
  }

  /** RGB images resized by bilinear interpolation. */
  public static ImageFormat of(int height, int width) {
    return DEFAULT.size(new Size2D(height, width));
  }

  /** Sets the height and width to which images are resized. */
  public ImageFormat size(Size2D size) {
    Objects.requireNonNull(size, "size");
    return new ImageFormat(
        size, interpolation, colorMode, cropToAspectRatio, padToAspectRatio, maxPixels);
  }

  /** Sets the interpolation for resizing; {@link ImageInterpolation#BILINEAR} by default. */
  public ImageFormat interpolation(ImageInterpolation interpolation) {
    Objects.requireNonNull(interpolation, "interpolation");
    return new ImageFormat(
        size, interpolation, colorMode, cropToAspectRatio, padToAspectRatio, maxPixels);
  }

  /** Sets the channels; {@link ColorMode#RGB} by default. */
  public ImageFormat colorMode(ColorMode colorMode) {
    Objects.requireNonNull(colorMode, "colorMode");
    return new ImageFormat(
        size, interpolation, colorMode, cropToAspectRatio, padToAspectRatio, maxPixels);
  }

  /** Sets whether images are cropped to the target aspect ratio; false by default. */
  public ImageFormat cropToAspectRatio(boolean cropToAspectRatio) {
    return new ImageFormat(
        size, interpolation, colorMode, cropToAspectRatio, padToAspectRatio, maxPixels);
  }

  /** Sets whether images are padded with black to the target aspect ratio; false by default. */
  public ImageFormat padToAspectRatio(boolean padToAspectRatio) {
    return new ImageFormat(
        size, interpolation, colorMode, cropToAspectRatio, padToAspectRatio, maxPixels);
  }

  /**
   * Sets the maximum number of pixels of a file, and of the size to which it is resized; 89,478,485
   * by default.
   */
  public ImageFormat maxPixels(int maxPixels) {
    return new ImageFormat(
        size, interpolation, colorMode, cropToAspectRatio, padToAspectRatio, maxPixels);
  }

  /** Adds the options, which determine the pixel values, to a fingerprint. */
  public void updateFingerprint(Fingerprint fingerprint) {
    fingerprint
        .add(size.height())
        .add(size.width())
        .add(interpolation.name())
        .add(colorMode.name())
        .add((cropToAspectRatio ? 1 : 0) + (padToAspectRatio ? 2 : 0));
  }

  /**
   * Returns the shape {@code [height, width, channels]}.
   *
   * @throws IllegalArgumentException if it has more than {@code maxPixels} pixels
   */
  public Shape shape() {
    long pixels = (long) size.height() * size.width();
    if (pixels > maxPixels) {
      throw new IllegalArgumentException(
          "an image of %d by %d pixels is larger than maxPixels %d; raise maxPixels"
              .formatted(size.height(), size.width(), maxPixels));
    }
    return Shape.of(size.height(), size.width(), colorMode.channels());
  }
}
