package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import io.rhyton.model.schedule.LearningRate;

/**
 * {@code w -= learning rate · sign(beta1 · m + (1 - beta1) · g)}, and then {@code m = beta2 · m +
 * (1 - beta2) · g}.
 *
 * <p>Source: {@code keras/src/optimizers/lion.py}, Keras 3.15; Chen et al., "Symbolic Discovery of
 * Optimization Algorithms", 2023.
 *
 * @param learningRate the step size
 * @param beta1 the share of m in a step, above 0 and at most 1
 * @param beta2 how much of m a step keeps, in [0, 1)
 * @param options what every optimizer can be told
 */
public record Lion(LearningRate learningRate, double beta1, double beta2, OptimizerOptions options)
    implements Optimizer, CommonOptions<Lion> {

  /** Checks the ranges. */
  public Lion {
    Arguments.requirePositive("beta1", beta1);
    Arguments.requireShare("beta1", beta1);
    Arguments.requireFraction("beta2", beta2);
  }

  /** Lion with learning rate 0.001, and beta1 0.9 and beta2 0.99, as in Keras. */
  public static Lion of() {
    return of(0.001);
  }

  /** Lion with a learning rate that stays until it is changed, above 0. */
  public static Lion of(double learningRate) {
    return of(LearningRate.of(learningRate));
  }

  /** Lion with a learning rate or a schedule of it. */
  public static Lion of(LearningRate learningRate) {
    return new Lion(learningRate, 0.9, 0.99, OptimizerOptions.of());
  }

  /** Sets beta1, above 0 and at most 1; 0.9 unless set. */
  public Lion beta1(double beta1) {
    return new Lion(learningRate, beta1, beta2, options);
  }

  /** Sets beta2, in [0, 1); 0.99 unless set. */
  public Lion beta2(double beta2) {
    return new Lion(learningRate, beta1, beta2, options);
  }

  @Override
  public Lion options(OptimizerOptions options) {
    return new Lion(learningRate, beta1, beta2, options);
  }

  @Override
  public <T> T accept(OptimizerVisitor<T> visitor) {
    return visitor.lion(this);
  }
}
