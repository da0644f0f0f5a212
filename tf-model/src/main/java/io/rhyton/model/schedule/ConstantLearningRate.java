package io.rhyton.model.schedule;

import io.rhyton.error.Arguments;

/**
 * A constant learning rate.
 *
 * <p>Source: {@code keras/src/optimizers/schedules/learning_rate_schedule.py}, Keras 3.15.
 *
 * @param value the learning rate, above 0
 */
public record ConstantLearningRate(double value) implements LearningRate {

  public ConstantLearningRate {
    Arguments.requirePositive("learningRate", value);
  }

  /** Creates a constant learning rate, above 0. */
  public static ConstantLearningRate of(double value) {
    return new ConstantLearningRate(value);
  }

  @Override
  public <T> T accept(LearningRateVisitor<T> visitor) {
    return visitor.constantLearningRate(this);
  }

  /** Returns the learning rate as text. */
  @Override
  public String toString() {
    return Double.toString(value);
  }
}
