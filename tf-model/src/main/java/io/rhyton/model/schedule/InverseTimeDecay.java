package io.rhyton.model.schedule;

import io.rhyton.error.Arguments;

/**
 * {@code initial / (1 + decay rate · step / decay steps)}.
 *
 * <p>Source: {@code keras/src/optimizers/schedules/learning_rate_schedule.py}, Keras 3.15.
 *
 * @param initialLearningRate the step size at the start, at least 0
 * @param decaySteps the steps it takes, at least 1
 * @param decayRate how fast it falls, at least 0
 * @param staircase whether it falls at every so many steps only
 */
public record InverseTimeDecay(
    double initialLearningRate, long decaySteps, double decayRate, boolean staircase)
    implements LearningRate {

  /** Checks the ranges. */
  public InverseTimeDecay {
    Arguments.requireNotNegative("initialLearningRate", initialLearningRate);
    Arguments.requirePositive("decaySteps", decaySteps);
    Arguments.requireNotNegative("decayRate", decayRate);
  }

  /** A rate that falls as time grows. */
  public static InverseTimeDecay of(double initialLearningRate, long decaySteps, double decayRate) {
    return new InverseTimeDecay(initialLearningRate, decaySteps, decayRate, false);
  }

  /** Sets whether it falls at every so many steps only; false unless set. */
  public InverseTimeDecay staircase(boolean staircase) {
    return new InverseTimeDecay(initialLearningRate, decaySteps, decayRate, staircase);
  }

  @Override
  public <T> T accept(LearningRateVisitor<T> visitor) {
    return visitor.inverseTimeDecay(this);
  }
}
