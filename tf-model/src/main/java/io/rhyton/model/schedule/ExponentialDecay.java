package io.rhyton.model.schedule;

import io.rhyton.error.Arguments;

/**
 * Exponential decay: {@code initial · decay rate^(step / decay steps)}.
 *
 * <p>Source: {@code keras/src/optimizers/schedules/learning_rate_schedule.py}, Keras 3.15.
 *
 * @param initialLearningRate the initial learning rate, at least 0
 * @param decaySteps the number of decay steps, at least 1
 * @param decayRate the factor per {@code decaySteps} steps, above 0
 * @param staircase whether the rate decays in discrete intervals of {@code decaySteps} steps
 */
public record ExponentialDecay(
    double initialLearningRate, long decaySteps, double decayRate, boolean staircase)
    implements LearningRate {

  public ExponentialDecay {
    Arguments.requireNotNegative("initialLearningRate", initialLearningRate);
    Arguments.requirePositive("decaySteps", decaySteps);
    Arguments.requirePositive("decayRate", decayRate);
  }

  /** Creates an exponential decay. */
  public static ExponentialDecay of(double initialLearningRate, long decaySteps, double decayRate) {
    return new ExponentialDecay(initialLearningRate, decaySteps, decayRate, false);
  }

  /** Sets whether the rate decays in discrete intervals; defaults to false. */
  public ExponentialDecay staircase(boolean staircase) {
    return new ExponentialDecay(initialLearningRate, decaySteps, decayRate, staircase);
  }

  @Override
  public <T> T accept(LearningRateVisitor<T> visitor) {
    return visitor.exponentialDecay(this);
  }
}
