package io.rhyton.model.layer.geometry;

import io.rhyton.model.shape.ShapeText;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/** Axes of an input, counted from the front with the batch as 0 or, if below 0, from the end. */
public final class Axes {
  private Axes() {}

  public static List<Integer> of(int... axes) {
    return Arrays.stream(axes).boxed().toList();
  }

  /**
   * Copies the axes.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static List<Integer> require(String name, List<Integer> axes) {
    if (axes.isEmpty()) {
      throw new IllegalArgumentException(name + " must name one axis or more, got none");
    }
    return List.copyOf(axes);
  }

  /** The one input, once it has these axes, each named once and none of them the batch. */
  public static Shape check(LayerInputs inputs, List<Integer> axes) {
    Shape shape = inputs.single();
    int rank = shape.numDimensions();
    boolean fit = axes.stream().allMatch(axis -> axis >= -rank && axis < rank);
    List<Integer> fromFront = axes.stream().map(axis -> Math.floorMod(axis, rank)).toList();
    if (!fit || fromFront.contains(0) || fromFront.stream().distinct().count() < axes.size()) {
      throw inputs.mismatch(
          "different axes of the samples of " + ShapeText.of(shape),
          axes.toString(),
          "Name axes from 1 to " + (rank - 1) + ", or -1 for the last.");
    }
    return shape;
  }

  /** The size along one axis. */
  public static Shape size(LayerInputs inputs, int axis) {
    return sizes(inputs, of(axis));
  }

  /**
   * The sizes along some axes, in Keras's order: it sorts the numbers as they are, those below 0
   * first.
   */
  public static Shape sizes(LayerInputs inputs, List<Integer> axes) {
    Shape shape = check(inputs, axes);
    int rank = shape.numDimensions();
    return Shape.of(
        axes.stream().sorted().mapToLong(axis -> shape.get(Math.floorMod(axis, rank))).toArray());
  }
}
