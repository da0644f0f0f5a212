package io.rhyton.applications;

import io.rhyton.error.Arguments;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.shape.Sizes;
import org.tensorflow.ndarray.Shape;

/**
 * The shape of an input image, without the batch.
 *
 * @param height height in pixels, or {@link Sizes#ANY}
 * @param width width in pixels, or {@link Sizes#ANY}
 * @param channels the number of channels, at least 1; 3 for RGB
 */
public record InputShape(int height, int width, int channels) {
  /** RGB images of any size. */
  static final InputShape ANY_RGB = square(Sizes.ANY);

  public InputShape {
    requireSize("height", height);
    requireSize("width", width);
    Arguments.requirePositive("channels", channels);
  }

  private static void requireSize(String name, int size) {
    if (Sizes.isKnown(size)) {
      Arguments.requirePositive(name, size);
    }
  }

  /** Returns a square RGB image. */
  static InputShape square(int side) {
    return new InputShape(side, side, 3);
  }

  /** Whether height and width are known. */
  boolean isKnown() {
    return Sizes.isKnown(height) && Sizes.isKnown(width);
  }

  /** Whether a known height or width is below a minimum. */
  boolean isBelow(int size) {
    return (Sizes.isKnown(height) && height < size) || (Sizes.isKnown(width) && width < size);
  }

  /** The sizes in brackets, with {@code ?} for unknown ones. */
  @Override
  public String toString() {
    return ShapeText.of(Shape.of(height, width, channels));
  }
}
