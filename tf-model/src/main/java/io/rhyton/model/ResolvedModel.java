package io.rhyton.model;

import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import io.rhyton.model.weight.WeightSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tensorflow.ndarray.Shape;

/**
 * A model with all shapes and weights inferred; see {@link ModelSpec#resolve()}.
 *
 * @param name the name of the model
 * @param type the kind of model in Keras
 * @param layers the layers in the order of Keras's {@code model.layers}
 * @param calls the calls of the layers, in topological order
 * @param inputs the names of the input layers
 * @param outputs the outputs of the model
 */
public record ResolvedModel(
    String name,
    ModelType type,
    List<ResolvedLayer> layers,
    List<ResolvedCall> calls,
    List<String> inputs,
    List<LayerOutput> outputs) {

  public ResolvedModel {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    layers = Arguments.copyOf("layers", layers);
    calls = Arguments.copyOf("calls", calls);
    inputs = Arguments.copyOf("inputs", inputs);
    outputs = Arguments.copyOf("outputs", outputs);
  }

  /**
   * Returns the layer with the given name.
   *
   * @throws IllegalArgumentException if there is no such layer
   */
  public ResolvedLayer layer(String name) {
    Objects.requireNonNull(name, "name");
    return layers.stream()
        .filter(layer -> layer.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException("model has no layer named " + MessageText.name(name)));
  }

  /** Returns all weights of the model, layer by layer, in Keras's order of creation. */
  public List<WeightSpec> weights() {
    return layers.stream().flatMap(layer -> layer.weights().stream()).toList();
  }

  /** Returns the input shapes, batch axis first, of unknown size. */
  public List<Shape> inputShapes() {
    return inputs.stream().map(input -> layer(input).outputShape()).toList();
  }

  /** Returns the output shapes, batch axis first, of unknown size. */
  public List<Shape> outputShapes() {
    return outputs.stream().map(this::shape).toList();
  }

  /**
   * Returns the names of the outputs: the names of the layers that compute them. If several outputs
   * come from one layer, the second is named {@code <layer>_1}, and so on.
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

  /** Returns the shape of the first input, batch axis first, of unknown size. */
  public Shape inputShape() {
    return inputShapes().get(0);
  }

  /** Returns the shape of the first output, batch axis first, of unknown size. */
  public Shape outputShape() {
    return outputShapes().get(0);
  }

  private Shape shape(LayerOutput output) {
    return calls.stream()
        .filter(call -> call.layer().equals(output.layer()) && call.call() == output.call())
        .findFirst()
        .map(call -> call.outputShapes().get(output.index()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "model has no tensor " + MessageText.line(output.toString())));
  }
}
