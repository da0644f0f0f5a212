package io.rhyton.model.training;

import io.rhyton.model.Arguments;

/**
 * Gradient descent: {@code w -= learning rate · g}, or with momentum {@code m = momentum · m -
 * learning rate · g; w += m}, or with Nesterov's look-ahead {@code w += momentum · m - learning
 * rate · g}.
 *
 * <p>Source: {@code keras/src/optimizers/sgd.py}, Keras 3.15.
 *
 * @param learningRate the step size, above 0
 * @param momentum how much of the last step is kept, in [0, 1)
 * @param nesterov whether to look ahead
 */
public record SGD(double learningRate, double momentum, boolean nesterov) implements Optimizer {

  /** Checks the ranges. */
  public SGD {
    Arguments.requirePositive("learningRate", learningRate);
    Arguments.requireFraction("momentum", momentum);
  }

  /** Plain gradient descent with learning rate 0.01. */
  public static SGD of() {
    return of(0.01);
  }

  /** Plain gradient descent. */
  public static SGD of(double learningRate) {
    return new SGD(learningRate, 0, false);
  }

  /** Sets the momentum, in [0, 1); 0 unless set. */
  public SGD momentum(double momentum) {
    return new SGD(learningRate, momentum, nesterov);
  }

  /** Sets whether to look ahead; false unless set. */
  public SGD nesterov(boolean nesterov) {
    return new SGD(learningRate, momentum, nesterov);
  }

  @Override
  public <T> T accept(OptimizerVisitor<T> visitor) {
    return visitor.sgd(this);
  }
}
