package io.rhyton.keras.model;

import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.ModelType;
import io.rhyton.model.layer.NestedModel;

/**
 * From which number the calls of a layer are counted. A model begins with a call of its own, on its
 * input layers. Keras 2 counts it everywhere; Keras 3 only where it names the ends of a model, and
 * there only for a functional one.
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

  /** The number of a layer's first call by others. */
  int first(ReadLayer layer) {
    boolean counted =
        layer.layer() instanceof NestedModel<?> nested
            && switch (this) {
              case NEVER -> false;
              case FUNCTIONAL_MODELS -> nested.model().type() == ModelType.FUNCTIONAL;
              case BUILT_MODELS -> isBuilt(layer, nested);
            };
    return counted ? 1 : 0;
  }

  /** A chain of Keras 2 that nothing told the shape of its input has no call of its own. */
  private static boolean isBuilt(ReadLayer layer, NestedModel<?> nested) {
    if (nested.model().type() == ModelType.FUNCTIONAL) {
      return true;
    }
    JsonValue config = layer.value().get("config");
    JsonValue layers = config.isList() ? config : config.get("layers");
    JsonValue first = layers.elements().get(0).get("config");
    return !first.get("batch_input_shape").isAbsent() || !first.get("batch_shape").isAbsent();
  }
}
