package io.rhyton.model;

import io.rhyton.model.layer.Layer;
import io.rhyton.model.weight.WeightSpec;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * A layer whose shapes are known.
 *
 * @param name its name in the model
 * @param layer its configuration
 * @param trainable whether the optimizer may change its weights
 * @param outputShapes what its first call makes, the batch first and unknown
 * @param weights the weights that it owns, in Keras's order of creation
 */
public record ResolvedLayer(
    String name,
    Layer layer,
    boolean trainable,
    List<Shape> outputShapes,
    List<WeightSpec> weights) {

  /** Copies the lists. */
  public ResolvedLayer {
    outputShapes = List.copyOf(outputShapes);
    weights = List.copyOf(weights);
  }

  /** The first of its output shapes, the batch first and unknown. */
  public Shape outputShape() {
    return outputShapes.get(0);
  }

  /** The number of parameters in all its weights. */
  public long parameterCount() {
    return weights.stream().mapToLong(WeightSpec::size).sum();
  }
}
