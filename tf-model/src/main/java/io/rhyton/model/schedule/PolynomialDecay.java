package io.rhyton.model.schedule;

import io.rhyton.error.Arguments;

/**
 * Polynomial decay: {@code (initial - end) · (1 - step / decay steps)^power + end}, constant
 * afterwards; with {@code cycle}, {@code decay steps} is multiplied by 1, 2, 3, … whenever it is
 * exceeded.
 *
 * <p>Source: {@code keras/src/optimizers/schedules/learning_rate_schedule.py}, Keras 3.15.
 *
 * @param initialLearningRate the initial learning rate, at least 0
 * @param decaySteps the number of decay steps, at least 1
 * @param endLearningRate the final learning rate, at least 0
 * @param power the exponent, at least 0: 1 is linear decay
 * @param cycle whether the rate rises again and decays more slowly beyond {@code decaySteps}
 */
public record PolynomialDecay(
    double initialLearningRate,
    long decaySteps,
    double endLearningRate,
    double power,
    boolean cycle)
    implements LearningRate {

  public PolynomialDecay {
    Arguments.requireNotNegative("initialLearningRate", initialLearningRate);
    Arguments.requirePositive("decaySteps", decaySteps);
    Arguments.requireNotNegative("endLearningRate", endLearningRate);
    Arguments.requireNotNegative("power", power);
  }

  /** Creates a linear decay to 0.0001. */
  public static PolynomialDecay of(double initialLearningRate, long decaySteps) {
    return new PolynomialDecay(initialLearningRate, decaySteps, 0.0001, 1, false);
  }

  /** Sets the final learning rate, at least 0; defaults to 0.0001. */
  public PolynomialDecay endLearningRate(double endLearningRate) {
    return new PolynomialDecay(initialLearningRate, decaySteps, endLearningRate, power, cycle);
  }

  /** Sets the exponent, at least 0; defaults to 1. */
  public PolynomialDecay power(double power) {
    return new PolynomialDecay(initialLearningRate, decaySteps, endLearningRate, power, cycle);
  }

  /** Sets whether the rate rises again beyond {@code decaySteps}; defaults to false. */
  public PolynomialDecay cycle(boolean cycle) {
    return new PolynomialDecay(initialLearningRate, decaySteps, endLearningRate, power, cycle);
  }

  @Override
  public <T> T accept(LearningRateVisitor<T> visitor) {
    return visitor.polynomialDecay(this);
  }
}
