package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import io.rhyton.model.schedule.LearningRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * RMSprop: {@code w -= learning rate · g / sqrt(v + epsilon)}, with the moving average v of the
 * squared gradient; if centered, v minus the squared moving average of the gradient; with momentum,
 * {@code p = momentum · p + update; w -= p}.
 *
 * <p>Source: {@code keras/src/optimizers/rmsprop.py}, Keras 3.15; Hinton, "Neural Networks for
 * Machine Learning", lecture 6, 2012.
 *
 * @param learningRate the learning rate or its schedule
 * @param rho the decay rate of v, in [0, 1)
 * @param momentum the momentum, in [0, 1)
 * @param epsilon a constant for numerical stability, above 0
 * @param centered whether to divide by the estimated variance of the gradient rather than its
 *     uncentered second moment
 * @param options the options shared by all optimizers
 */
public record RMSprop(
    LearningRate learningRate,
    double rho,
    double momentum,
    double epsilon,
    boolean centered,
    OptimizerOptions options)
    implements Optimizer, CommonOptions<RMSprop> {

  public RMSprop {
    Objects.requireNonNull(learningRate, "learningRate");
    Objects.requireNonNull(options, "options");
    Arguments.requireFraction("rho", rho);
    Arguments.requireFraction("momentum", momentum);
    Arguments.requirePositive("epsilon", epsilon);
  }

  /** Creates RMSprop with Keras's defaults: learning rate 0.001, rho 0.9 and epsilon 1e-7. */
  public static RMSprop of() {
    return of(0.001);
  }

  /** Creates RMSprop with a constant learning rate, above 0. */
  public static RMSprop of(double learningRate) {
    return of(LearningRate.of(learningRate));
  }

  /** Creates RMSprop with a learning rate or a schedule. */
  public static RMSprop of(LearningRate learningRate) {
    return new RMSprop(learningRate, 0.9, 0, 1e-7, false, OptimizerOptions.of());
  }

  /** Sets rho, in [0, 1); defaults to 0.9. */
  public RMSprop rho(double rho) {
    return new RMSprop(learningRate, rho, momentum, epsilon, centered, options);
  }

  /** Sets the momentum, in [0, 1); defaults to 0. */
  public RMSprop momentum(double momentum) {
    return new RMSprop(learningRate, rho, momentum, epsilon, centered, options);
  }

  /** Sets epsilon, above 0; defaults to 1e-7. */
  public RMSprop epsilon(double epsilon) {
    return new RMSprop(learningRate, rho, momentum, epsilon, centered, options);
  }

  /** Sets whether to divide by the estimated variance of the gradient; defaults to false. */
  public RMSprop centered(boolean centered) {
    return new RMSprop(learningRate, rho, momentum, epsilon, centered, options);
  }

  @Override
  public RMSprop options(OptimizerOptions options) {
    return new RMSprop(learningRate, rho, momentum, epsilon, centered, options);
  }

  @Override
  public List<List<SlotKind>> slots() {
    List<List<SlotKind>> groups = new ArrayList<>();
    groups.add(SlotKind.zeros(OptimizerSlot.VELOCITY));
    if (momentum > 0) {
      groups.add(SlotKind.zeros(OptimizerSlot.MOMENTUM));
    }
    if (centered) {
      groups.add(SlotKind.zeros(OptimizerSlot.AVERAGE_GRADIENT));
    }
    return groups;
  }

  @Override
  public <T> T accept(OptimizerVisitor<T> visitor) {
    return visitor.rmsProp(this);
  }
}
