package io.rhyton.model.schedule;

import io.rhyton.error.Arguments;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A piecewise constant learning rate: the first value up to and including the step of the first
 * boundary, then the second, and so on.
 *
 * <p>Source: {@code keras/src/optimizers/schedules/learning_rate_schedule.py}, Keras 3.15.
 *
 * @param boundaries the last step of each value but the last, ascending
 * @param values the learning rates, each at least 0, one more than boundaries
 */
public record PiecewiseConstantDecay(List<Long> boundaries, List<Double> values)
    implements LearningRate {

  public PiecewiseConstantDecay {
    boundaries = Arguments.copyOf("boundaries", boundaries);
    values = Arguments.copyOf("values", values);
    if (values.size() != boundaries.size() + 1 || boundaries.isEmpty()) {
      throw new IllegalArgumentException(
          "values must have one element more than boundaries, which must not be empty, got "
              + values.size()
              + " and "
              + boundaries.size());
    }
    List<Long> last = boundaries;
    if (IntStream.range(1, boundaries.size()).anyMatch(i -> last.get(i - 1) >= last.get(i))) {
      throw new IllegalArgumentException(
          "boundaries must be in ascending order, got " + boundaries);
    }
    values.forEach(value -> Arguments.requireNotNegative("values", value));
  }

  /** Creates a piecewise constant learning rate. */
  public static PiecewiseConstantDecay of(List<Long> boundaries, List<Double> values) {
    return new PiecewiseConstantDecay(boundaries, values);
  }

  @Override
  public <T> T accept(LearningRateVisitor<T> visitor) {
    return visitor.piecewiseConstantDecay(this);
  }
}
