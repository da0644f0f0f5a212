package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import io.rhyton.model.schedule.LearningRate;

/**
 * {@code w -= learning rate · g · sqrt(d + epsilon) / sqrt(v + epsilon)}, with moving means v of
 * the square of the gradient and d of the square of the step.
 *
 * <p>Source: {@code keras/src/optimizers/adadelta.py}, Keras 3.15; Zeiler, "ADADELTA", 2012.
 *
 * @param learningRate the step size
 * @param rho how much of v and d a step keeps, in [0, 1)
 * @param epsilon keeps the division finite, above 0
 * @param options what every optimizer can be told
 */
public record Adadelta(
    LearningRate learningRate, double rho, double epsilon, OptimizerOptions options)
    implements Optimizer, CommonOptions<Adadelta> {

  /** Checks the ranges. */
  public Adadelta {
    Arguments.requireFraction("rho", rho);
    Arguments.requirePositive("epsilon", epsilon);
  }

  /** Adadelta with learning rate 0.001, and rho 0.95 and epsilon 1e-7, as in Keras. */
  public static Adadelta of() {
    return of(0.001);
  }

  /** Adadelta with a learning rate that stays until it is changed, above 0. */
  public static Adadelta of(double learningRate) {
    return of(LearningRate.of(learningRate));
  }

  /** Adadelta with a learning rate or a schedule of it. */
  public static Adadelta of(LearningRate learningRate) {
    return new Adadelta(learningRate, 0.95, 1e-7, OptimizerOptions.of());
  }

  /** Sets rho, in [0, 1); 0.95 unless set. */
  public Adadelta rho(double rho) {
    return new Adadelta(learningRate, rho, epsilon, options);
  }

  /** Sets epsilon, above 0; 1e-7 unless set. */
  public Adadelta epsilon(double epsilon) {
    return new Adadelta(learningRate, rho, epsilon, options);
  }

  @Override
  public Adadelta options(OptimizerOptions options) {
    return new Adadelta(learningRate, rho, epsilon, options);
  }

  @Override
  public <T> T accept(OptimizerVisitor<T> visitor) {
    return visitor.adadelta(this);
  }
}
