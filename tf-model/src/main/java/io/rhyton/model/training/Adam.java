package io.rhyton.model.training;

import io.rhyton.model.Arguments;

/**
 * Adam: {@code w -= α · m / (sqrt(v) + epsilon)}, with moving means m of the gradient and v of its
 * square, and {@code α = learning rate · sqrt(1 - beta2^t) / (1 - beta1^t)} in step t.
 *
 * <p>Source: {@code keras/src/optimizers/adam.py}, Keras 3.15; Kingma and Ba, "Adam", ICLR 2015.
 *
 * @param learningRate the step size, above 0
 * @param beta1 how much of m a step keeps, in [0, 1)
 * @param beta2 how much of v a step keeps, in [0, 1)
 * @param epsilon keeps the division finite, above 0
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon)
    implements Optimizer {

  /** Checks the ranges. */
  public Adam {
    Arguments.requirePositive("learningRate", learningRate);
    Arguments.requireFraction("beta1", beta1);
    Arguments.requireFraction("beta2", beta2);
    Arguments.requirePositive("epsilon", epsilon);
  }

  /** Adam with learning rate 0.001. */
  public static Adam of() {
    return of(0.001);
  }

  /** Adam with beta1 0.9, beta2 0.999 and epsilon 1e-7, as in Keras. */
  public static Adam of(double learningRate) {
    return new Adam(learningRate, 0.9, 0.999, 1e-7);
  }

  /** Sets beta1, in [0, 1); 0.9 unless set. */
  public Adam beta1(double beta1) {
    return new Adam(learningRate, beta1, beta2, epsilon);
  }

  /** Sets beta2, in [0, 1); 0.999 unless set. */
  public Adam beta2(double beta2) {
    return new Adam(learningRate, beta1, beta2, epsilon);
  }

  /** Sets epsilon, above 0; 1e-7 unless set. */
  public Adam epsilon(double epsilon) {
    return new Adam(learningRate, beta1, beta2, epsilon);
  }

  @Override
  public <T> T accept(OptimizerVisitor<T> visitor) {
    return visitor.adam(this);
  }
}
