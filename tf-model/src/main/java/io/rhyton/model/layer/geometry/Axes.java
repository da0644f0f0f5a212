package io.rhyton.model.layer.geometry;

import io.rhyton.model.shape.ShapeText;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/** Axes of an input, including the batch as axis 0; negative ones are counted from the end. */
public final class Axes {
  private Axes() {}

  /** Returns a list of axes. */
  public static List<Integer> of(int... axes) {
    return Arrays.stream(axes).boxed().toList();
  }

  /**
   * Returns a copy of the axes.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static List<Integer> require(String name, List<Integer> axes) {
    if (axes.isEmpty()) {
      throw new IllegalArgumentException(name + " must contain at least one axis, got none");
    }
    return List.copyOf(axes);
  }

  /**
   * Returns the only input, after checking that it has these axes, without duplicates or the batch.
   */
  public static Shape check(LayerInputs inputs, List<Integer> axes) {
    Shape shape = inputs.single();
    int rank = shape.numDimensions();
    boolean fit = axes.stream().allMatch(axis -> axis >= -rank && axis < rank);
    List<Integer> fromFront = axes.stream().map(axis -> Math.floorMod(axis, rank)).toList();
    if (!fit || fromFront.contains(0) || fromFront.stream().distinct().count() < axes.size()) {
      throw inputs.mismatch(
          "distinct axes of the samples of " + ShapeText.of(shape),
          axes.toString(),
          "Use axes from 1 to " + (rank - 1) + ", or -1 for the last.");
    }
    return shape;
  }

  /** Returns the size along one axis. */
  public static Shape size(LayerInputs inputs, int axis) {
    return sizes(inputs, of(axis));
  }

  /**
   * Returns the sizes along some axes in Keras's order, which sorts the axes as given, negative
   * ones first.
   */
  public static Shape sizes(LayerInputs inputs, List<Integer> axes) {
    Shape shape = check(inputs, axes);
    int rank = shape.numDimensions();
    return Shape.of(
        axes.stream().sorted().mapToLong(axis -> shape.get(Math.floorMod(axis, rank))).toArray());
  }
}
