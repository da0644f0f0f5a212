package io.rhyton.model.schedule;

import io.rhyton.error.Arguments;

/**
 * Inverse time decay: {@code initial / (1 + decay rate · step / decay steps)}.
 *
 * <p>Source: {@code keras/src/optimizers/schedules/learning_rate_schedule.py}, Keras 3.15.
 *
 * @param initialLearningRate the initial learning rate, at least 0
 * @param decaySteps the number of decay steps, at least 1
 * @param decayRate the decay rate, at least 0
 * @param staircase whether the rate decays in discrete intervals of {@code decaySteps} steps
 */
public record InverseTimeDecay(
    double initialLearningRate, long decaySteps, double decayRate, boolean staircase)
    implements LearningRate {

  public InverseTimeDecay {
    Arguments.requireNotNegative("initialLearningRate", initialLearningRate);
    Arguments.requirePositive("decaySteps", decaySteps);
    Arguments.requireNotNegative("decayRate", decayRate);
  }

  /** Creates an inverse time decay. */
  public static InverseTimeDecay of(double initialLearningRate, long decaySteps, double decayRate) {
    return new InverseTimeDecay(initialLearningRate, decaySteps, decayRate, false);
  }

  /** Sets whether the rate decays in discrete intervals; defaults to false. */
  public InverseTimeDecay staircase(boolean staircase) {
    return new InverseTimeDecay(initialLearningRate, decaySteps, decayRate, staircase);
  }

  @Override
  public <T> T accept(LearningRateVisitor<T> visitor) {
    return visitor.inverseTimeDecay(this);
  }
}
