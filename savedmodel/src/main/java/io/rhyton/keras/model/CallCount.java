package io.rhyton.keras.model;

import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.ModelType;
import io.rhyton.model.layer.NestedModel;

/**
 * The index at which the calls of a layer start. The first call of a model is its construction from
 * its input layers. Keras 2 always counts it; Keras 3 only in the references to the inputs and
 * outputs of a model, and there only for a functional one.
 */
enum CallCount {
  NEVER,
  FUNCTIONAL_MODELS,
  BUILT_MODELS;

  static CallCount amongCalls(boolean keras2) {
    return keras2 ? BUILT_MODELS : NEVER;
  }

  static CallCount amongEnds(boolean keras2) {
    return keras2 ? BUILT_MODELS : FUNCTIONAL_MODELS;
  }

  /** Returns the index of a layer's first call in the enclosing model. */
  int first(ParsedLayer layer) {
    boolean counted =
        layer.layer() instanceof NestedModel<?> nested
            && switch (this) {
              case NEVER -> false;
              case FUNCTIONAL_MODELS -> nested.model().type() == ModelType.FUNCTIONAL;
              case BUILT_MODELS -> isBuilt(layer, nested);
            };
    return counted ? 1 : 0;
  }

  /**
   * Returns whether a model was built: a sequential model of Keras 2 without an input shape was
   * not.
   */
  private static boolean isBuilt(ParsedLayer layer, NestedModel<?> nested) {
    if (nested.model().type() == ModelType.FUNCTIONAL) {
      return true;
    }
    JsonValue config = layer.value().get("config");
    JsonValue layers = config.isList() ? config : config.get("layers");
    JsonValue first = layers.elements().get(0).get("config");
    return !first.get("batch_input_shape").isAbsent() || !first.get("batch_shape").isAbsent();
  }
}
