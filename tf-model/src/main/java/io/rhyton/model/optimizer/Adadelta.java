package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import io.rhyton.model.schedule.LearningRate;
import java.util.List;
import java.util.Objects;

/**
 * Adadelta: {@code w -= learning rate · g · sqrt(d + epsilon) / sqrt(v + epsilon)}, with moving
 * averages v of the squared gradient and d of the squared update.
 *
 * <p>Source: {@code keras/src/optimizers/adadelta.py}, Keras 3.15; Zeiler, "ADADELTA", 2012.
 *
 * @param learningRate the learning rate or its schedule
 * @param rho the decay rate of v and d, in [0, 1)
 * @param epsilon a constant for numerical stability, above 0
 * @param options the options shared by all optimizers
 */
public record Adadelta(
    LearningRate learningRate, double rho, double epsilon, OptimizerOptions options)
    implements Optimizer, CommonOptions<Adadelta> {

  public Adadelta {
    Objects.requireNonNull(learningRate, "learningRate");
    Objects.requireNonNull(options, "options");
    Arguments.requireFraction("rho", rho);
    Arguments.requirePositive("epsilon", epsilon);
  }

  /** Creates Adadelta with Keras's defaults: learning rate 0.001, rho 0.95 and epsilon 1e-7. */
  public static Adadelta of() {
    return of(0.001);
  }

  /** Creates Adadelta with a constant learning rate, above 0. */
  public static Adadelta of(double learningRate) {
    return of(LearningRate.of(learningRate));
  }

  /** Creates Adadelta with a learning rate or a schedule. */
  public static Adadelta of(LearningRate learningRate) {
    return new Adadelta(learningRate, 0.95, 1e-7, OptimizerOptions.of());
  }

  /** Sets rho, in [0, 1); defaults to 0.95. */
  public Adadelta rho(double rho) {
    return new Adadelta(learningRate, rho, epsilon, options);
  }

  /** Sets epsilon, above 0; defaults to 1e-7. */
  public Adadelta epsilon(double epsilon) {
    return new Adadelta(learningRate, rho, epsilon, options);
  }

  @Override
  public Adadelta options(OptimizerOptions options) {
    return new Adadelta(learningRate, rho, epsilon, options);
  }

  @Override
  public List<List<SlotKind>> slots() {
    return List.of(
        SlotKind.zeros(OptimizerSlot.ACCUMULATED_GRAD, OptimizerSlot.ACCUMULATED_DELTA_VAR));
  }

  @Override
  public <T> T accept(OptimizerVisitor<T> visitor) {
    return visitor.adadelta(this);
  }
}
