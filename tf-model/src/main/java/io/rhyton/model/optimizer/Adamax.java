package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import io.rhyton.model.schedule.LearningRate;

/**
 * Adam with the largest gradient: {@code w -= learning rate · m / ((1 - beta1^t) · (u + epsilon))}
 * in step t, with the moving mean m of the gradient and {@code u = max(beta2 · u, |g|)}.
 *
 * <p>Source: {@code keras/src/optimizers/adamax.py}, Keras 3.15; Kingma and Ba, "Adam", ICLR 2015.
 *
 * @param learningRate the step size
 * @param beta1 how much of m a step keeps, in [0, 1)
 * @param beta2 how much of u a step keeps, in [0, 1)
 * @param epsilon keeps the division finite, above 0
 * @param options what every optimizer can be told
 */
public record Adamax(
    LearningRate learningRate, double beta1, double beta2, double epsilon, OptimizerOptions options)
    implements Optimizer, CommonOptions<Adamax> {

  /** Checks the ranges. */
  public Adamax {
    Arguments.requireFraction("beta1", beta1);
    Arguments.requireFraction("beta2", beta2);
    Arguments.requirePositive("epsilon", epsilon);
  }

  /** Adamax with learning rate 0.001, and beta1 0.9, beta2 0.999 and epsilon 1e-7, as in Keras. */
  public static Adamax of() {
    return of(0.001);
  }

  /** Adamax with a learning rate that stays until it is changed, above 0. */
  public static Adamax of(double learningRate) {
    return of(LearningRate.of(learningRate));
  }

  /** Adamax with a learning rate or a schedule of it. */
  public static Adamax of(LearningRate learningRate) {
    return new Adamax(learningRate, 0.9, 0.999, 1e-7, OptimizerOptions.of());
  }

  /** Sets beta1, in [0, 1); 0.9 unless set. */
  public Adamax beta1(double beta1) {
    return new Adamax(learningRate, beta1, beta2, epsilon, options);
  }

  /** Sets beta2, in [0, 1); 0.999 unless set. */
  public Adamax beta2(double beta2) {
    return new Adamax(learningRate, beta1, beta2, epsilon, options);
  }

  /** Sets epsilon, above 0; 1e-7 unless set. */
  public Adamax epsilon(double epsilon) {
    return new Adamax(learningRate, beta1, beta2, epsilon, options);
  }

  @Override
  public Adamax options(OptimizerOptions options) {
    return new Adamax(learningRate, beta1, beta2, epsilon, options);
  }

  @Override
  public <T> T accept(OptimizerVisitor<T> visitor) {
    return visitor.adamax(this);
  }
}
