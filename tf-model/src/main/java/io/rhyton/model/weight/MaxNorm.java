package io.rhyton.model.weight;

import io.rhyton.error.Arguments;
import java.util.List;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Limits the norm of weight vectors: {@code w · min(norm, max value) / (1e-7 + norm)}, with the
 * norm {@code sqrt(sum(w²))} over the given axes.
 *
 * <p>Source: {@code keras/src/constraints/constraints.py}, Keras 3.15.
 *
 * @param maxValue the maximum norm, at least 0
 * @param axis the axes over which norms are computed, negative ones counted from the end: 0 for the
 *     input weights of each unit of a dense layer; 0, 1 and 2 for each filter of a convolution
 */
public record MaxNorm(double maxValue, List<Integer> axis) implements Constraint {

  public MaxNorm {
    Arguments.requireNoNulls("axis", axis);
    Arguments.requireNotNegative("maxValue", maxValue);
    axis = NormAxes.require(axis);
  }

  /** Creates the constraint with Keras's defaults: a maximum norm of 2 over the first axis. */
  public static MaxNorm of() {
    return new MaxNorm(2, NormAxes.of(0));
  }

  /** Sets the maximum norm, at least 0; defaults to 2. */
  public MaxNorm maxValue(double maxValue) {
    return new MaxNorm(maxValue, axis);
  }

  /** Sets the axes, at least one; defaults to the first. */
  public MaxNorm axis(int... axis) {
    Objects.requireNonNull(axis, "axis");
    return new MaxNorm(maxValue, NormAxes.of(axis));
  }

  @Override
  public boolean supports(Shape shape) {
    return NormAxes.fit(axis, shape);
  }

  @Override
  public <T> T accept(ConstraintVisitor<T> visitor) {
    return visitor.maxNorm(this);
  }
}
