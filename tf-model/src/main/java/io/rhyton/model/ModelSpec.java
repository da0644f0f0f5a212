package io.rhyton.model;

import io.rhyton.error.NearNames;
import io.rhyton.error.SpecException;
import io.rhyton.model.weight.WeightCheck;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import java.util.List;
import java.util.function.Predicate;

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
    return ShapeInference.resolve(name, type, links(), inputs, outputs);
  }

  /**
   * The layer of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public LayerSpec layer(String layerName) {
    return layers.stream()
        .filter(layer -> layer.name().equals(layerName))
        .findFirst()
        .orElseThrow(() -> missing(layerName));
  }

  /**
   * The model that is used as a layer.
   *
   * @param layerName the name that it has as a layer
   * @throws IllegalArgumentException if there is no layer of that name, or it is no model
   */
  public ModelSpec nested(String layerName) {
    return FrozenLayers.nested(layer(layerName));
  }

  private IllegalArgumentException missing(String layerName) {
    List<String> names = layers.stream().map(LayerSpec::name).toList();
    return new IllegalArgumentException(
        "model '%s' has no layer named '%s'; the nearest are %s"
            .formatted(name, layerName, NearNames.of(layerName, names)));
  }

  /**
   * The part of the model that leads to what a layer makes: the model without its head. Layers keep
   * their names and whether they learn; inputs that lead elsewhere are left out. {@link
   * Sequential#from} and {@link ModelNodes} build on it.
   *
   * @param layerName the last layer of the part
   * @throws IllegalArgumentException if there is no such layer, or it is called several times
   */
  public ModelSpec upTo(String layerName) {
    return ModelPart.of(this, layerName);
  }

  /** The model with no layer learning: Keras's {@code model.trainable = False}. */
  public ModelSpec freeze() {
    return FrozenLayers.with(this, FrozenLayers.all(this), false);
  }

  /**
   * The model with some layers kept from learning. A batch normalisation that does not learn
   * behaves as in inference.
   *
   * @param paths the names of layers; a layer of a model in the model has the names of both, {@code
   *     block/dense}, and a model is frozen as a whole
   * @throws IllegalArgumentException if there is no layer of a name
   */
  public ModelSpec freeze(String... paths) {
    return FrozenLayers.with(this, List.of(paths), false);
  }

  /**
   * The model with some layers kept from learning, for instance {@code freeze(layer ->
   * layer.layer() instanceof BatchNormalization)}.
   *
   * @param which is asked about every layer that has weights, and of a model in the model about
   *     each of its layers
   */
  public ModelSpec freeze(Predicate<LayerSpec> which) {
    return FrozenLayers.with(this, FrozenLayers.matching(this, which), false);
  }

  /**
   * The model with a layer kept from learning, and with it all that it is computed from.
   *
   * @param path the layer's name, those of the models around it before it
   * @throws IllegalArgumentException if there is no such layer
   */
  public ModelSpec freezeUpTo(String path) {
    return FrozenLayers.with(this, FrozenLayers.upTo(this, path), false);
  }

  /** The model with every layer learning: Keras's {@code model.trainable = True}. */
  public ModelSpec unfreeze() {
    return FrozenLayers.with(this, FrozenLayers.all(this), true);
  }

  /**
   * The model with some layers learning again. A model in the model learns with all its layers; if
   * only some of them are named, with these.
   *
   * @param paths the names of layers, those of the models around them before them
   * @throws IllegalArgumentException if there is no layer of a name
   */
  public ModelSpec unfreeze(String... paths) {
    return FrozenLayers.with(this, List.of(paths), true);
  }

  /**
   * The model with some layers learning again.
   *
   * @param which is asked about every layer that has weights, and of a model in the model about
   *     each of its layers
   */
  public ModelSpec unfreeze(Predicate<LayerSpec> which) {
    return FrozenLayers.with(this, FrozenLayers.matching(this, which), true);
  }

  ModelLinks links() {
    return ModelLinks.check(name, type, layers, inputs, outputs);
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
