package io.rhyton.model.weight;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/** The axes over which norms are computed, negative ones counted from the end. */
final class NormAxes {
  private NormAxes() {}

  static List<Integer> of(int... axes) {
    return Arrays.stream(axes).boxed().toList();
  }

  /**
   * Returns a copy of the axes.
   *
   * @throws IllegalArgumentException if there are none
   */
  static List<Integer> require(List<Integer> axes) {
    if (axes.isEmpty()) {
      throw new IllegalArgumentException("axis must contain at least one axis, got none");
    }
    return List.copyOf(axes);
  }

  /** Returns whether a shape has these axes, without duplicates. */
  static boolean fit(List<Integer> axes, Shape shape) {
    Objects.requireNonNull(shape, "shape");
    int rank = shape.numDimensions();
    return axes.stream().allMatch(axis -> axis >= -rank && axis < rank)
        && axes.stream().map(axis -> Math.floorMod(axis, rank)).distinct().count() == axes.size();
  }
}
