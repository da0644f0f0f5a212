package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import io.rhyton.model.schedule.LearningRate;
import java.util.List;
import java.util.Objects;

/**
 * Adagrad: {@code w -= learning rate · g / sqrt(a + epsilon)}, with the sum a of all squared
 * gradients.
 *
 * <p>Source: {@code keras/src/optimizers/adagrad.py}, Keras 3.15; Duchi et al., "Adaptive
 * Subgradient Methods", JMLR 12, 2011.
 *
 * @param learningRate the learning rate or its schedule
 * @param initialAccumulatorValue the initial value of the sum, at least 0
 * @param epsilon a constant for numerical stability, above 0
 * @param options the options shared by all optimizers
 */
public record Adagrad(
    LearningRate learningRate,
    double initialAccumulatorValue,
    double epsilon,
    OptimizerOptions options)
    implements Optimizer, CommonOptions<Adagrad> {

  public Adagrad {
    Objects.requireNonNull(learningRate, "learningRate");
    Objects.requireNonNull(options, "options");
    Arguments.requireNotNegative("initialAccumulatorValue", initialAccumulatorValue);
    Arguments.requirePositive("epsilon", epsilon);
  }

  /** Creates Adagrad with Keras's defaults: learning rate 0.001 and an initial sum of 0.1. */
  public static Adagrad of() {
    return of(0.001);
  }

  /** Creates Adagrad with a constant learning rate, above 0. */
  public static Adagrad of(double learningRate) {
    return of(LearningRate.of(learningRate));
  }

  /** Creates Adagrad with a learning rate or a schedule. */
  public static Adagrad of(LearningRate learningRate) {
    return new Adagrad(learningRate, 0.1, 1e-7, OptimizerOptions.of());
  }

  /** Sets the initial value of the sum, at least 0; defaults to 0.1. */
  public Adagrad initialAccumulatorValue(double initialAccumulatorValue) {
    return new Adagrad(learningRate, initialAccumulatorValue, epsilon, options);
  }

  /** Sets epsilon, above 0; defaults to 1e-7. */
  public Adagrad epsilon(double epsilon) {
    return new Adagrad(learningRate, initialAccumulatorValue, epsilon, options);
  }

  @Override
  public Adagrad options(OptimizerOptions options) {
    return new Adagrad(learningRate, initialAccumulatorValue, epsilon, options);
  }

  @Override
  public List<List<SlotKind>> slots() {
    return List.of(
        List.of(new SlotKind(OptimizerSlot.ACCUMULATOR, (float) initialAccumulatorValue)));
  }

  @Override
  public <T> T accept(OptimizerVisitor<T> visitor) {
    return visitor.adagrad(this);
  }
}
