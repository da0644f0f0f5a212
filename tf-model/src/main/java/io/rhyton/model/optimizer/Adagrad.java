package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import io.rhyton.model.schedule.LearningRate;

/**
 * {@code w -= learning rate · g / sqrt(a + epsilon)}, with the sum a of the squares of all
 * gradients.
 *
 * <p>Source: {@code keras/src/optimizers/adagrad.py}, Keras 3.15; Duchi et al., "Adaptive
 * Subgradient Methods", JMLR 12, 2011.
 *
 * @param learningRate the step size
 * @param initialAccumulatorValue what the sum starts with, at least 0
 * @param epsilon keeps the division finite, above 0
 * @param options what every optimizer can be told
 */
public record Adagrad(
    LearningRate learningRate,
    double initialAccumulatorValue,
    double epsilon,
    OptimizerOptions options)
    implements Optimizer, CommonOptions<Adagrad> {

  /** Checks the ranges. */
  public Adagrad {
    Arguments.requireNotNegative("initialAccumulatorValue", initialAccumulatorValue);
    Arguments.requirePositive("epsilon", epsilon);
  }

  /** Adagrad with learning rate 0.001, and a sum that starts with 0.1, as in Keras. */
  public static Adagrad of() {
    return of(0.001);
  }

  /** Adagrad with a learning rate that stays until it is changed, above 0. */
  public static Adagrad of(double learningRate) {
    return of(LearningRate.of(learningRate));
  }

  /** Adagrad with a learning rate or a schedule of it. */
  public static Adagrad of(LearningRate learningRate) {
    return new Adagrad(learningRate, 0.1, 1e-7, OptimizerOptions.of());
  }

  /** Sets what the sum starts with, at least 0; 0.1 unless set. */
  public Adagrad initialAccumulatorValue(double initialAccumulatorValue) {
    return new Adagrad(learningRate, initialAccumulatorValue, epsilon, options);
  }

  /** Sets epsilon, above 0; 1e-7 unless set. */
  public Adagrad epsilon(double epsilon) {
    return new Adagrad(learningRate, initialAccumulatorValue, epsilon, options);
  }

  @Override
  public Adagrad options(OptimizerOptions options) {
    return new Adagrad(learningRate, initialAccumulatorValue, epsilon, options);
  }

  @Override
  public <T> T accept(OptimizerVisitor<T> visitor) {
    return visitor.adagrad(this);
  }
}
