package io.rhyton.keras;

import io.rhyton.model.layer.Layer;
import org.jspecify.annotations.Nullable;

/**
 * A layer as it stands in a configuration, before its calls are known.
 *
 * @param value where it stands
 * @param name its name in the model; empty, and reported, if it has none
 * @param layer its options; null, and reported, if Rhyton has none like it
 * @param trainable whether it learns
 * @param lastAxis an axis that has to be the last of its input; null if there is none to check
 */
record ReadLayer(
    JsonValue value,
    String name,
    @Nullable Layer layer,
    boolean trainable,
    @Nullable JsonValue lastAxis) {

  /** The same with other options. */
  ReadLayer with(Layer options) {
    return new ReadLayer(value, name, options, trainable, lastAxis);
  }
}
