package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import io.rhyton.model.schedule.LearningRate;
import java.util.List;
import java.util.Objects;

/**
 * Lion: {@code w -= learning rate · sign(beta1 · m + (1 - beta1) · g)}, followed by {@code m =
 * beta2 · m + (1 - beta2) · g}.
 *
 * <p>Source: {@code keras/src/optimizers/lion.py}, Keras 3.15; Chen et al., "Symbolic Discovery of
 * Optimization Algorithms", 2023.
 *
 * @param learningRate the learning rate or its schedule
 * @param beta1 the weight of m in the update, in (0, 1]
 * @param beta2 the decay rate of m, in [0, 1)
 * @param options the options shared by all optimizers
 */
public record Lion(LearningRate learningRate, double beta1, double beta2, OptimizerOptions options)
    implements Optimizer, CommonOptions<Lion> {

  public Lion {
    Objects.requireNonNull(learningRate, "learningRate");
    Objects.requireNonNull(options, "options");
    Arguments.requirePositive("beta1", beta1);
    Arguments.requireUnitInterval("beta1", beta1);
    Arguments.requireFraction("beta2", beta2);
  }

  /** Creates Lion with Keras's defaults: learning rate 0.001, beta1 0.9 and beta2 0.99. */
  public static Lion of() {
    return of(0.001);
  }

  /** Creates Lion with a constant learning rate, above 0. */
  public static Lion of(double learningRate) {
    return of(LearningRate.of(learningRate));
  }

  /** Creates Lion with a learning rate or a schedule. */
  public static Lion of(LearningRate learningRate) {
    return new Lion(learningRate, 0.9, 0.99, OptimizerOptions.of());
  }

  /** Sets beta1, in (0, 1]; defaults to 0.9. */
  public Lion beta1(double beta1) {
    return new Lion(learningRate, beta1, beta2, options);
  }

  /** Sets beta2, in [0, 1); defaults to 0.99. */
  public Lion beta2(double beta2) {
    return new Lion(learningRate, beta1, beta2, options);
  }

  @Override
  public Lion options(OptimizerOptions options) {
    return new Lion(learningRate, beta1, beta2, options);
  }

  @Override
  public List<List<SlotKind>> slots() {
    return List.of(SlotKind.zeros(OptimizerSlot.MOMENTUM));
  }

  @Override
  public <T> T accept(OptimizerVisitor<T> visitor) {
    return visitor.lion(this);
  }
}
