package io.rhyton.model;

import io.rhyton.model.weight.WeightSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tensorflow.ndarray.Shape;

/**
 * A model with every shape and weight worked out; made by {@link ModelSpec#resolve()}.
 *
 * @param name the model's name
 * @param type Keras's class of it
 * @param layers the layers in the order of Keras's {@code model.layers}
 * @param calls the uses of the layers, each after those that it reads
 * @param inputs the names of the input layers
 * @param outputs what the model returns
 */
public record ResolvedModel(
    String name,
    ModelType type,
    List<ResolvedLayer> layers,
    List<ResolvedCall> calls,
    List<String> inputs,
    List<LayerOutput> outputs) {

  /** Copies the lists. */
  public ResolvedModel {
    layers = List.copyOf(layers);
    calls = List.copyOf(calls);
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

  /** The shapes of the inputs, the batch first and unknown. */
  public List<Shape> inputShapes() {
    return inputs.stream().map(input -> layer(input).outputShape()).toList();
  }

  /** The shapes of the outputs, the batch first and unknown. */
  public List<Shape> outputShapes() {
    return outputs.stream().map(this::shape).toList();
  }

  /**
   * What the outputs are called: as the layer that each comes from. Where several come from one
   * layer, the second is called {@code <layer>_1}, and so on.
   */
  public List<String> outputNames() {
    Set<String> names = new LinkedHashSet<>();
    for (LayerOutput output : outputs) {
      String name = output.layer();
      for (int count = 1; !names.add(name); count++) {
        name = output.layer() + "_" + count;
      }
    }
    return List.copyOf(names);
  }

  /** The shape of the first input, the batch first and unknown. */
  public Shape inputShape() {
    return inputShapes().get(0);
  }

  /** The shape of the first output, the batch first and unknown. */
  public Shape outputShape() {
    return outputShapes().get(0);
  }

  private Shape shape(LayerOutput output) {
    return calls.stream()
        .filter(call -> call.layer().equals(output.layer()) && call.call() == output.call())
        .findFirst()
        .map(call -> call.outputShapes().get(output.index()))
        .orElseThrow(() -> new IllegalArgumentException("model has no tensor " + output));
  }
}
