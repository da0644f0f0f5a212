package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import io.rhyton.model.schedule.LearningRate;
import java.util.List;
import java.util.Objects;

/**
 * Nadam: Adam with Nesterov momentum, with the momentum schedule {@code beta1 · (1 - 0.5 · 0.96^t)}
 * in step t.
 *
 * <p>Source: {@code keras/src/optimizers/nadam.py}, Keras 3.15; Dozat, "Incorporating Nesterov
 * Momentum into Adam", ICLR workshop 2016.
 *
 * @param learningRate the learning rate or its schedule
 * @param beta1 the decay rate of m, in [0, 1)
 * @param beta2 the decay rate of v, in [0, 1)
 * @param epsilon a constant for numerical stability, above 0
 * @param options the options shared by all optimizers
 */
public record Nadam(
    LearningRate learningRate, double beta1, double beta2, double epsilon, OptimizerOptions options)
    implements Optimizer, CommonOptions<Nadam> {

  public Nadam {
    Objects.requireNonNull(learningRate, "learningRate");
    Objects.requireNonNull(options, "options");
    Arguments.requireFraction("beta1", beta1);
    Arguments.requireFraction("beta2", beta2);
    Arguments.requirePositive("epsilon", epsilon);
  }

  /**
   * Creates Nadam with Keras's defaults: learning rate 0.001, beta1 0.9, beta2 0.999 and epsilon
   * 1e-7.
   */
  public static Nadam of() {
    return of(0.001);
  }

  /** Creates Nadam with a constant learning rate, above 0. */
  public static Nadam of(double learningRate) {
    return of(LearningRate.of(learningRate));
  }

  /** Creates Nadam with a learning rate or a schedule. */
  public static Nadam of(LearningRate learningRate) {
    return new Nadam(learningRate, 0.9, 0.999, 1e-7, OptimizerOptions.of());
  }

  /** Sets beta1, in [0, 1); defaults to 0.9. */
  public Nadam beta1(double beta1) {
    return new Nadam(learningRate, beta1, beta2, epsilon, options);
  }

  /** Sets beta2, in [0, 1); defaults to 0.999. */
  public Nadam beta2(double beta2) {
    return new Nadam(learningRate, beta1, beta2, epsilon, options);
  }

  /** Sets epsilon, above 0; defaults to 1e-7. */
  public Nadam epsilon(double epsilon) {
    return new Nadam(learningRate, beta1, beta2, epsilon, options);
  }

  @Override
  public Nadam options(OptimizerOptions options) {
    return new Nadam(learningRate, beta1, beta2, epsilon, options);
  }

  @Override
  public List<List<SlotKind>> slots() {
    return SlotKind.moments(false);
  }

  @Override
  public <T> T accept(OptimizerVisitor<T> visitor) {
    return visitor.nadam(this);
  }
}
