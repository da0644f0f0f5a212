package io.rhyton.keras.model;

import io.rhyton.error.MessageText;
import io.rhyton.error.ModelException;
import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.LayerCall;
import io.rhyton.model.LayerOutput;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ModelType;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.shape.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * A model in a configuration.
 *
 * @param value its JSON
 * @param name its name
 * @param type its class in Keras
 * @param layers its layers
 * @param calls the calls of each layer
 * @param inputs the names of its input layers
 * @param outputs its outputs
 */
record ParsedModel(
    JsonValue value,
    String name,
    ModelType type,
    List<ParsedLayer> layers,
    List<List<LayerCall>> calls,
    List<String> inputs,
    List<LayerOutput> outputs) {
  /**
   * Builds the model; null if anything was reported. An inconsistent model is reported, too.
   *
   * @param inputShapes the shape of a sample of each input, if their sizes are given
   */
  @Nullable ModelSpec build(List<Shape> inputShapes) {
    if (!value.findings().isEmpty()) {
      return null;
    }
    List<ParsedLayer> sized = sized(inputShapes);
    if (!value.findings().isEmpty()) {
      return null;
    }
    try {
      List<LayerSpec> specs = new ArrayList<>();
      for (int i = 0; i < layers.size(); i++) {
        ParsedLayer layer = sized.get(i);
        specs.add(
            new LayerSpec(
                layer.name(),
                Objects.requireNonNull(layer.layer()),
                layer.trainable(),
                calls.get(i)));
      }
      return LastAxis.named(new ModelSpec(name, type, specs, inputs, outputs), layers);
    } catch (ModelException | IllegalArgumentException | ArithmeticException e) {
      value.refuse(MessageText.cut(String.valueOf(e.getMessage()), 500));
      return null;
    }
  }

  /** Returns the layers, with the given shapes for the input layers. */
  private List<ParsedLayer> sized(List<Shape> shapes) {
    if (shapes.isEmpty()) {
      return layers;
    }
    if (shapes.size() != inputs.size()) {
      value.refuse("expected a shape for each of the inputs " + inputs + ", got " + shapes.size());
      return layers;
    }
    List<ParsedLayer> sized = new ArrayList<>();
    for (ParsedLayer layer : layers) {
      int input = inputs.indexOf(layer.name());
      sized.add(
          input >= 0 && layer.layer() instanceof InputLayer start
              ? layer.with(sized(start, shapes.get(input)))
              : layer);
    }
    return sized;
  }

  private InputLayer sized(InputLayer input, Shape sample) {
    if (!Sizes.mayEqual(input.shape(), sample)) {
      value.refuse(
          "expected input of " + ShapeText.of(input.shape()) + ", got " + ShapeText.of(sample));
      return input;
    }
    return new InputLayer(sample, input.dtype());
  }
}
