package io.rhyton.model.layer;

import io.rhyton.model.Arguments;
import org.tensorflow.ndarray.Shape;

/** Validates the groups of a convolution. */
final class Groups {
  private Groups() {}

  static void require(int groups, int filters) {
    Arguments.requirePositive("groups", groups);
    if (filters % groups != 0) {
      throw new IllegalArgumentException(
          "filters must be a multiple of groups " + groups + ", got " + filters);
    }
  }

  /** Returns the number of input channels per group. */
  static long channels(LayerInputs inputs, int groups) {
    Shape input = inputs.single();
    long channels = input.get(-1);
    if (channels % groups != 0) {
      throw inputs.mismatch(
          "channels divisible into " + groups + " groups",
          ShapeText.of(input),
          "Set groups to a divisor of the channels.");
    }
    return channels / groups;
  }
}
