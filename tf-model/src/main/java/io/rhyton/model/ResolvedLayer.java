package io.rhyton.model;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.weight.WeightSpec;
import java.util.List;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * A layer with its shapes and weights inferred.
 *
 * @param name the name of the layer in the model
 * @param layer the configuration of the layer
 * @param trainable whether the optimizer updates its weights
 * @param outputShapes the output shapes of its first call, batch axis first, of unknown size
 * @param weights its weights, in Keras's order of creation
 */
public record ResolvedLayer(
    String name,
    Layer layer,
    boolean trainable,
    List<Shape> outputShapes,
    List<WeightSpec> weights) {

  public ResolvedLayer {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(layer, "layer");
    outputShapes = Arguments.copyOf("outputShapes", outputShapes);
    weights = Arguments.copyOf("weights", weights);
  }

  /** Returns the first output shape, batch axis first, of unknown size. */
  public Shape outputShape() {
    return outputShapes.get(0);
  }

  /** Returns the number of parameters of the layer. */
  public long parameterCount() {
    return weights.stream().mapToLong(WeightSpec::size).sum();
  }
}
