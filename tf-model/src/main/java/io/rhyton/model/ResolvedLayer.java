package io.rhyton.model;

import io.rhyton.model.layer.Layer;
import io.rhyton.model.weight.WeightSpec;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * A layer whose shapes are known.
 *
 * @param name the name of its node
 * @param layer its configuration
 * @param inputs the names of the nodes that it reads
 * @param outputShape what it makes, the batch first and unknown
 * @param weights the weights that it owns, in Keras's order of creation
 */
public record ResolvedLayer(
    String name, Layer layer, List<String> inputs, Shape outputShape, List<WeightSpec> weights) {

  /** Copies the lists. */
  public ResolvedLayer {
    inputs = List.copyOf(inputs);
    weights = List.copyOf(weights);
  }

  /** The number of parameters in all its weights. */
  public long parameterCount() {
    return weights.stream().mapToLong(WeightSpec::size).sum();
  }
}
