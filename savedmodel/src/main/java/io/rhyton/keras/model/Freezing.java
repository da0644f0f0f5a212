package io.rhyton.keras.model;

import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.Operation;
import io.rhyton.model.layer.SpatialDropout1D;
import io.rhyton.model.layer.SpatialDropout2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Models that do not learn as a whole. Keras writes it on each of their layers, and takes it back
 * from each when the model is to learn again; Rhyton has it once, where the model is a layer.
 */
public final class Freezing {
  /** Keras's constructors of these take no {@code trainable}. */
  private static final Set<Class<?>> NOT_TOLD =
      Set.of(InputLayer.class, SpatialDropout1D.class, SpatialDropout2D.class);

  private Freezing() {}

  /** Whether a file tells of such a layer whether it learns. */
  public static boolean isTold(Layer layer) {
    return !(layer instanceof Operation) && !NOT_TOLD.contains(layer.getClass());
  }

  /** Whether no layer learns. */
  static boolean isWhole(ModelSpec model) {
    return model.layers().stream()
        .filter(layer -> isTold(layer.layer()))
        .noneMatch(Freezing::learns);
  }

  private static boolean learns(LayerSpec layer) {
    return layer.trainable()
        && !(layer.layer() instanceof NestedModel<?> nested && isWhole(nested.model()));
  }

  /** The model with every layer learning. */
  public static ModelSpec undo(ModelSpec model) {
    return with(model, true);
  }

  /** The model with no layer learning. */
  static ModelSpec freeze(ModelSpec model) {
    return with(model, false);
  }

  private static ModelSpec with(ModelSpec model, boolean trainable) {
    List<LayerSpec> layers = new ArrayList<>();
    for (LayerSpec layer : model.layers()) {
      if (layer.layer() instanceof InputLayer) {
        layers.add(layer);
      } else if (trainable && layer.layer() instanceof NestedModel<?> nested) {
        NestedModel<?> inside = new NestedModel<>(undo(nested.model()));
        layers.add(new LayerSpec(layer.name(), inside, true, layer.calls()));
      } else {
        layers.add(layer.trainable(trainable));
      }
    }
    return new ModelSpec(model.name(), model.type(), layers, model.inputs(), model.outputs());
  }
}
