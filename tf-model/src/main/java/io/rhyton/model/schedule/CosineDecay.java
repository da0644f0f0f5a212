package io.rhyton.model.schedule;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * Cosine decay from the initial rate to {@code alpha} times it, and constant afterwards. With a
 * warm-up, the rate first rises linearly from the initial rate to the target, and decays from
 * there.
 *
 * <p>Source: {@code keras/src/optimizers/schedules/learning_rate_schedule.py}, Keras 3.15.
 *
 * @param initialLearningRate the initial learning rate, at least 0
 * @param decaySteps the number of decay steps, at least 1
 * @param alpha the final rate, as a fraction of the rate that the decay starts from, at least 0
 * @param warmupTarget the rate at the end of the warm-up, at least 0; null for no warm-up
 * @param warmupSteps the number of warm-up steps, at least 0
 */
public record CosineDecay(
    double initialLearningRate,
    long decaySteps,
    double alpha,
    @Nullable Double warmupTarget,
    long warmupSteps)
    implements LearningRate {

  public CosineDecay {
    Arguments.requireNotNegative("initialLearningRate", initialLearningRate);
    Arguments.requirePositive("decaySteps", decaySteps);
    Arguments.requireNotNegative("alpha", alpha);
    if (warmupTarget != null) {
      Arguments.requireNotNegative("warmupTarget", warmupTarget);
    }
    Arguments.requireNotNegative("warmupSteps", warmupSteps);
  }

  /** Creates a cosine decay to 0. */
  public static CosineDecay of(double initialLearningRate, long decaySteps) {
    return new CosineDecay(initialLearningRate, decaySteps, 0, null, 0);
  }

  /**
   * Sets the final rate, as a fraction of the rate that the decay starts from, at least 0; defaults
   * to 0.
   */
  public CosineDecay alpha(double alpha) {
    return new CosineDecay(initialLearningRate, decaySteps, alpha, warmupTarget, warmupSteps);
  }

  /**
   * Sets a linear warm-up; none by default.
   *
   * @param warmupTarget the rate at the end of the warm-up, at least 0
   * @param warmupSteps the number of warm-up steps, at least 0
   */
  public CosineDecay warmup(double warmupTarget, long warmupSteps) {
    return new CosineDecay(initialLearningRate, decaySteps, alpha, warmupTarget, warmupSteps);
  }

  @Override
  public <T> T accept(LearningRateVisitor<T> visitor) {
    return visitor.cosineDecay(this);
  }
}
