package io.rhyton.model.layer.geometry;

import io.rhyton.error.Arguments;
import io.rhyton.model.shape.ShapeText;
import org.tensorflow.ndarray.Shape;

/** The groups of a convolution. */
public final class Groups {
  private Groups() {}

  public static void require(int groups, int filters) {
    Arguments.requirePositive("groups", groups);
    if (filters % groups != 0) {
      throw new IllegalArgumentException(
          "filters must be a multiple of groups " + groups + ", got " + filters);
    }
  }

  /** The channels of the input that one group looks at. */
  public static long channels(LayerInputs inputs, int groups) {
    Shape input = inputs.single();
    long channels = input.get(-1);
    if (channels % groups != 0) {
      throw inputs.mismatch(
          "channels that " + groups + " groups can share",
          ShapeText.of(input),
          "Set groups to a divisor of the channels.");
    }
    return channels / groups;
  }
}
