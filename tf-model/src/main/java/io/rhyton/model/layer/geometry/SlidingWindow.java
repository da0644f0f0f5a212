package io.rhyton.model.layer.geometry;

import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.shape.Size2D;
import org.tensorflow.ndarray.Shape;

/**
 * A sliding window over images: computes the output size.
 *
 * @param rows the window along the height
 * @param columns the window along the width
 * @param padding the padding at the borders
 */
public record SlidingWindow(WindowAxis rows, WindowAxis columns, Padding padding) {

  /** Returns a window without dilation. */
  public static SlidingWindow of(Size2D size, Size2D strides, Padding padding) {
    return of(size, strides, Size2D.square(1), padding);
  }

  /** Returns a dilated window. */
  public static SlidingWindow of(Size2D size, Size2D strides, Size2D dilation, Padding padding) {
    return new SlidingWindow(
        new WindowAxis(size.height(), strides.height(), dilation.height()),
        new WindowAxis(size.width(), strides.width(), dilation.width()),
        padding);
  }

  /** Returns the output shape of sliding the window over the only input. */
  public Shape over(LayerInputs inputs, long channels) {
    Shape image = inputs.image();
    if (!rows.fits(image.get(1), padding) || !columns.fits(image.get(2), padding)) {
      throw inputs.mismatch(
          "an image of " + rows.effectiveSize() + "x" + columns.effectiveSize() + " pixels or more",
          ShapeText.of(image),
          "Use padding(SAME), a smaller window, or fewer pooling layers before it.");
    }
    if (rows.padded(image.get(1), padding)
            * columns.padded(image.get(2), padding)
            * Math.max(image.get(3), 1)
        > Integer.MAX_VALUE) {
      throw inputs.mismatch(
          "fewer than 2^31 values in a padded image",
          rows.effectiveSize()
              + "x"
              + columns.effectiveSize()
              + " pixels around "
              + ShapeText.of(image),
          "Use a smaller window or dilation.");
    }
    return Shape.of(
        image.get(0),
        rows.positions(image.get(1), padding),
        columns.positions(image.get(2), padding),
        channels);
  }
}
