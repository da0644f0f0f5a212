package io.rhyton.model.schedule;

import io.rhyton.error.Arguments;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The first value up to and with the step of the first boundary, then the next.
 *
 * <p>Source: {@code keras/src/optimizers/schedules/learning_rate_schedule.py}, Keras 3.15.
 *
 * @param boundaries the last step of each value but the last, ascending
 * @param values the step sizes, each at least 0, one more than boundaries
 */
public record PiecewiseConstantDecay(List<Long> boundaries, List<Double> values)
    implements LearningRate {

  /** Checks the ranges. */
  public PiecewiseConstantDecay {
    boundaries = List.copyOf(boundaries);
    values = List.copyOf(values);
    if (values.size() != boundaries.size() + 1 || boundaries.isEmpty()) {
      throw new IllegalArgumentException(
          "values must be one more than boundaries, of which there must be some, got "
              + values.size()
              + " and "
              + boundaries.size());
    }
    List<Long> last = boundaries;
    if (IntStream.range(1, boundaries.size()).anyMatch(i -> last.get(i - 1) >= last.get(i))) {
      throw new IllegalArgumentException("boundaries must ascend, got " + boundaries);
    }
    values.forEach(value -> Arguments.requireNotNegative("values", value));
  }

  /** Step sizes between boundaries. */
  public static PiecewiseConstantDecay of(List<Long> boundaries, List<Double> values) {
    return new PiecewiseConstantDecay(boundaries, values);
  }

  @Override
  public <T> T accept(LearningRateVisitor<T> visitor) {
    return visitor.piecewiseConstantDecay(this);
  }
}
