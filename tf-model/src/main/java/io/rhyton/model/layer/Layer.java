package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;

/**
 * The configuration of a layer: an immutable value with Keras's name, arguments and defaults.
 *
 * <p>Two layers with equal options are equal. Options are set by methods named after the Keras
 * argument, each of which returns a modified copy.
 */
public sealed interface Layer
    permits FromAnyRank, InputLayer, RankPreserving, RankMapping, MultiInput {

  /**
   * Infers the output shapes and the weights.
   *
   * @param inputs the input shapes
   * @throws io.rhyton.error.SpecException if the layer does not support them
   */
  LayerGeometry geometry(LayerInputs inputs);

  /** Calls the visitor's method for this type. */
  <T> T accept(LayerVisitor<T> visitor);

  /**
   * Returns whether the layer behaves differently in training and inference mode.
   *
   * @param trainable whether the layer is trainable
   */
  default boolean differsInTraining(boolean trainable) {
    return false;
  }

  /** Returns the type of the layer as Keras spells it, for instance {@code Conv2D}. */
  default String typeName() {
    return getClass().getSimpleName();
  }
}
