package io.rhyton.model;

import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import io.rhyton.error.NearNames;
import io.rhyton.error.SpecException;
import io.rhyton.model.weight.WeightCheck;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.tensorflow.ndarray.Shape;

/**
 * A model as a value: named layers and their connections. Every {@code ModelSpec} is valid: the
 * constructor infers all shapes and rejects what does not match.
 *
 * <pre>{@code
 * System.out.println(spec.summary());
 * ModelSpec body = spec.upTo("flatten").freeze();
 * }</pre>
 *
 * @param name the name of the model
 * @param type the kind of model in Keras
 * @param layers the layers in the order of Keras's {@code model.layers}, input layers included
 * @param inputs the names of the input layers, in the order of the model's inputs
 * @param outputs the outputs of the model, in order
 */
public record ModelSpec(
    String name,
    ModelType type,
    List<LayerSpec> layers,
    List<String> inputs,
    List<LayerOutput> outputs) {

  /**
   * Validates the model and sorts the layers of a functional model into Keras's order.
   *
   * @throws SpecException if a name is duplicate or missing, a sequential model is not a chain, the
   *     graph has a cycle, a layer does not contribute to an output, shapes do not match, or there
   *     are more than 100,000 calls of layers (system property {@code io.rhyton.maxLayerCalls})
   */
  public ModelSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    layers = Arguments.copyOf("layers", layers);
    inputs = Arguments.copyOf("inputs", inputs);
    outputs = Arguments.copyOf("outputs", outputs);
    LayerSpec.requireName("model name", name);
    CallLimit.require(name, layers);
    ModelLinks links = ModelLinks.check(name, type, layers, inputs, outputs);
    if (type == ModelType.FUNCTIONAL) {
      layers = LayerOrder.sort(links, inputs, outputs);
    }
    ShapeInference.resolve(name, type, links, inputs, outputs, Map.of());
  }

  /** Returns a chain of layers, the input layer first. */
  static ModelSpec sequential(String name, List<LayerSpec> layers) {
    return new ModelSpec(
        name,
        ModelType.SEQUENTIAL,
        layers,
        List.of(layers.get(0).name()),
        List.of(LayerOutput.of(layers.get(layers.size() - 1).name())));
  }

  /** Returns the model with all shapes and weights inferred. */
  public ResolvedModel resolve() {
    return ShapeInference.resolve(name, type, links(), inputs, outputs, Map.of());
  }

  /**
   * Returns the model with all shapes and weights inferred for inputs of known sizes, where its
   * input layers take any.
   *
   * @param inputShapes the batch shape of each input
   * @throws IllegalArgumentException if there is not one shape for each input
   * @throws SpecException if a layer does not support these sizes
   */
  public ResolvedModel resolve(List<Shape> inputShapes) {
    Arguments.requireNoNulls("inputShapes", inputShapes);
    if (inputShapes.size() != inputs.size()) {
      throw new IllegalArgumentException(
          "inputShapes must be one for each of "
              + MessageText.list(inputs)
              + ", got "
              + inputShapes.size());
    }
    Map<String, Shape> given = new HashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      given.put(inputs.get(i), inputShapes.get(i));
    }
    return ShapeInference.resolve(name, type, links(), inputs, outputs, given);
  }

  /**
   * Returns the layer with the given name.
   *
   * @throws IllegalArgumentException if there is no such layer
   */
  public LayerSpec layer(String layerName) {
    Objects.requireNonNull(layerName, "layerName");
    return layers.stream()
        .filter(layer -> layer.name().equals(layerName))
        .findFirst()
        .orElseThrow(() -> missing(layerName));
  }

  /**
   * Returns a nested model, one that is used as a layer.
   *
   * @param layerName its name as a layer
   * @throws IllegalArgumentException if there is no layer with that name, or it is not a model
   */
  public ModelSpec nested(String layerName) {
    Objects.requireNonNull(layerName, "layerName");
    return FrozenLayers.nested(layer(layerName));
  }

  private IllegalArgumentException missing(String layerName) {
    List<String> names = layers.stream().map(LayerSpec::name).toList();
    return new IllegalArgumentException(
        "model %s has no layer named %s; the closest names are %s"
            .formatted(
                MessageText.name(name),
                MessageText.name(layerName),
                MessageText.list(NearNames.of(layerName, names))));
  }

  /**
   * Returns the part of the model up to and including a layer, for instance the model without its
   * head. Layers keep their names and stay trainable or frozen; inputs that the layer does not
   * depend on are left out. Build on it with {@link Sequential#from} or {@link ModelNodes}.
   *
   * @param layerName the last layer to keep
   * @throws IllegalArgumentException if there is no such layer, or it is called more than once
   */
  public ModelSpec upTo(String layerName) {
    Objects.requireNonNull(layerName, "layerName");
    return ModelPart.of(this, layerName);
  }

  /** Returns the model with all layers frozen: Keras's {@code model.trainable = False}. */
  public ModelSpec freeze() {
    return FrozenLayers.with(this, FrozenLayers.all(this), false);
  }

  /**
   * Returns the model with the given layers frozen. A frozen batch normalization runs in inference
   * mode.
   *
   * @param paths the names of layers; a layer of a nested model is named {@code block/dense};
   *     naming the nested model freezes all of it
   * @throws IllegalArgumentException if there is no layer with one of the names
   */
  public ModelSpec freeze(String... paths) {
    Arguments.requireNoNulls("paths", paths);
    return FrozenLayers.with(this, List.of(paths), false);
  }

  /**
   * Returns the model with all matching layers frozen, for instance {@code freeze(layer ->
   * layer.layer() instanceof BatchNormalization)}.
   *
   * @param which tests every layer that has weights, including the layers of nested models
   */
  public ModelSpec freeze(Predicate<LayerSpec> which) {
    Objects.requireNonNull(which, "which");
    return FrozenLayers.with(this, FrozenLayers.matching(this, which), false);
  }

  /**
   * Returns the model with a layer and everything it depends on frozen.
   *
   * @param path the name of the layer, prefixed with the names of the models it is nested in
   * @throws IllegalArgumentException if there is no such layer
   */
  public ModelSpec freezeUpTo(String path) {
    Objects.requireNonNull(path, "path");
    return FrozenLayers.with(this, FrozenLayers.upTo(this, path), false);
  }

  /** Returns the model with all layers trainable: Keras's {@code model.trainable = True}. */
  public ModelSpec unfreeze() {
    return FrozenLayers.with(this, FrozenLayers.all(this), true);
  }

  /**
   * Returns the model with the given layers trainable again. Naming a nested model makes all its
   * layers trainable; naming some of its layers, only these.
   *
   * @param paths the names of layers, prefixed with the names of the models they are nested in
   * @throws IllegalArgumentException if there is no layer with one of the names
   */
  public ModelSpec unfreeze(String... paths) {
    Arguments.requireNoNulls("paths", paths);
    return FrozenLayers.with(this, List.of(paths), true);
  }

  /**
   * Returns the model with all matching layers trainable again.
   *
   * @param which tests every layer that has weights, including the layers of nested models
   */
  public ModelSpec unfreeze(Predicate<LayerSpec> which) {
    Objects.requireNonNull(which, "which");
    return FrozenLayers.with(this, FrozenLayers.matching(this, which), true);
  }

  ModelLinks links() {
    return ModelLinks.check(name, type, layers, inputs, outputs);
  }

  /**
   * Checks that weights match this model.
   *
   * @throws SpecException if a weight is missing or has another shape
   */
  public void requireFits(Weights weights) {
    Objects.requireNonNull(weights, "weights");
    for (WeightSpec weight : resolve().weights()) {
      WeightCheck.WEIGHTS.require(weights, weight.name(), weight.shape());
    }
  }

  /** Returns the table of layers, output shapes and parameter counts that Keras prints. */
  public String summary() {
    return new ModelSummary(resolve()).toString();
  }
}
