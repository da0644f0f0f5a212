package io.rhyton.model.weight;

import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * Makes norms 1: {@code w / (1e-7 + norm)}, with the norm {@code sqrt(sum(w²))} over some of the
 * axes.
 *
 * <p>Source: {@code keras/src/constraints/constraints.py}, Keras 3.15.
 *
 * @param axis the axes that a norm is taken over, below 0 if counted from the end: 0 for the inputs
 *     of each unit of a dense layer; 0, 1 and 2 for each filter of a convolution
 */
public record UnitNorm(List<Integer> axis) implements Constraint {

  /** Copies the axes. */
  public UnitNorm {
    axis = NormAxes.require(axis);
  }

  /** Norms of 1 over the first axis, as in Keras. */
  public static UnitNorm of() {
    return new UnitNorm(NormAxes.of(0));
  }

  /** Sets the axes, one or more; the first unless set. */
  public UnitNorm axis(int... axis) {
    return new UnitNorm(NormAxes.of(axis));
  }

  @Override
  public boolean takes(Shape shape) {
    return NormAxes.fit(axis, shape);
  }

  @Override
  public <T> T accept(ConstraintVisitor<T> visitor) {
    return visitor.unitNorm(this);
  }
}
