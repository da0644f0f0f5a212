package io.rhyton.model.schedule;

import io.rhyton.error.Arguments;

/**
 * Cosine decay with warm restarts: each period is {@code tMul} times as long as the previous one
 * and starts {@code mMul} times as high, decaying to {@code alpha} times the initial rate.
 *
 * <p>Source: {@code keras/src/optimizers/schedules/learning_rate_schedule.py}, Keras 3.15.
 *
 * @param initialLearningRate the initial learning rate, at least 0
 * @param firstDecaySteps the number of steps of the first period, at least 1
 * @param tMul the factor between the lengths of successive periods, at least 1
 * @param mMul the factor between the initial rates of successive periods, at least 0
 * @param alpha the minimum rate, as a fraction of the initial rate, at least 0
 */
public record CosineDecayRestarts(
    double initialLearningRate, long firstDecaySteps, double tMul, double mMul, double alpha)
    implements LearningRate {

  public CosineDecayRestarts {
    Arguments.requireNotNegative("initialLearningRate", initialLearningRate);
    Arguments.requirePositive("firstDecaySteps", firstDecaySteps);
    if (!(tMul >= 1) || Double.isInfinite(tMul)) {
      throw new IllegalArgumentException("tMul must be >= 1 and finite, got " + tMul);
    }
    Arguments.requireNotNegative("mMul", mMul);
    Arguments.requireNotNegative("alpha", alpha);
  }

  /** Creates a cosine decay with restarts, doubling the period each time. */
  public static CosineDecayRestarts of(double initialLearningRate, long firstDecaySteps) {
    return new CosineDecayRestarts(initialLearningRate, firstDecaySteps, 2, 1, 0);
  }

  /** Sets the factor between the lengths of successive periods, at least 1; defaults to 2. */
  public CosineDecayRestarts tMul(double tMul) {
    return new CosineDecayRestarts(initialLearningRate, firstDecaySteps, tMul, mMul, alpha);
  }

  /** Sets the factor between the initial rates of successive periods, at least 0; defaults to 1. */
  public CosineDecayRestarts mMul(double mMul) {
    return new CosineDecayRestarts(initialLearningRate, firstDecaySteps, tMul, mMul, alpha);
  }

  /** Sets the minimum rate, as a fraction of the initial rate, at least 0; defaults to 0. */
  public CosineDecayRestarts alpha(double alpha) {
    return new CosineDecayRestarts(initialLearningRate, firstDecaySteps, tMul, mMul, alpha);
  }

  @Override
  public <T> T accept(LearningRateVisitor<T> visitor) {
    return visitor.cosineDecayRestarts(this);
  }
}
