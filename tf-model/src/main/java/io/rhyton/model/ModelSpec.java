package io.rhyton.model;

import java.util.List;

/**
 * A model as a value: named layers and how they are joined. A {@code ModelSpec} that exists fits
 * together: its constructor resolves every shape.
 *
 * @param name the model's name
 * @param nodes the layers, each after those that it reads
 * @param inputs the names of the input nodes, in the order in which the model takes them
 * @param outputs the names of the output nodes, in the order in which the model returns them
 */
public record ModelSpec(
    String name, List<LayerNode> nodes, List<String> inputs, List<String> outputs) {

  /**
   * Checks that the layers fit together.
   *
   * @throws SpecException if a name is used twice or is missing, or a shape does not fit
   */
  public ModelSpec {
    LayerNode.requireName("model name", name);
    nodes = List.copyOf(nodes);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    ShapeInference.resolve(name, nodes, inputs, outputs);
  }

  /** The model with every shape and weight worked out. */
  public ResolvedModel resolve() {
    return new ResolvedModel(
        name, ShapeInference.resolve(name, nodes, inputs, outputs), inputs, outputs);
  }

  /** The table of layers, output shapes and parameter counts that Keras prints. */
  public String summary() {
    return new ModelSummary(resolve()).toString();
  }
}
