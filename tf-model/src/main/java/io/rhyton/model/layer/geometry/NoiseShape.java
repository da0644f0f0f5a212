package io.rhyton.model.layer.geometry;

import io.rhyton.model.layer.AlphaDropout;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.shape.ShapeText;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/** The shape of the random numbers of a dropout: -1 stands for the size of the input. */
public final class NoiseShape {
  private NoiseShape() {}

  /**
   * Copies the sizes.
   *
   * @throws IllegalArgumentException if one is neither above 0 nor -1
   */
  public static List<Integer> require(List<Integer> noiseShape) {
    if (noiseShape.stream().anyMatch(size -> size < 1 && size != -1)) {
      throw new IllegalArgumentException("noiseShape must be sizes > 0 or -1, got " + noiseShape);
    }
    return List.copyOf(noiseShape);
  }

  /** Whether a layer draws one number for all samples of a batch. */
  public static boolean isOfBatch(Layer layer) {
    List<Integer> noiseShape =
        layer instanceof Dropout dropout
            ? dropout.noiseShape()
            : layer instanceof AlphaDropout dropout ? dropout.noiseShape() : List.of();
    return !noiseShape.isEmpty() && noiseShape.get(0) == 1;
  }

  /** The one input, once random numbers of such a shape fit it, whatever the size of a batch. */
  public static Shape check(LayerInputs inputs, List<Integer> noiseShape) {
    Shape shape = inputs.single();
    boolean fits = noiseShape.isEmpty() || noiseShape.size() == shape.numDimensions();
    for (int axis = 0; fits && axis < noiseShape.size(); axis++) {
      int size = noiseShape.get(axis);
      fits = size == 1 || size == -1 || size == shape.get(axis);
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
