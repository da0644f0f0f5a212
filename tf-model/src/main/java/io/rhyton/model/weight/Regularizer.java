package io.rhyton.model.weight;

import org.tensorflow.ndarray.Shape;

/** What a weight, or the output of a layer, adds to the loss. */
public sealed interface Regularizer permits L1, L1L2, L2, OrthogonalRegularizer {

  /** Whether it can be worked out for values of that shape. */
  default boolean takes(Shape shape) {
    return true;
  }

  /** Calls the visitor's method for this type. */
  <T> T accept(RegularizerVisitor<T> visitor);
}
