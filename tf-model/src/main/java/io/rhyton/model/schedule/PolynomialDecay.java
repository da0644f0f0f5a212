package io.rhyton.model.schedule;

import io.rhyton.error.Arguments;

/**
 * {@code (initial - end) · (1 - step / decay steps)^power + end}, and then the end; or, in cycles,
 * the same over 1, 2, 3 … times as many steps.
 *
 * <p>Source: {@code keras/src/optimizers/schedules/learning_rate_schedule.py}, Keras 3.15.
 *
 * @param initialLearningRate the step size at the start, at least 0
 * @param decaySteps the steps it takes, at least 1
 * @param endLearningRate the step size at the end, at least 0
 * @param power the power, at least 0: 1 falls in a line
 * @param cycle whether it starts anew at the end
 */
public record PolynomialDecay(
    double initialLearningRate,
    long decaySteps,
    double endLearningRate,
    double power,
    boolean cycle)
    implements LearningRate {

  /** Checks the ranges. */
  public PolynomialDecay {
    Arguments.requireNotNegative("initialLearningRate", initialLearningRate);
    Arguments.requirePositive("decaySteps", decaySteps);
    Arguments.requireNotNegative("endLearningRate", endLearningRate);
    Arguments.requireNotNegative("power", power);
  }

  /** A rate that falls in a line to 0.0001. */
  public static PolynomialDecay of(double initialLearningRate, long decaySteps) {
    return new PolynomialDecay(initialLearningRate, decaySteps, 0.0001, 1, false);
  }

  /** Sets the step size at the end, at least 0; 0.0001 unless set. */
  public PolynomialDecay endLearningRate(double endLearningRate) {
    return new PolynomialDecay(initialLearningRate, decaySteps, endLearningRate, power, cycle);
  }

  /** Sets the power, at least 0; 1 unless set. */
  public PolynomialDecay power(double power) {
    return new PolynomialDecay(initialLearningRate, decaySteps, endLearningRate, power, cycle);
  }

  /** Sets whether it starts anew at the end; false unless set. */
  public PolynomialDecay cycle(boolean cycle) {
    return new PolynomialDecay(initialLearningRate, decaySteps, endLearningRate, power, cycle);
  }

  @Override
  public <T> T accept(LearningRateVisitor<T> visitor) {
    return visitor.polynomialDecay(this);
  }
}
