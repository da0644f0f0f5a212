package io.rhyton.model.schedule;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * Half a wave from the start to {@code alpha} times the start, and then that; with a warm-up,
 * before it a line from the start to the target, which the wave then starts from.
 *
 * <p>Source: {@code keras/src/optimizers/schedules/learning_rate_schedule.py}, Keras 3.15.
 *
 * @param initialLearningRate the step size at the start, at least 0
 * @param decaySteps the steps the wave takes, at least 1
 * @param alpha the share of the rate that is left at the end, at least 0
 * @param warmupTarget where the warm-up leads, at least 0; none if there is no warm-up
 * @param warmupSteps the steps of the warm-up, at least 0
 */
public record CosineDecay(
    double initialLearningRate,
    long decaySteps,
    double alpha,
    @Nullable Double warmupTarget,
    long warmupSteps)
    implements LearningRate {

  /** Checks the ranges. */
  public CosineDecay {
    Arguments.requireNotNegative("initialLearningRate", initialLearningRate);
    Arguments.requirePositive("decaySteps", decaySteps);
    Arguments.requireNotNegative("alpha", alpha);
    if (warmupTarget != null) {
      Arguments.requireNotNegative("warmupTarget", warmupTarget);
    }
    Arguments.requireNotNegative("warmupSteps", warmupSteps);
  }

  /** A rate that falls to 0 in half a wave. */
  public static CosineDecay of(double initialLearningRate, long decaySteps) {
    return new CosineDecay(initialLearningRate, decaySteps, 0, null, 0);
  }

  /** Sets the share of the rate that is left at the end, at least 0; 0 unless set. */
  public CosineDecay alpha(double alpha) {
    return new CosineDecay(initialLearningRate, decaySteps, alpha, warmupTarget, warmupSteps);
  }

  /**
   * Sets a warm-up; there is none unless set.
   *
   * @param warmupTarget where it leads, at least 0
   * @param warmupSteps the steps that it takes, at least 0
   */
  public CosineDecay warmup(double warmupTarget, long warmupSteps) {
    return new CosineDecay(initialLearningRate, decaySteps, alpha, warmupTarget, warmupSteps);
  }

  @Override
  public <T> T accept(LearningRateVisitor<T> visitor) {
    return visitor.cosineDecay(this);
  }
}
