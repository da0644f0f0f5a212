package io.rhyton.model.layer.geometry;

import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.shape.Sizes;
import org.tensorflow.ndarray.Shape;

/**
 * A sliding window along one axis.
 *
 * @param size the number of elements in the window
 * @param stride the distance between successive windows
 * @param dilation the distance between successive elements of the window
 */
public record WindowAxis(int size, int stride, int dilation) {

  /** Returns the length of the window including gaps from dilation. */
  long effectiveSize() {
    return (size - 1L) * dilation + 1;
  }

  /** Returns the number of positions of the window; less than 1 if it does not fit. */
  long positions(long steps, Padding padding) {
    return Sizes.map(
        steps,
        known ->
            padding == Padding.VALID
                ? Math.floorDiv(known - effectiveSize(), stride) + 1
                : -Math.floorDiv(-known, stride));
  }

  /** Returns whether the window has a position, or may have one in a sequence of unknown length. */
  boolean fits(long steps, Padding padding) {
    return !Sizes.isKnown(steps) || positions(steps, padding) > 0;
  }

  /** Returns the largest possible length including padding; at least that if it is unknown. */
  double padded(long steps, Padding padding) {
    double known = Math.max(steps, 1);
    return padding == Padding.VALID ? known : known + effectiveSize() - 1;
  }

  /** Returns the output shape for a sequence. */
  public Shape over(LayerInputs inputs, Padding padding, long features) {
    Shape sequence = inputs.sequence();
    if (!fits(sequence.get(1), padding)) {
      throw inputs.mismatch(
          "a sequence of " + effectiveSize() + " timesteps or more",
          ShapeText.of(sequence),
          "Use padding(SAME), a smaller window, or fewer pooling layers before it.");
    }
    if (padded(sequence.get(1), padding) * Math.max(sequence.get(2), 1) > Integer.MAX_VALUE) {
      throw inputs.mismatch(
          "fewer than 2^31 values in a padded sequence",
          effectiveSize() + " timesteps around " + ShapeText.of(sequence),
          "Use a smaller window or dilation.");
    }
    return Shape.of(sequence.get(0), positions(sequence.get(1), padding), features);
  }
}
