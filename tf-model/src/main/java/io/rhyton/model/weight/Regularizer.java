package io.rhyton.model.weight;

import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/** A penalty on a weight or on the output of a layer, added to the loss. */
public sealed interface Regularizer permits L1, L1L2, L2, OrthogonalRegularizer {

  /** Returns whether the penalty is defined for that shape. */
  default boolean supports(Shape shape) {
    Objects.requireNonNull(shape, "shape");
    return true;
  }

  /** Calls the visitor's method for this type. */
  <T> T accept(RegularizerVisitor<T> visitor);
}
