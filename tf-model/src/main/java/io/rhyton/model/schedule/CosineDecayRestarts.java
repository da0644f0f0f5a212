package io.rhyton.model.schedule;

import io.rhyton.error.Arguments;

/**
 * Half waves, each {@code tMul} times as long as the one before and {@code mMul} times as high,
 * down to {@code alpha} times the start.
 *
 * <p>Source: {@code keras/src/optimizers/schedules/learning_rate_schedule.py}, Keras 3.15.
 *
 * @param initialLearningRate the step size at the start, at least 0
 * @param firstDecaySteps the steps of the first wave, at least 1
 * @param tMul how much longer each wave is than the one before, at least 1
 * @param mMul how much higher each wave is than the one before, at least 0
 * @param alpha the share of the rate that is left at the end of a wave, at least 0
 */
public record CosineDecayRestarts(
    double initialLearningRate, long firstDecaySteps, double tMul, double mMul, double alpha)
    implements LearningRate {

  /** Checks the ranges. */
  public CosineDecayRestarts {
    Arguments.requireNotNegative("initialLearningRate", initialLearningRate);
    Arguments.requirePositive("firstDecaySteps", firstDecaySteps);
    if (!(tMul >= 1) || Double.isInfinite(tMul)) {
      throw new IllegalArgumentException("tMul must be >= 1 and finite, got " + tMul);
    }
    Arguments.requireNotNegative("mMul", mMul);
    Arguments.requireNotNegative("alpha", alpha);
  }

  /** Waves of which each is twice as long as the one before. */
  public static CosineDecayRestarts of(double initialLearningRate, long firstDecaySteps) {
    return new CosineDecayRestarts(initialLearningRate, firstDecaySteps, 2, 1, 0);
  }

  /** Sets how much longer each wave is, at least 1; 2 unless set. */
  public CosineDecayRestarts tMul(double tMul) {
    return new CosineDecayRestarts(initialLearningRate, firstDecaySteps, tMul, mMul, alpha);
  }

  /** Sets how much higher each wave is, at least 0; 1 unless set. */
  public CosineDecayRestarts mMul(double mMul) {
    return new CosineDecayRestarts(initialLearningRate, firstDecaySteps, tMul, mMul, alpha);
  }

  /** Sets the share of the rate that is left at the end of a wave, at least 0; 0 unless set. */
  public CosineDecayRestarts alpha(double alpha) {
    return new CosineDecayRestarts(initialLearningRate, firstDecaySteps, tMul, mMul, alpha);
  }

  @Override
  public <T> T accept(LearningRateVisitor<T> visitor) {
    return visitor.cosineDecayRestarts(this);
  }
}
