package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import io.rhyton.model.schedule.LearningRate;
import java.util.List;
import java.util.Objects;

/**
 * Adam: {@code w -= α · m / (sqrt(v) + epsilon)}, with moving averages m of the gradient and v of
 * the squared gradient, and {@code α = learning rate · sqrt(1 - beta2^t) / (1 - beta1^t)} in step
 * t.
 *
 * <p>Source: {@code keras/src/optimizers/adam.py}, Keras 3.15; Kingma and Ba, "Adam", ICLR 2015;
 * Reddi et al., "On the Convergence of Adam and Beyond", ICLR 2018.
 *
 * @param learningRate the learning rate or its schedule
 * @param beta1 the decay rate of m, in [0, 1)
 * @param beta2 the decay rate of v, in [0, 1)
 * @param epsilon a constant for numerical stability, above 0
 * @param amsgrad whether to use AMSGrad, which divides by the maximum of all v so far
 * @param options the options shared by all optimizers
 */
public record Adam(
    LearningRate learningRate,
    double beta1,
    double beta2,
    double epsilon,
    boolean amsgrad,
    OptimizerOptions options)
    implements Optimizer, CommonOptions<Adam> {

  public Adam {
    Objects.requireNonNull(learningRate, "learningRate");
    Objects.requireNonNull(options, "options");
    Arguments.requireFraction("beta1", beta1);
    Arguments.requireFraction("beta2", beta2);
    Arguments.requirePositive("epsilon", epsilon);
  }

  /**
   * Creates Adam with Keras's defaults: learning rate 0.001, beta1 0.9, beta2 0.999 and epsilon
   * 1e-7.
   */
  public static Adam of() {
    return of(0.001);
  }

  /** Creates Adam with a constant learning rate, above 0. */
  public static Adam of(double learningRate) {
    return of(LearningRate.of(learningRate));
  }

  /** Creates Adam with a learning rate or a schedule. */
  public static Adam of(LearningRate learningRate) {
    return new Adam(learningRate, 0.9, 0.999, 1e-7, false, OptimizerOptions.of());
  }

  /** Sets beta1, in [0, 1); defaults to 0.9. */
  public Adam beta1(double beta1) {
    return new Adam(learningRate, beta1, beta2, epsilon, amsgrad, options);
  }

  /** Sets beta2, in [0, 1); defaults to 0.999. */
  public Adam beta2(double beta2) {
    return new Adam(learningRate, beta1, beta2, epsilon, amsgrad, options);
  }

  /** Sets epsilon, above 0; defaults to 1e-7. */
  public Adam epsilon(double epsilon) {
    return new Adam(learningRate, beta1, beta2, epsilon, amsgrad, options);
  }

  /** Sets whether to use AMSGrad; defaults to false. */
  public Adam amsgrad(boolean amsgrad) {
    return new Adam(learningRate, beta1, beta2, epsilon, amsgrad, options);
  }

  @Override
  public Adam options(OptimizerOptions options) {
    return new Adam(learningRate, beta1, beta2, epsilon, amsgrad, options);
  }

  @Override
  public List<List<SlotKind>> slots() {
    return SlotKind.moments(amsgrad);
  }

  @Override
  public <T> T accept(OptimizerVisitor<T> visitor) {
    return visitor.adam(this);
  }
}
