package io.rhyton.keras.model;

import io.rhyton.keras.codec.LayerConfig;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.NestedModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Freezes and unfreezes whole models. Keras sets the trainable flag of each of their layers; Rhyton
 * has a single flag, on the layer that contains the model.
 */
public final class Freezing {
  private Freezing() {}

  /** Returns whether all layers are frozen. */
  static boolean isFullyFrozen(ModelSpec model) {
    return model.layers().stream()
        .filter(layer -> LayerConfig.hasTrainable(layer.layer()))
        .noneMatch(Freezing::learns);
  }

  private static boolean learns(LayerSpec layer) {
    return layer.trainable()
        && !(layer.layer() instanceof NestedModel<?> nested && isFullyFrozen(nested.model()));
  }

  /** Returns the model with every layer trainable. */
  public static ModelSpec unfreeze(ModelSpec model) {
    return with(model, true);
  }

  /** Returns the model with every layer frozen. */
  static ModelSpec freeze(ModelSpec model) {
    return with(model, false);
  }

  private static ModelSpec with(ModelSpec model, boolean trainable) {
    List<LayerSpec> layers = new ArrayList<>();
    for (LayerSpec layer : model.layers()) {
      if (layer.layer() instanceof InputLayer) {
        layers.add(layer);
      } else if (trainable && layer.layer() instanceof NestedModel<?> nested) {
        NestedModel<?> inside = new NestedModel<>(unfreeze(nested.model()));
        layers.add(new LayerSpec(layer.name(), inside, true, layer.calls()));
      } else {
        layers.add(layer.trainable(trainable));
      }
    }
    return new ModelSpec(model.name(), model.type(), layers, model.inputs(), model.outputs());
  }
}
