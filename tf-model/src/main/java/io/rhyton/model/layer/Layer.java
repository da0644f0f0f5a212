package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;

/**
 * A layer's configuration: an immutable value with Keras's name, arguments and defaults.
 *
 * <p>Two layers with equal options are equal. Options are set by methods with the name of the Keras
 * argument, each of which returns a changed copy.
 */
public sealed interface Layer permits Collapsing, InputLayer, Keeping, Mapping, Merging {

  /**
   * Works out the output shape and the weights.
   *
   * @param inputs the shapes that the layer is given
   * @throws io.rhyton.error.SpecException if they do not fit
   */
  LayerGeometry geometry(LayerInputs inputs);

  /** Calls the visitor's method for this type. */
  <T> T accept(LayerVisitor<T> visitor);

  /**
   * Whether it does in training what it does not in inference.
   *
   * @param trainable whether it may learn, where it is
   */
  default boolean differsInTraining(boolean trainable) {
    return false;
  }

  /** The layer's type as Keras spells it, for instance {@code Conv2D}. */
  default String typeName() {
    return getClass().getSimpleName();
  }
}
