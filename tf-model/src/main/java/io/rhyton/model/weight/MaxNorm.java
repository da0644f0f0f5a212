package io.rhyton.model.weight;

import io.rhyton.error.Arguments;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * Makes norms no larger than a value: {@code w · min(norm, max value) / (1e-7 + norm)}, with the
 * norm {@code sqrt(sum(w²))} over some of the axes.
 *
 * <p>Source: {@code keras/src/constraints/constraints.py}, Keras 3.15.
 *
 * @param maxValue the largest norm, at least 0
 * @param axis the axes that a norm is taken over, below 0 if counted from the end: 0 for the inputs
 *     of each unit of a dense layer; 0, 1 and 2 for each filter of a convolution
 */
public record MaxNorm(double maxValue, List<Integer> axis) implements Constraint {

  /** Checks the ranges. */
  public MaxNorm {
    Arguments.requireNotNegative("maxValue", maxValue);
    axis = NormAxes.require(axis);
  }

  /** Norms of at most 2 over the first axis, as in Keras. */
  public static MaxNorm of() {
    return new MaxNorm(2, NormAxes.of(0));
  }

  /** Sets the largest norm, at least 0; 2 unless set. */
  public MaxNorm maxValue(double maxValue) {
    return new MaxNorm(maxValue, axis);
  }

  /** Sets the axes, one or more; the first unless set. */
  public MaxNorm axis(int... axis) {
    return new MaxNorm(maxValue, NormAxes.of(axis));
  }

  @Override
  public boolean takes(Shape shape) {
    return NormAxes.fit(axis, shape);
  }

  @Override
  public <T> T accept(ConstraintVisitor<T> visitor) {
    return visitor.maxNorm(this);
  }
}
