package io.rhyton.keras.model;

import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.layer.Layer;
import org.jspecify.annotations.Nullable;

/**
 * A layer as it stands in a configuration, before its calls are known.
 *
 * @param value where it stands
 * @param name its name in the model; empty, and reported, if it has none
 * @param layer its options; null, and reported, if Rhyton has none like it
 * @param trainable whether it learns
 */
record ReadLayer(JsonValue value, String name, @Nullable Layer layer, boolean trainable) {

  /** The same with other options. */
  ReadLayer with(Layer options) {
    return new ReadLayer(value, name, options, trainable);
  }
}
