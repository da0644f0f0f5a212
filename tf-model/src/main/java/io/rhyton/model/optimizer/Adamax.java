package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import io.rhyton.model.schedule.LearningRate;
import java.util.List;
import java.util.Objects;

/**
 * Adamax, a variant of Adam based on the infinity norm: {@code w -= learning rate · m / ((1 -
 * beta1^t) · (u + epsilon))} in step t, with the moving average m of the gradient and {@code u =
 * max(beta2 · u, |g|)}.
 *
 * <p>Source: {@code keras/src/optimizers/adamax.py}, Keras 3.15; Kingma and Ba, "Adam", ICLR 2015.
 *
 * @param learningRate the learning rate or its schedule
 * @param beta1 the decay rate of m, in [0, 1)
 * @param beta2 the decay rate of u, in [0, 1)
 * @param epsilon a constant for numerical stability, above 0
 * @param options the options shared by all optimizers
 */
public record Adamax(
    LearningRate learningRate, double beta1, double beta2, double epsilon, OptimizerOptions options)
    implements Optimizer, CommonOptions<Adamax> {

  public Adamax {
    Objects.requireNonNull(learningRate, "learningRate");
    Objects.requireNonNull(options, "options");
    Arguments.requireFraction("beta1", beta1);
    Arguments.requireFraction("beta2", beta2);
    Arguments.requirePositive("epsilon", epsilon);
  }

  /**
   * Creates Adamax with Keras's defaults: learning rate 0.001, beta1 0.9, beta2 0.999 and epsilon
   * 1e-7.
   */
  public static Adamax of() {
    return of(0.001);
  }

  /** Creates Adamax with a constant learning rate, above 0. */
  public static Adamax of(double learningRate) {
    return of(LearningRate.of(learningRate));
  }

  /** Creates Adamax with a learning rate or a schedule. */
  public static Adamax of(LearningRate learningRate) {
    return new Adamax(learningRate, 0.9, 0.999, 1e-7, OptimizerOptions.of());
  }

  /** Sets beta1, in [0, 1); defaults to 0.9. */
  public Adamax beta1(double beta1) {
    return new Adamax(learningRate, beta1, beta2, epsilon, options);
  }

  /** Sets beta2, in [0, 1); defaults to 0.999. */
  public Adamax beta2(double beta2) {
    return new Adamax(learningRate, beta1, beta2, epsilon, options);
  }

  /** Sets epsilon, above 0; defaults to 1e-7. */
  public Adamax epsilon(double epsilon) {
    return new Adamax(learningRate, beta1, beta2, epsilon, options);
  }

  @Override
  public Adamax options(OptimizerOptions options) {
    return new Adamax(learningRate, beta1, beta2, epsilon, options);
  }

  @Override
  public List<List<SlotKind>> slots() {
    return List.of(SlotKind.zeros(OptimizerSlot.MOMENTUM, OptimizerSlot.NORM));
  }

  @Override
  public <T> T accept(OptimizerVisitor<T> visitor) {
    return visitor.adamax(this);
  }
}
