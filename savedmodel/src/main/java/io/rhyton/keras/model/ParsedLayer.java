package io.rhyton.keras.model;

import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.layer.Layer;
import org.jspecify.annotations.Nullable;

/**
 * A layer in a configuration, before its calls are read.
 *
 * @param value its JSON
 * @param name its name in the model; empty, and reported, if it has none
 * @param layer its options; null, and reported, if it is not supported
 * @param trainable whether it is trainable
 */
record ParsedLayer(JsonValue value, String name, @Nullable Layer layer, boolean trainable) {

  /** Returns the same layer with other options. */
  ParsedLayer with(Layer options) {
    return new ParsedLayer(value, name, options, trainable);
  }
}
