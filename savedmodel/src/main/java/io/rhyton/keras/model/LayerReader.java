package io.rhyton.keras.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.keras.codec.CodecTable;
import io.rhyton.keras.codec.DTypePolicyCodec;
import io.rhyton.keras.codec.KerasCodec;
import io.rhyton.keras.codec.KerasCodecs;
import io.rhyton.keras.codec.KerasObject;
import io.rhyton.keras.codec.OperationCodec;
import io.rhyton.keras.codec.OptionsReader;
import io.rhyton.keras.codec.Quantization;
import io.rhyton.keras.codec.UnsupportedLayer;
import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.NestedModel;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one layer: the common options itself, all others with the codec of the layer. */
final class LayerReader {
  private final ConfigFacts facts;

  LayerReader(ConfigFacts facts) {
    this.facts = facts;
  }

  /** Reads a layer; reports a value that is not one and returns null. */
  @Nullable ParsedLayer read(JsonValue value) {
    if (!value.requireObject()) {
      return null;
    }
    JsonValue className = value.get("class_name");
    String name = name(value);
    JsonValue layer = value.as(name, className.isText() ? className.text("") : "a layer");
    if (name.isEmpty()) {
      layer.refuse("expected a name, got nothing");
    } else if (!ModelReader.isName(name)) {
      layer.refuse(ModelReader.NAME_RULE);
    }
    KerasObject object = KerasObject.of(layer);
    return object.isModel() ? nested(layer, name, object) : own(layer, name, object);
  }

  private static String name(JsonValue value) {
    JsonValue outer = value.get("name");
    JsonValue name = outer.isText() ? outer : value.get("config").get("name");
    return name.isText() ? name.text("") : "";
  }

  private ParsedLayer nested(JsonValue value, String name, KerasObject object) {
    ModelSpec model = new ModelReader(facts).read(value, name, object);
    JsonValue flag = object.config().get("trainable");
    boolean trainable = flag.isAbsent() || flag.flag(true);
    if (model == null) {
      return new ParsedLayer(value, name, null, trainable);
    }
    if (!trainable && Freezing.isFullyFrozen(model)) {
      return new ParsedLayer(value, name, new NestedModel<>(Freezing.unfreeze(model)), false);
    }
    // The flag of each layer counts: layers unfrozen after their model was frozen are trained.
    return new ParsedLayer(value, name, new NestedModel<>(model), true);
  }

  private ParsedLayer own(JsonValue value, String name, KerasObject object) {
    Function<OptionsReader, ? extends Layer> read = reader(value, object);
    if (read == null) {
      if (!object.name().isEmpty()) {
        value.refuse(UnsupportedLayer.reason(object));
      }
      return new ParsedLayer(value, name, null, true);
    }
    if (!object.config().requireObject()) {
      return new ParsedLayer(value, name, null, true);
    }
    OptionsReader config = new OptionsReader(object.config());
    boolean around = readCommon(config);
    boolean isQuantized = Quantization.refuse(value, config);
    Layer layer = CodecTable.read(read, value, config);
    boolean trainable = isTrainable(value, config.innerTrainable(), around);
    config.differentInKeras2().forEach(facts::addDifferentInKeras2);
    if (!isQuantized && !(layer instanceof InputLayer)) {
      addPolicy(config.get("dtype"));
    }
    return new ParsedLayer(value, name, layer, trainable);
  }

  /**
   * Returns whether a layer is trainable. For a wrapper, Keras 3 uses only the flags of its inner
   * layers; Keras 2 also uses that of the wrapper.
   */
  private boolean isTrainable(JsonValue value, List<Boolean> inside, boolean around) {
    boolean asked = around || facts.dialect() == KerasDialect.KERAS_3;
    if (inside.isEmpty() || !asked) {
      return around;
    }
    if (inside.contains(true) && inside.contains(false)) {
      value.refuse("expected inner layers that are both trainable or both frozen, got one of each");
    }
    return inside.get(0);
  }

  /** Returns the reader of the options of a layer or an operation; null if it is not supported. */
  private static @Nullable Function<OptionsReader, ? extends Layer> reader(
      JsonValue value, KerasObject object) {
    Function<OptionsReader, ? extends Layer> operation =
        object.isOperation() || isBareCall(value, object) ? operation(value, object) : null;
    if (operation != null || object.isOperation()) {
      return operation;
    }
    KerasCodec<? extends Layer> codec = KerasCodecs.LAYERS.find(object.name());
    return codec == null || !object.isBuiltIn() ? null : codec::read;
  }

  private static @Nullable Function<OptionsReader, ? extends Layer> operation(
      JsonValue value, KerasObject object) {
    Function<OptionsReader, Layer> operation = OperationCodec.find(value, object.name());
    return operation == null ? OperationLayers.find(object.name()) : operation;
  }

  /**
   * Returns whether an object may be an operation. In the {@code .h5} files of Keras 3, an
   * operation has the name of a layer, but no module, none of the options that all layers have, and
   * no list of tensors as an argument.
   */
  private static boolean isBareCall(JsonValue value, KerasObject object) {
    JsonNode arguments = value.node().path("inbound_nodes").path(0).path("args");
    JsonNode config = object.config().node();
    return object.module().isEmpty()
        && arguments.has(0)
        && !arguments.get(0).isArray()
        && !config.has("dtype")
        && !config.has("trainable");
  }

  /** Reads the options that every layer has, and returns whether it is trainable. */
  private boolean readCommon(OptionsReader config) {
    // Only the rank of a LoRA says that there is one.
    config.ignore("name", "dtype", "lora_alpha");
    if (!config.get("batch_input_shape").isAbsent()) {
      facts.sawKeras2();
    }
    return config.flag("trainable", true);
  }

  private void addPolicy(JsonValue dtype) {
    if (!dtype.isAbsent()) {
      facts.add(DTypePolicyCodec.read(dtype));
    }
  }
}
