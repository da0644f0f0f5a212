package io.rhyton.model.layer.geometry;

import io.rhyton.error.Arguments;
import io.rhyton.model.shape.ShapeText;
import org.tensorflow.ndarray.Shape;

/** Validates the groups of a convolution. */
public final class Groups {
  private Groups() {}

  /**
   * Checks that the groups divide the filters.
   *
   * @throws IllegalArgumentException if they do not
   */
  public static void require(int groups, int filters) {
    Arguments.requirePositive("groups", groups);
    if (filters % groups != 0) {
      throw new IllegalArgumentException(
          "filters must be a multiple of groups " + groups + ", got " + filters);
    }
  }

  /** Returns the number of input channels per group. */
  public static long channels(LayerInputs inputs, int groups) {
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
