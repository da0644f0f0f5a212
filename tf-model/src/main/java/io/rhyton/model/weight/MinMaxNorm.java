package io.rhyton.model.weight;

import io.rhyton.error.Arguments;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * Brings norms between two values: {@code w · (rate · bounded norm + (1 - rate) · norm) / (1e-7 +
 * norm)}, with the norm {@code sqrt(sum(w²))} over some of the axes.
 *
 * <p>Source: {@code keras/src/constraints/constraints.py}, Keras 3.15.
 *
 * @param minValue the smallest norm, at least 0
 * @param maxValue the largest norm, at least the smallest
 * @param rate how far a step goes, in [0, 1]: 1 brings the norm all the way
 * @param axis the axes that a norm is taken over, below 0 if counted from the end: 0 for the inputs
 *     of each unit of a dense layer; 0, 1 and 2 for each filter of a convolution
 */
public record MinMaxNorm(double minValue, double maxValue, double rate, List<Integer> axis)
    implements Constraint {

  /** Checks the ranges. */
  public MinMaxNorm {
    Arguments.requireNotNegative("minValue", minValue);
    Arguments.requireNotNegative("maxValue", maxValue);
    if (minValue > maxValue) {
      throw new IllegalArgumentException(
          "maxValue must be >= minValue " + minValue + ", got " + maxValue);
    }
    Arguments.requireShare("rate", rate);
    axis = NormAxes.require(axis);
  }

  /** Norms from 0 to 1 over the first axis, all the way in each step, as in Keras. */
  public static MinMaxNorm of() {
    return new MinMaxNorm(0, 1, 1, NormAxes.of(0));
  }

  /** Sets the smallest norm, at least 0 and at most the largest; 0 unless set. */
  public MinMaxNorm minValue(double minValue) {
    return new MinMaxNorm(minValue, maxValue, rate, axis);
  }

  /** Sets the largest norm, at least the smallest; 1 unless set. */
  public MinMaxNorm maxValue(double maxValue) {
    return new MinMaxNorm(minValue, maxValue, rate, axis);
  }

  /** Sets how far a step goes, in [0, 1]; 1 unless set. */
  public MinMaxNorm rate(double rate) {
    return new MinMaxNorm(minValue, maxValue, rate, axis);
  }

  /** Sets the axes, one or more; the first unless set. */
  public MinMaxNorm axis(int... axis) {
    return new MinMaxNorm(minValue, maxValue, rate, NormAxes.of(axis));
  }

  @Override
  public boolean takes(Shape shape) {
    return NormAxes.fit(axis, shape);
  }

  @Override
  public <T> T accept(ConstraintVisitor<T> visitor) {
    return visitor.minMaxNorm(this);
  }
}
