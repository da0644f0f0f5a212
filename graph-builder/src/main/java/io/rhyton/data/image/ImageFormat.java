package io.rhyton.data.image;

import io.rhyton.data.Fingerprint;
import io.rhyton.error.Arguments;
import io.rhyton.model.shape.Size2D;
import org.tensorflow.ndarray.Shape;

/**
 * What images are delivered as, whatever their files or records hold.
 *
 * @param size the height and width of all
 * @param interpolation how they are brought to it
 * @param colorMode their channels
 * @param cropToAspectRatio whether what is outside the proportions is cut off, so that nothing is
 *     distorted
 * @param padToAspectRatio whether what is missing to the proportions is black, so that nothing is
 *     distorted
 * @param maxPixels the most pixels that a file may have; larger ones are refused before they take
 *     memory
 */
public record ImageFormat(
    Size2D size,
    ImageInterpolation interpolation,
    ColorMode colorMode,
    boolean cropToAspectRatio,
    boolean padToAspectRatio,
    int maxPixels) {
  /** What Pillow calls a decompression bomb is larger. */
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
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is outside its range, or images are to be both cut off
   *     and filled up
   */
  public ImageFormat {
    Arguments.requirePositive("maxPixels", maxPixels);
    if (cropToAspectRatio && padToAspectRatio) {
      throw new IllegalArgumentException(
          "give either cropToAspectRatio or padToAspectRatio, not both");
    }
  }

  /** RGB of one size, brought to it by linear interpolation. */
  public static ImageFormat of(int height, int width) {
    return DEFAULT.size(new Size2D(height, width));
  }

  /** Sets the height and width of all. */
  public ImageFormat size(Size2D size) {
    return new ImageFormat(
        size, interpolation, colorMode, cropToAspectRatio, padToAspectRatio, maxPixels);
  }

  /** Sets how they are brought to their size; {@link ImageInterpolation#BILINEAR} unless set. */
  public ImageFormat interpolation(ImageInterpolation interpolation) {
    return new ImageFormat(
        size, interpolation, colorMode, cropToAspectRatio, padToAspectRatio, maxPixels);
  }

  /** Sets the channels; {@link ColorMode#RGB} unless set. */
  public ImageFormat colorMode(ColorMode colorMode) {
    return new ImageFormat(
        size, interpolation, colorMode, cropToAspectRatio, padToAspectRatio, maxPixels);
  }

  /** Sets whether what is outside the proportions is cut off; false unless set. */
  public ImageFormat cropToAspectRatio(boolean cropToAspectRatio) {
    return new ImageFormat(
        size, interpolation, colorMode, cropToAspectRatio, padToAspectRatio, maxPixels);
  }

  /** Sets whether what is missing to the proportions is black; false unless set. */
  public ImageFormat padToAspectRatio(boolean padToAspectRatio) {
    return new ImageFormat(
        size, interpolation, colorMode, cropToAspectRatio, padToAspectRatio, maxPixels);
  }

  /** Sets the most pixels that an image may have; 89,478,485 unless set. */
  public ImageFormat maxPixels(int maxPixels) {
    return new ImageFormat(
        size, interpolation, colorMode, cropToAspectRatio, padToAspectRatio, maxPixels);
  }

  /** Tells what decides the pixels. */
  public void identify(Fingerprint fingerprint) {
    fingerprint
        .add(size.height())
        .add(size.width())
        .add(interpolation.name())
        .add(colorMode.name())
        .add((cropToAspectRatio ? 1 : 0) + (padToAspectRatio ? 2 : 0));
  }

  public Shape shape() {
    return Shape.of(size.height(), size.width(), colorMode.channels());
  }
}
