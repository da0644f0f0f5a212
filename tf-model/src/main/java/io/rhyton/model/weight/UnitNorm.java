package io.rhyton.model.weight;

import io.rhyton.error.Arguments;
import java.util.List;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Normalizes weight vectors to norm 1: {@code w / (1e-7 + norm)}, with the norm {@code
 * sqrt(sum(w²))} over the given axes.
 *
 * <p>Source: {@code keras/src/constraints/constraints.py}, Keras 3.15.
 *
 * @param axis the axes over which norms are computed, negative ones counted from the end: 0 for the
 *     input weights of each unit of a dense layer; 0, 1 and 2 for each filter of a convolution
 */
public record UnitNorm(List<Integer> axis) implements Constraint {

  public UnitNorm {
    Arguments.requireNoNulls("axis", axis);
    axis = NormAxes.require(axis);
  }

  /** Creates the constraint with Keras's defaults: norms of 1 over the first axis. */
  public static UnitNorm of() {
    return new UnitNorm(NormAxes.of(0));
  }

  /** Sets the axes, at least one; defaults to the first. */
  public UnitNorm axis(int... axis) {
    Objects.requireNonNull(axis, "axis");
    return new UnitNorm(NormAxes.of(axis));
  }

  @Override
  public boolean supports(Shape shape) {
    return NormAxes.fit(axis, shape);
  }

  @Override
  public <T> T accept(ConstraintVisitor<T> visitor) {
    return visitor.unitNorm(this);
  }
}
