package io.rhyton.model;

import io.rhyton.model.weight.WeightCheck;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A model as a value: named layers and how they are joined. A {@code ModelSpec} that exists fits
 * together: its constructor resolves every shape.
 *
 * @param name the model's name
 * @param type Keras's class of it
 * @param layers the layers in the order of Keras's {@code model.layers}, input layers included
 * @param inputs the names of the input layers, in the order in which the model takes them
 * @param outputs what the model returns, in order
 */
public record ModelSpec(
    String name,
    ModelType type,
    List<LayerSpec> layers,
    List<String> inputs,
    List<LayerOutput> outputs) {

  /**
   * Checks that the layers fit together, and brings those of a functional model into Keras's order.
   *
   * @throws SpecException if a name is used twice or is missing, a sequential model is no chain,
   *     layers go in a circle or lead nowhere, or a shape does not fit
   */
  public ModelSpec {
    LayerSpec.requireName("model name", name);
    layers = List.copyOf(layers);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    ModelLinks links = ModelLinks.check(name, type, layers, inputs, outputs);
    if (type == ModelType.FUNCTIONAL) {
      layers = LayerOrder.sort(links, inputs, outputs);
    }
    ShapeInference.resolve(name, type, links, inputs, outputs);
  }

  /** A chain of layers, the input layer first. */
  static ModelSpec sequential(String name, List<LayerSpec> layers) {
    return new ModelSpec(
        name,
        ModelType.SEQUENTIAL,
        layers,
        List.of(layers.get(0).name()),
        List.of(LayerOutput.of(layers.get(layers.size() - 1).name())));
  }

  /** The model with every shape and weight worked out. */
  public ResolvedModel resolve() {
    ModelLinks links = ModelLinks.check(name, type, layers, inputs, outputs);
    return ShapeInference.resolve(name, type, links, inputs, outputs);
  }

  /**
   * The model with some layers kept from learning.
   *
   * @param layerNames which; a model used as a layer is frozen as a whole
   * @throws IllegalArgumentException if there is no layer of a name
   */
  public ModelSpec freeze(String... layerNames) {
    return withTrainable(false, layerNames);
  }

  /**
   * The model with some layers learning again.
   *
   * @param layerNames which
   * @throws IllegalArgumentException if there is no layer of a name
   */
  public ModelSpec unfreeze(String... layerNames) {
    return withTrainable(true, layerNames);
  }

  private ModelSpec withTrainable(boolean trainable, String... layerNames) {
    Set<String> chosen = new HashSet<>(List.of(layerNames));
    List<LayerSpec> changed =
        layers.stream()
            .map(layer -> chosen.remove(layer.name()) ? layer.trainable(trainable) : layer)
            .toList();
    if (!chosen.isEmpty()) {
      throw new IllegalArgumentException("model has no layer named " + chosen);
    }
    return new ModelSpec(name, type, changed, inputs, outputs);
  }

  /**
   * Checks that weights are those of this model.
   *
   * @throws SpecException if one is missing or has another shape
   */
  public void requireFits(Weights weights) {
    for (WeightSpec weight : resolve().weights()) {
      WeightCheck.WEIGHTS.require(weights, weight.name(), weight.shape());
    }
  }

  /** The table of layers, output shapes and parameter counts that Keras prints. */
  public String summary() {
    return new ModelSummary(resolve()).toString();
  }
}
