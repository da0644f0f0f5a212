package io.rhyton.keras.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.keras.json.ConfigJson;
import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.Operation;
import io.rhyton.model.layer.SpatialDropout1D;
import io.rhyton.model.layer.SpatialDropout2D;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The class and the options of a layer that is not a model, alone or inside another layer. */
public final class LayerConfig {
  /** Layers whose constructors in Keras do not accept {@code trainable}. */
  private static final Set<Class<?>> WITHOUT_FLAG =
      Set.of(InputLayer.class, SpatialDropout1D.class, SpatialDropout2D.class);

  private LayerConfig() {}

  /** Returns whether a file contains the trainable flag of such a layer. */
  public static boolean hasTrainable(Layer layer) {
    return !(layer instanceof Operation) && !WITHOUT_FLAG.contains(layer.getClass());
  }

  /** Writes a layer. */
  public static ObjectNode write(String name, Layer layer, boolean trainable) {
    ObjectNode object = KerasCodecs.LAYERS.write(layer);
    ObjectNode options = (ObjectNode) object.get("config");
    ObjectNode config = ConfigJson.object().put("name", name);
    if (hasTrainable(layer)) {
      config.put("trainable", trainable);
    }
    if (!trainable) {
      // The flag of the inner layer counts, not that of its wrapper.
      options
          .findParents("trainable")
          .forEach(inside -> ((ObjectNode) inside).put("trainable", false));
    }
    object.set("config", config.put("dtype", "float32").setAll(options));
    return object;
  }

  /**
   * Reads a layer inside another one; reports an unsupported one and returns null.
   *
   * @param inner the inner layer
   * @param trainable receives its trainable flag, if it has one
   * @param differentInKeras2 receives the values with another meaning in Keras 2
   */
  static @Nullable Layer readInner(
      JsonValue inner, Consumer<Boolean> trainable, Consumer<JsonValue> differentInKeras2) {
    if (!inner.requireObject()) {
      return null;
    }
    JsonValue className = inner.get("class_name");
    JsonValue name = inner.get("config").get("name");
    JsonValue value =
        className.isText()
            ? inner.inside(name.isText() ? name.text("") : "", className.text(""))
            : inner;
    KerasObject object = KerasObject.of(value);
    KerasCodec<? extends Layer> codec = KerasCodecs.LAYERS.find(object.name());
    if (object.isModel()) {
      value.refuse("Rhyton does not support a model inside a layer");
      return null;
    }
    if (codec == null || !object.isBuiltIn() || object.isOperation()) {
      value.refuse(UnsupportedLayer.reason(object));
      return null;
    }
    if (!object.config().requireObject()) {
      return null;
    }
    OptionsReader config = new OptionsReader(object.config());
    config.ignore("name", "dtype", "batch_input_shape", "lora_alpha");
    Quantization.refuse(value, config);
    if (!config.get("trainable").isAbsent()) {
      trainable.accept(config.flag("trainable", true));
    }
    @Nullable Layer layer = CodecTable.read(codec::read, value, config);
    config.differentInKeras2().forEach(differentInKeras2);
    return layer;
  }
}
