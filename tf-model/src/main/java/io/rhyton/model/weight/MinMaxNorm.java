package io.rhyton.model.weight;

import io.rhyton.error.Arguments;
import java.util.List;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Keeps the norm of weight vectors between two bounds: {@code w · (rate · clipped norm + (1 - rate)
 * · norm) / (1e-7 + norm)}, with the norm {@code sqrt(sum(w²))} over the given axes.
 *
 * <p>Source: {@code keras/src/constraints/constraints.py}, Keras 3.15.
 *
 * @param minValue the minimum norm, at least 0
 * @param maxValue the maximum norm, at least {@code minValue}
 * @param rate the rate at which the constraint is enforced, in [0, 1]: 1 enforces it strictly
 * @param axis the axes over which norms are computed, negative ones counted from the end: 0 for the
 *     input weights of each unit of a dense layer; 0, 1 and 2 for each filter of a convolution
 */
public record MinMaxNorm(double minValue, double maxValue, double rate, List<Integer> axis)
    implements Constraint {

  public MinMaxNorm {
    Arguments.requireNoNulls("axis", axis);
    Arguments.requireNotNegative("minValue", minValue);
    Arguments.requireNotNegative("maxValue", maxValue);
    if (minValue > maxValue) {
      throw new IllegalArgumentException(
          "maxValue must be >= minValue " + minValue + ", got " + maxValue);
    }
    Arguments.requireUnitInterval("rate", rate);
    axis = NormAxes.require(axis);
  }

  /**
   * Creates the constraint with Keras's defaults: norms in [0, 1] over the first axis, strictly
   * enforced.
   */
  public static MinMaxNorm of() {
    return new MinMaxNorm(0, 1, 1, NormAxes.of(0));
  }

  /** Sets the minimum norm, at least 0 and at most the maximum; defaults to 0. */
  public MinMaxNorm minValue(double minValue) {
    return new MinMaxNorm(minValue, maxValue, rate, axis);
  }

  /** Sets the maximum norm, at least the minimum; defaults to 1. */
  public MinMaxNorm maxValue(double maxValue) {
    return new MinMaxNorm(minValue, maxValue, rate, axis);
  }

  /** Sets the rate at which the constraint is enforced, in [0, 1]; defaults to 1. */
  public MinMaxNorm rate(double rate) {
    return new MinMaxNorm(minValue, maxValue, rate, axis);
  }

  /** Sets the axes, at least one; defaults to the first. */
  public MinMaxNorm axis(int... axis) {
    Objects.requireNonNull(axis, "axis");
    return new MinMaxNorm(minValue, maxValue, rate, NormAxes.of(axis));
  }

  @Override
  public boolean supports(Shape shape) {
    return NormAxes.fit(axis, shape);
  }

  @Override
  public <T> T accept(ConstraintVisitor<T> visitor) {
    return visitor.minMaxNorm(this);
  }
}
