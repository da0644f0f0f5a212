package io.rhyton.model.weight;

import org.tensorflow.ndarray.Shape;

/** What a weight is brought back to after every step. */
public sealed interface Constraint permits MaxNorm, MinMaxNorm, NonNeg, UnitNorm {

  /** Whether a weight of that shape can be brought to it. */
  default boolean takes(Shape shape) {
    return true;
  }

  /** Calls the visitor's method for this type. */
  <T> T accept(ConstraintVisitor<T> visitor);
}
