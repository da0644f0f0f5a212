package io.rhyton.model.layer.geometry;

import io.rhyton.error.MessageText;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.shape.Sizes;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/** The shape of a dropout mask, with -1 for the size of the input. */
public final class NoiseShape {
  private NoiseShape() {}

  /**
   * Returns a copy of the sizes.
   *
   * @throws IllegalArgumentException if a size is neither greater than 0 nor -1
   */
  public static List<Integer> require(List<Integer> noiseShape) {
    if (noiseShape.stream().anyMatch(size -> size < 1 && size != -1)) {
      throw new IllegalArgumentException(
          "noiseShape must contain sizes > 0 or -1, got " + MessageText.list(noiseShape));
    }
    return List.copyOf(noiseShape);
  }

  /** Returns whether the dropout mask is shared between all samples of a batch. */
  public static boolean isSharedAcrossBatch(List<Integer> noiseShape) {
    return !noiseShape.isEmpty() && noiseShape.get(0) == 1;
  }

  /**
   * Returns the only input, after checking that the mask can be broadcast to it for any batch size.
   */
  public static Shape check(LayerInputs inputs, List<Integer> noiseShape) {
    Shape shape = inputs.single();
    boolean fits = noiseShape.isEmpty() || noiseShape.size() == shape.numDimensions();
    for (int axis = 0; fits && axis < noiseShape.size(); axis++) {
      int size = noiseShape.get(axis);
      fits = size == 1 || size == -1 || (axis > 0 && Sizes.mayEqual(size, shape.get(axis)));
    }
    if (!fits) {
      throw inputs.mismatch(
          "noiseShape of 1, -1 or the size of the input along each axis of " + ShapeText.of(shape),
          noiseShape.toString(),
          "Set 1 or -1 for the batch.");
    }
    return shape;
  }
}
