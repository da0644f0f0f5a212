package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import io.rhyton.model.schedule.LearningRate;

/**
 * Adam with Nesterov's look-ahead, whose share of the momentum grows: {@code beta1 · (1 - 0.5 ·
 * 0.96^t)} in step t.
 *
 * <p>Source: {@code keras/src/optimizers/nadam.py}, Keras 3.15; Dozat, "Incorporating Nesterov
 * Momentum into Adam", ICLR workshop 2016.
 *
 * @param learningRate the step size
 * @param beta1 how much of m a step keeps, in [0, 1)
 * @param beta2 how much of v a step keeps, in [0, 1)
 * @param epsilon keeps the division finite, above 0
 * @param options what every optimizer can be told
 */
public record Nadam(
    LearningRate learningRate, double beta1, double beta2, double epsilon, OptimizerOptions options)
    implements Optimizer, CommonOptions<Nadam> {

  /** Checks the ranges. */
  public Nadam {
    Arguments.requireFraction("beta1", beta1);
    Arguments.requireFraction("beta2", beta2);
    Arguments.requirePositive("epsilon", epsilon);
  }

  /** Nadam with learning rate 0.001, and beta1 0.9, beta2 0.999 and epsilon 1e-7, as in Keras. */
  public static Nadam of() {
    return of(0.001);
  }

  /** Nadam with a learning rate that stays until it is changed, above 0. */
  public static Nadam of(double learningRate) {
    return of(LearningRate.of(learningRate));
  }

  /** Nadam with a learning rate or a schedule of it. */
  public static Nadam of(LearningRate learningRate) {
    return new Nadam(learningRate, 0.9, 0.999, 1e-7, OptimizerOptions.of());
  }

  /** Sets beta1, in [0, 1); 0.9 unless set. */
  public Nadam beta1(double beta1) {
    return new Nadam(learningRate, beta1, beta2, epsilon, options);
  }

  /** Sets beta2, in [0, 1); 0.999 unless set. */
  public Nadam beta2(double beta2) {
    return new Nadam(learningRate, beta1, beta2, epsilon, options);
  }

  /** Sets epsilon, above 0; 1e-7 unless set. */
  public Nadam epsilon(double epsilon) {
    return new Nadam(learningRate, beta1, beta2, epsilon, options);
  }

  @Override
  public Nadam options(OptimizerOptions options) {
    return new Nadam(learningRate, beta1, beta2, epsilon, options);
  }

  @Override
  public <T> T accept(OptimizerVisitor<T> visitor) {
    return visitor.nadam(this);
  }
}
