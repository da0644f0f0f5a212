package io.rhyton.keras.model;

import io.rhyton.keras.codec.BatchShape;
import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.LayerCall;
import io.rhyton.model.LayerOutput;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ModelType;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.NestedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/** Reads a sequential model. The input layer may be missing if the shape is given elsewhere. */
final class SequentialReader {
  private final LayerReader layers;
  private final ConfigFacts facts;

  SequentialReader(LayerReader layers, ConfigFacts facts) {
    this.layers = layers;
    this.facts = facts;
  }

  /**
   * Reads the model.
   *
   * @param value the model
   * @param name its name
   * @param config its configuration, or a list of its layers, as written by the first versions of
   *     Keras 2
   */
  @Nullable ModelSpec read(
      JsonValue value, String name, JsonValue config, List<Shape> inputShapes) {
    if (config.isList()) {
      facts.sawKeras2();
    }
    JsonValue list = config.isList() ? config : config.get("layers");
    List<ParsedLayer> chain = new ArrayList<>();
    for (JsonValue element : list.elements()) {
      ParsedLayer layer = layers.read(element);
      if (layer != null) {
        chain.add(layer);
      }
    }
    if (chain.isEmpty()) {
      list.refuse("expected layers, got none");
      return null;
    }
    if (chain.get(0).layer() != null && !(chain.get(0).layer() instanceof InputLayer)) {
      addInputLayer(value, config, chain);
    }
    return model(value, name, chain).build(inputShapes);
  }

  private static ParsedModel model(JsonValue value, String name, List<ParsedLayer> chain) {
    List<List<LayerCall>> calls = new ArrayList<>();
    calls.add(List.of(LayerCall.on()));
    for (ParsedLayer previous : chain.subList(0, chain.size() - 1)) {
      calls.add(List.of(LayerCall.on(LayerOutput.of(previous.name()))));
    }
    return new ParsedModel(
        value,
        name,
        ModelType.SEQUENTIAL,
        chain,
        calls,
        List.of(chain.get(0).name()),
        List.of(LayerOutput.of(chain.get(chain.size() - 1).name())));
  }

  private static void addInputLayer(JsonValue value, JsonValue config, List<ParsedLayer> chain) {
    Shape sample = sample(value, config, chain.get(0));
    if (sample != null) {
      Set<String> taken = chain.stream().map(ParsedLayer::name).collect(Collectors.toSet());
      String name = "input_layer";
      for (int count = 1; taken.contains(name); count++) {
        name = "input_layer_" + count;
      }
      try {
        chain.add(0, new ParsedLayer(value, name, InputLayer.of(sample), true));
      } catch (IllegalArgumentException e) {
        value.refuse(String.valueOf(e.getMessage()));
      }
    }
  }

  private static @Nullable Shape sample(JsonValue value, JsonValue config, ParsedLayer first) {
    JsonValue options = first.value().get("config");
    List<JsonValue> tellers =
        List.of(
            options.get("batch_input_shape"),
            options.get("batch_shape"),
            config.get("build_input_shape"),
            value.get("build_config").get("input_shape"));
    for (JsonValue shape : tellers) {
      if (!shape.isAbsent()) {
        return BatchShape.readSample(shape);
      }
    }
    if (first.layer() instanceof NestedModel<?> nested) {
      return nested.model().resolve().inputShape().tail();
    }
    value.refuse("expected an input layer or the shape of the input, got neither: build the model");
    return null;
  }
}
