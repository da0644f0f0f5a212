package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import io.rhyton.model.schedule.LearningRate;

/**
 * Adam: {@code w -= α · m / (sqrt(v) + epsilon)}, with moving means m of the gradient and v of its
 * square, and {@code α = learning rate · sqrt(1 - beta2^t) / (1 - beta1^t)} in step t.
 *
 * <p>Source: {@code keras/src/optimizers/adam.py}, Keras 3.15; Kingma and Ba, "Adam", ICLR 2015;
 * Reddi et al., "On the Convergence of Adam and Beyond", ICLR 2018.
 *
 * @param learningRate the step size
 * @param beta1 how much of m a step keeps, in [0, 1)
 * @param beta2 how much of v a step keeps, in [0, 1)
 * @param epsilon keeps the division finite, above 0
 * @param amsgrad whether v never shrinks in the division
 * @param options what every optimizer can be told
 */
public record Adam(
    LearningRate learningRate,
    double beta1,
    double beta2,
    double epsilon,
    boolean amsgrad,
    OptimizerOptions options)
    implements Optimizer, CommonOptions<Adam> {

  /** Checks the ranges. */
  public Adam {
    Arguments.requireFraction("beta1", beta1);
    Arguments.requireFraction("beta2", beta2);
    Arguments.requirePositive("epsilon", epsilon);
  }

  /** Adam with learning rate 0.001, and beta1 0.9, beta2 0.999 and epsilon 1e-7, as in Keras. */
  public static Adam of() {
    return of(0.001);
  }

  /** Adam with a learning rate that stays until it is changed, above 0. */
  public static Adam of(double learningRate) {
    return of(LearningRate.of(learningRate));
  }

  /** Adam with a learning rate or a schedule of it. */
  public static Adam of(LearningRate learningRate) {
    return new Adam(learningRate, 0.9, 0.999, 1e-7, false, OptimizerOptions.of());
  }

  /** Sets beta1, in [0, 1); 0.9 unless set. */
  public Adam beta1(double beta1) {
    return new Adam(learningRate, beta1, beta2, epsilon, amsgrad, options);
  }

  /** Sets beta2, in [0, 1); 0.999 unless set. */
  public Adam beta2(double beta2) {
    return new Adam(learningRate, beta1, beta2, epsilon, amsgrad, options);
  }

  /** Sets epsilon, above 0; 1e-7 unless set. */
  public Adam epsilon(double epsilon) {
    return new Adam(learningRate, beta1, beta2, epsilon, amsgrad, options);
  }

  /** Sets whether v never shrinks in the division; false unless set. */
  public Adam amsgrad(boolean amsgrad) {
    return new Adam(learningRate, beta1, beta2, epsilon, amsgrad, options);
  }

  @Override
  public Adam options(OptimizerOptions options) {
    return new Adam(learningRate, beta1, beta2, epsilon, amsgrad, options);
  }

  @Override
  public <T> T accept(OptimizerVisitor<T> visitor) {
    return visitor.adam(this);
  }
}
