package io.rhyton.keras.model;

import io.rhyton.error.MessageText;
import io.rhyton.keras.json.JsonText;
import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.LayerCall;
import io.rhyton.model.LayerOutput;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ModelType;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/** Reads a graph of layers, each of which lists the outputs of the layers it is called on. */
final class FunctionalReader {
  private final LayerReader layerReader;
  private final ConfigFacts facts;
  private final Map<String, ParsedLayer> layers = new LinkedHashMap<>();
  private final Map<String, List<ParsedCall>> calls = new LinkedHashMap<>();
  private boolean keras2;

  FunctionalReader(LayerReader layerReader, ConfigFacts facts) {
    this.layerReader = layerReader;
    this.facts = facts;
  }

  @Nullable ModelSpec read(
      JsonValue value, String name, JsonValue config, List<Shape> inputShapes) {
    config.get("layers").elements().forEach(this::readLayer);
    if (keras2) {
      facts.sawKeras2();
    }
    List<List<LayerCall>> resolved = new ArrayList<>();
    calls.values().forEach(ofLayer -> resolved.add(resolve(ofLayer)));
    List<LayerOutput> inputs = ends(config.get("input_layers"));
    List<LayerOutput> outputs = ends(config.get("output_layers"));
    return new ParsedModel(
            value,
            name,
            ModelType.FUNCTIONAL,
            List.copyOf(layers.values()),
            resolved,
            inputs.stream().map(LayerOutput::layer).toList(),
            outputs)
        .build(inputShapes);
  }

  private void readLayer(JsonValue value) {
    ParsedLayer layer = layerReader.read(value);
    if (layer == null || layer.name().isEmpty()) {
      return;
    }
    if (layers.putIfAbsent(layer.name(), layer) != null) {
      layer.value().refuse("expected a unique name, got that of another layer");
      return;
    }
    Layer known = layer.layer();
    if (known == null) {
      calls.put(layer.name(), List.of());
      return;
    }
    CallReader reader = new CallReader(layer.value(), known, layer.trainable());
    List<ParsedCall> read = reader.read();
    keras2 |= reader.isKeras2();
    layers.put(layer.name(), layer.with(reader.layer()));
    // The only call of an input layer is implicit.
    boolean isInput = known instanceof InputLayer;
    if (isInput && !read.isEmpty()) {
      layer.value().refuse("expected an input layer without calls, got " + read.size());
    } else if (!isInput && read.isEmpty()) {
      layer.value().refuse("expected a call of the layer, got none");
    }
    calls.put(layer.name(), isInput ? List.of(new ParsedCall(List.of(), false)) : read);
  }

  private List<LayerCall> resolve(List<ParsedCall> ofLayer) {
    List<LayerCall> resolved = new ArrayList<>();
    for (ParsedCall call : ofLayer) {
      List<LayerOutput> inputs = new ArrayList<>();
      for (TensorReference tensor : call.inputs()) {
        add(tensor, CallCount.amongCalls(keras2), inputs);
      }
      resolved.add(new LayerCall(inputs, call.inferenceMode()));
    }
    return resolved;
  }

  private List<LayerOutput> ends(JsonValue value) {
    List<LayerOutput> ends = new ArrayList<>();
    for (JsonValue reference : TensorReference.in(value)) {
      TensorReference tensor = TensorReference.read(reference);
      if (tensor != null) {
        add(tensor, CallCount.amongEnds(keras2), ends);
      }
    }
    return ends;
  }

  private void add(TensorReference tensor, CallCount count, List<LayerOutput> outputs) {
    ParsedLayer layer = layers.get(tensor.layer());
    if (layer == null) {
      tensor
          .value()
          .refuse("expected a layer of the model, got " + MessageText.name(tensor.layer()));
      return;
    }
    int first = count.first(layer);
    int call = tensor.node() - first;
    int known = calls.getOrDefault(tensor.layer(), List.of()).size();
    if (layer.layer() != null && (call < 0 || call >= known || tensor.index() < 0)) {
      tensor
          .value()
          .refuse(
              "expected "
                  + (known > 1 ? "calls " + first + " to " + (first + known - 1) : "call " + first)
                  + " of "
                  + MessageText.name(tensor.layer())
                  + " and one of its outputs, got "
                  + JsonText.value(tensor.value().node()));
      return;
    }
    if (call >= 0 && tensor.index() >= 0) {
      outputs.add(new LayerOutput(tensor.layer(), call, tensor.index()));
    }
  }
}
