package io.rhyton.model.weight;

import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/** A projection applied to a weight after each update. */
public sealed interface Constraint permits MaxNorm, MinMaxNorm, NonNeg, UnitNorm {

  /** Returns whether the constraint can be applied to a weight of that shape. */
  default boolean supports(Shape shape) {
    Objects.requireNonNull(shape, "shape");
    return true;
  }

  /** Calls the visitor's method for this type. */
  <T> T accept(ConstraintVisitor<T> visitor);
}
