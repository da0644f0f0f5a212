package io.rhyton.model.schedule;

import io.rhyton.error.Arguments;

/**
 * {@code initial · decay rate^(step / decay steps)}.
 *
 * <p>Source: {@code keras/src/optimizers/schedules/learning_rate_schedule.py}, Keras 3.15.
 *
 * @param initialLearningRate the step size at the start, at least 0
 * @param decaySteps the steps it takes, at least 1
 * @param decayRate what is left after so many steps, above 0
 * @param staircase whether it falls at every so many steps only
 */
public record ExponentialDecay(
    double initialLearningRate, long decaySteps, double decayRate, boolean staircase)
    implements LearningRate {

  /** Checks the ranges. */
  public ExponentialDecay {
    Arguments.requireNotNegative("initialLearningRate", initialLearningRate);
    Arguments.requirePositive("decaySteps", decaySteps);
    Arguments.requirePositive("decayRate", decayRate);
  }

  /** A rate that is multiplied by the decay rate in so many steps. */
  public static ExponentialDecay of(double initialLearningRate, long decaySteps, double decayRate) {
    return new ExponentialDecay(initialLearningRate, decaySteps, decayRate, false);
  }

  /** Sets whether it falls at every so many steps only; false unless set. */
  public ExponentialDecay staircase(boolean staircase) {
    return new ExponentialDecay(initialLearningRate, decaySteps, decayRate, staircase);
  }

  @Override
  public <T> T accept(LearningRateVisitor<T> visitor) {
    return visitor.exponentialDecay(this);
  }
}
