package io.rhyton.keras.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.keras.codec.BatchShape;
import io.rhyton.keras.codec.InputLayerCodec;
import io.rhyton.keras.codec.LayerConfig;
import io.rhyton.keras.codec.OperationCodec;
import io.rhyton.keras.json.ConfigJson;
import io.rhyton.model.LayerCall;
import io.rhyton.model.LayerOutput;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ModelType;
import io.rhyton.model.ResolvedCall;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.MultiHeadAttention;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.Operation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tensorflow.ndarray.Shape;

/** Writes one model, the root or a nested one, with only the keys that Keras 3.3 accepts. */
final class ModelWriter {
  private static final String FLOAT32 = "float32";

  private final ModelSpec model;
  private final boolean frozen;
  private final ResolvedModel resolved;
  private final Map<LayerOutput, Shape> shapes = new HashMap<>();
  private final Map<String, String> inputDtypes = new HashMap<>();
  private final Set<String> functionalModels = new HashSet<>();

  /**
   * Creates a writer.
   *
   * @param model the model
   * @param frozen whether it is part of a frozen model: Keras uses only the flag of each layer
   */
  ModelWriter(ModelSpec model, boolean frozen) {
    this.model = model;
    this.frozen = frozen;
    this.resolved = model.resolve();
    for (LayerSpec layer : model.layers()) {
      if (layer.layer() instanceof InputLayer input) {
        inputDtypes.put(layer.name(), InputLayerCodec.write(input.dtype()));
      }
      if (layer.layer() instanceof NestedModel<?> nested
          && nested.model().type() == ModelType.FUNCTIONAL) {
        functionalModels.add(layer.name());
      }
    }
    for (ResolvedCall call : resolved.calls()) {
      for (int i = 0; i < call.outputShapes().size(); i++) {
        shapes.put(new LayerOutput(call.layer(), call.call(), i), call.outputShapes().get(i));
      }
    }
  }

  /** Returns the model as an object. */
  ObjectNode write() {
    return write(model.name(), false);
  }

  private ObjectNode write(String name, boolean inChain) {
    return model.type() == ModelType.SEQUENTIAL ? sequential(name) : functional(name, inChain);
  }

  private ObjectNode sequential(String name) {
    ObjectNode root = object("keras", model.type().className());
    ObjectNode config = root.putObject("config");
    config.put("name", name).put("trainable", !frozen).put("dtype", FLOAT32);
    ArrayNode layers = config.putArray("layers");
    model.layers().forEach(layer -> layers.add(layer(layer)));
    config.set("build_input_shape", BatchShape.write(resolved.inputShape()));
    root.putNull("registered_name");
    root.putObject("build_config").set("input_shape", BatchShape.write(resolved.inputShape()));
    return root;
  }

  private ObjectNode functional(String name, boolean inChain) {
    ObjectNode root = object("keras.src.models.functional", model.type().className());
    ObjectNode config = root.putObject("config");
    config.put("name", name).put("trainable", !frozen);
    ArrayNode layers = config.putArray("layers");
    model.layers().forEach(layer -> layers.add(calledLayer(layer)));
    ArrayNode inputs = config.putArray("input_layers");
    model.inputs().forEach(input -> inputs.add(end(LayerOutput.of(input))));
    config.set("output_layers", outputs(inChain));
    root.put("registered_name", model.type().className());
    root.putObject("build_config").putNull("input_shape");
    return root;
  }

  /**
   * Returns a list, the only form that Keras 3.3 reads; except that, inside a sequential model,
   * newer versions do not accept a list with one element.
   */
  private ArrayNode outputs(boolean inChain) {
    if (inChain && model.outputs().size() == 1) {
      return end(model.outputs().get(0));
    }
    ArrayNode outputs = ConfigJson.array();
    model.outputs().forEach(output -> outputs.add(end(output)));
    return outputs;
  }

  private static ObjectNode object(String module, String className) {
    return ConfigJson.object().put("module", module).put("class_name", className);
  }

  private ObjectNode layer(LayerSpec layer) {
    boolean trainable = !frozen && layer.trainable();
    if (layer.layer() instanceof NestedModel<?> nested) {
      return new ModelWriter(nested.model(), !trainable)
          .write(layer.name(), model.type() == ModelType.SEQUENTIAL);
    }
    return layer.layer() instanceof Operation operation
        ? OperationCodec.write(layer.name(), operation)
        : LayerConfig.write(layer.name(), layer.layer(), trainable);
  }

  private ObjectNode calledLayer(LayerSpec layer) {
    ObjectNode object = layer(layer).put("name", layer.name());
    ArrayNode nodes = object.putArray("inbound_nodes");
    if (!(layer.layer() instanceof InputLayer)) {
      layer.calls().forEach(call -> nodes.add(node(layer.layer(), call)));
    }
    return object;
  }

  private ObjectNode node(Layer layer, LayerCall call) {
    ObjectNode node = ConfigJson.object();
    ArrayNode arguments = node.putArray("args");
    // A call has one argument, possibly a list; but these have several.
    boolean isFlat = layer instanceof MultiHeadAttention || layer instanceof Operation;
    ArrayNode tensors = call.inputs().size() > 1 && !isFlat ? arguments.addArray() : arguments;
    call.inputs().forEach(input -> tensors.add(tensor(input)));
    OperationCodec.addNumber(layer, arguments);
    ObjectNode keywords = node.putObject("kwargs");
    if (layer instanceof MultiHeadAttention attention && attention.useCausalMask()) {
      keywords.put(CallReader.CAUSAL, true);
    }
    if (call.inferenceMode()) {
      keywords.put(CallReader.TRAINING, false);
    }
    return node;
  }

  private ObjectNode tensor(LayerOutput output) {
    ObjectNode tensor = ConfigJson.object().put("class_name", "__keras_tensor__");
    ObjectNode config = tensor.putObject("config");
    config.set("shape", BatchShape.write(Objects.requireNonNull(shapes.get(output))));
    config.put("dtype", inputDtypes.getOrDefault(output.layer(), FLOAT32));
    config.set("keras_history", reference(output, 0));
    return tensor;
  }

  /**
   * Returns an output of the model; only here the construction of a functional model counts as a
   * call.
   */
  private ArrayNode end(LayerOutput output) {
    return reference(output, functionalModels.contains(output.layer()) ? 1 : 0);
  }

  private static ArrayNode reference(LayerOutput output, int first) {
    return ConfigJson.array().add(output.layer()).add(output.call() + first).add(output.index());
  }
}
