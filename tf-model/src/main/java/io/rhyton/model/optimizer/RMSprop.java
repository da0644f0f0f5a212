package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import io.rhyton.model.schedule.LearningRate;

/**
 * {@code w -= learning rate · g / sqrt(v + epsilon)}, with a moving mean v of the square of the
 * gradient; centered, v less the square of the gradient's moving mean; with momentum {@code p =
 * momentum · p + step; w -= p}.
 *
 * <p>Source: {@code keras/src/optimizers/rmsprop.py}, Keras 3.15; Hinton, "Neural Networks for
 * Machine Learning", lecture 6, 2012.
 *
 * @param learningRate the step size
 * @param rho how much of v a step keeps, in [0, 1)
 * @param momentum how much of the last step is kept, in [0, 1)
 * @param epsilon keeps the division finite, above 0
 * @param centered whether the variance is divided by, not the mean of squares
 * @param options what every optimizer can be told
 */
public record RMSprop(
    LearningRate learningRate,
    double rho,
    double momentum,
    double epsilon,
    boolean centered,
    OptimizerOptions options)
    implements Optimizer, CommonOptions<RMSprop> {

  /** Checks the ranges. */
  public RMSprop {
    Arguments.requireFraction("rho", rho);
    Arguments.requireFraction("momentum", momentum);
    Arguments.requirePositive("epsilon", epsilon);
  }

  /** RMSprop with learning rate 0.001, and rho 0.9 and epsilon 1e-7, as in Keras. */
  public static RMSprop of() {
    return of(0.001);
  }

  /** RMSprop with a learning rate that stays until it is changed, above 0. */
  public static RMSprop of(double learningRate) {
    return of(LearningRate.of(learningRate));
  }

  /** RMSprop with a learning rate or a schedule of it. */
  public static RMSprop of(LearningRate learningRate) {
    return new RMSprop(learningRate, 0.9, 0, 1e-7, false, OptimizerOptions.of());
  }

  /** Sets rho, in [0, 1); 0.9 unless set. */
  public RMSprop rho(double rho) {
    return new RMSprop(learningRate, rho, momentum, epsilon, centered, options);
  }

  /** Sets the momentum, in [0, 1); 0 unless set. */
  public RMSprop momentum(double momentum) {
    return new RMSprop(learningRate, rho, momentum, epsilon, centered, options);
  }

  /** Sets epsilon, above 0; 1e-7 unless set. */
  public RMSprop epsilon(double epsilon) {
    return new RMSprop(learningRate, rho, momentum, epsilon, centered, options);
  }

  /** Sets whether the variance is divided by; false unless set. */
  public RMSprop centered(boolean centered) {
    return new RMSprop(learningRate, rho, momentum, epsilon, centered, options);
  }

  @Override
  public RMSprop options(OptimizerOptions options) {
    return new RMSprop(learningRate, rho, momentum, epsilon, centered, options);
  }

  @Override
  public <T> T accept(OptimizerVisitor<T> visitor) {
    return visitor.rmsProp(this);
  }
}
