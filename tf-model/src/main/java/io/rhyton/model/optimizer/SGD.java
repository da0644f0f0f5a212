package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import io.rhyton.model.schedule.LearningRate;
import java.util.List;
import java.util.Objects;

/**
 * Stochastic gradient descent: {@code w -= learning rate · g}; with momentum, {@code m = momentum ·
 * m - learning rate · g; w += m}; with Nesterov momentum, {@code w += momentum · m - learning rate
 * · g}.
 *
 * <p>Source: {@code keras/src/optimizers/sgd.py}, Keras 3.15.
 *
 * @param learningRate the learning rate or its schedule
 * @param momentum the momentum, in [0, 1)
 * @param nesterov whether to use Nesterov momentum
 * @param options the options shared by all optimizers
 */
public record SGD(
    LearningRate learningRate, double momentum, boolean nesterov, OptimizerOptions options)
    implements Optimizer, CommonOptions<SGD> {

  public SGD {
    Objects.requireNonNull(learningRate, "learningRate");
    Objects.requireNonNull(options, "options");
    Arguments.requireFraction("momentum", momentum);
  }

  /** Creates SGD with learning rate 0.01. */
  public static SGD of() {
    return of(0.01);
  }

  /** Creates SGD with a constant learning rate, above 0. */
  public static SGD of(double learningRate) {
    return of(LearningRate.of(learningRate));
  }

  /** Creates SGD with a learning rate or a schedule. */
  public static SGD of(LearningRate learningRate) {
    return new SGD(learningRate, 0, false, OptimizerOptions.of());
  }

  /** Sets the momentum, in [0, 1); defaults to 0. */
  public SGD momentum(double momentum) {
    return new SGD(learningRate, momentum, nesterov, options);
  }

  /** Sets whether to use Nesterov momentum; defaults to false. */
  public SGD nesterov(boolean nesterov) {
    return new SGD(learningRate, momentum, nesterov, options);
  }

  @Override
  public SGD options(OptimizerOptions options) {
    return new SGD(learningRate, momentum, nesterov, options);
  }

  @Override
  public List<List<SlotKind>> slots() {
    return momentum == 0 ? List.of() : List.of(SlotKind.zeros(OptimizerSlot.MOMENTUM));
  }

  @Override
  public <T> T accept(OptimizerVisitor<T> visitor) {
    return visitor.sgd(this);
  }
}
