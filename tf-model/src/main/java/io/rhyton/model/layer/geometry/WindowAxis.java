package io.rhyton.model.layer.geometry;

import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.ShapeText;
import org.tensorflow.ndarray.Shape;

/**
 * A window that moves along one axis.
 *
 * @param size places that it looks at
 * @param stride steps from one of its positions to the next
 * @param dilation steps from one place that it looks at to the next
 */
public record WindowAxis(int size, int stride, int dilation) {

  /** Steps from the first place that it looks at to the last, both counted. */
  long reach() {
    return (size - 1L) * dilation + 1;
  }

  /** In how many positions it fits; less than 1 if in none. */
  long positions(long steps, Padding padding) {
    return padding == Padding.VALID
        ? Math.floorDiv(steps - reach(), stride) + 1
        : -Math.floorDiv(-steps, stride);
  }

  /** The steps with all the padding that they may get. */
  double padded(long steps, Padding padding) {
    return padding == Padding.VALID ? steps : (double) steps + reach() - 1;
  }

  /** What it makes of a sequence. */
  public Shape over(LayerInputs inputs, Padding padding, long features) {
    Shape sequence = inputs.sequence();
    long steps = positions(sequence.get(1), padding);
    if (steps < 1) {
      throw inputs.mismatch(
          "a sequence of " + reach() + " steps or more",
          ShapeText.of(sequence),
          "Use padding(SAME), a smaller window, or fewer pooling layers before it.");
    }
    if (padded(sequence.get(1), padding) * sequence.get(2) > Integer.MAX_VALUE) {
      throw inputs.mismatch(
          "less than 2^31 values in a sequence with its padding",
          reach() + " steps around " + ShapeText.of(sequence),
          "Use a smaller window or dilation.");
    }
    return Shape.of(sequence.get(0), steps, features);
  }
}
