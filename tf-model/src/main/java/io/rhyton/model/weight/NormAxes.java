package io.rhyton.model.weight;

import java.util.Arrays;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/** Axes that norms are taken over, counted from the front or, if below 0, from the end. */
final class NormAxes {
  private NormAxes() {}

  static List<Integer> of(int... axes) {
    return Arrays.stream(axes).boxed().toList();
  }

  /**
   * Copies the axes.
   *
   * @throws IllegalArgumentException if there are none
   */
  static List<Integer> require(List<Integer> axes) {
    if (axes.isEmpty()) {
      throw new IllegalArgumentException("axis must name one axis or more, got none");
    }
    return List.copyOf(axes);
  }

  /** Whether a shape has these axes, each named once. */
  static boolean fit(List<Integer> axes, Shape shape) {
    int rank = shape.numDimensions();
    return axes.stream().allMatch(axis -> axis >= -rank && axis < rank)
        && axes.stream().map(axis -> Math.floorMod(axis, rank)).distinct().count() == axes.size();
  }
}
