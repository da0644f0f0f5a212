package io.rhyton.model;

import io.rhyton.model.weight.WeightSpec;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * A model with every shape and weight worked out; made by {@link ModelSpec#resolve()}.
 *
 * @param name the model's name
 * @param layers the layers, each after those that it reads
 * @param inputs the names of the input nodes
 * @param outputs the names of the output nodes
 */
public record ResolvedModel(
    String name, List<ResolvedLayer> layers, List<String> inputs, List<String> outputs) {

  /** Copies the lists. */
  public ResolvedModel {
    layers = List.copyOf(layers);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /**
   * The layer of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public ResolvedLayer layer(String name) {
    return layers.stream()
        .filter(layer -> layer.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("model has no layer named '" + name + "'"));
  }

  /** Every weight of the model, layer by layer, in Keras's order of creation. */
  public List<WeightSpec> weights() {
    return layers.stream().flatMap(layer -> layer.weights().stream()).toList();
  }

  /** The shape of the first input, the batch first and unknown. */
  public Shape inputShape() {
    return layer(inputs.get(0)).outputShape();
  }

  /** The shape of the first output, the batch first and unknown. */
  public Shape outputShape() {
    return layer(outputs.get(0)).outputShape();
  }
}
