package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import io.rhyton.model.schedule.LearningRate;

/**
 * Gradient descent: {@code w -= learning rate · g}, or with momentum {@code m = momentum · m -
 * learning rate · g; w += m}, or with Nesterov's look-ahead {@code w += momentum · m - learning
 * rate · g}.
 *
 * <p>Source: {@code keras/src/optimizers/sgd.py}, Keras 3.15.
 *
 * @param learningRate the step size
 * @param momentum how much of the last step is kept, in [0, 1)
 * @param nesterov whether to look ahead
 * @param options what every optimizer can be told
 */
public record SGD(
    LearningRate learningRate, double momentum, boolean nesterov, OptimizerOptions options)
    implements Optimizer, CommonOptions<SGD> {

  /** Checks the ranges. */
  public SGD {
    Arguments.requireFraction("momentum", momentum);
  }

  /** SGD with learning rate 0.01. */
  public static SGD of() {
    return of(0.01);
  }

  /** SGD with a learning rate that stays until it is changed, above 0. */
  public static SGD of(double learningRate) {
    return of(LearningRate.of(learningRate));
  }

  /** SGD with a learning rate or a schedule of it. */
  public static SGD of(LearningRate learningRate) {
    return new SGD(learningRate, 0, false, OptimizerOptions.of());
  }

  /** Sets the momentum, in [0, 1); 0 unless set. */
  public SGD momentum(double momentum) {
    return new SGD(learningRate, momentum, nesterov, options);
  }

  /** Sets whether to look ahead; false unless set. */
  public SGD nesterov(boolean nesterov) {
    return new SGD(learningRate, momentum, nesterov, options);
  }

  @Override
  public SGD options(OptimizerOptions options) {
    return new SGD(learningRate, momentum, nesterov, options);
  }

  @Override
  public <T> T accept(OptimizerVisitor<T> visitor) {
    return visitor.sgd(this);
  }
}
