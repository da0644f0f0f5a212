package io.rhyton.model.schedule;

import io.rhyton.error.Arguments;

/**
 * A step size that stays until it is changed.
 *
 * <p>Source: {@code keras/src/optimizers/schedules/learning_rate_schedule.py}, Keras 3.15.
 *
 * @param value the step size, above 0
 */
public record ConstantLearningRate(double value) implements LearningRate {

  /** Checks the ranges. */
  public ConstantLearningRate {
    Arguments.requirePositive("learningRate", value);
  }

  /** A step size above 0. */
  public static ConstantLearningRate of(double value) {
    return new ConstantLearningRate(value);
  }

  @Override
  public <T> T accept(LearningRateVisitor<T> visitor) {
    return visitor.constantLearningRate(this);
  }

  /** The number. */
  @Override
  public String toString() {
    return Double.toString(value);
  }
}
