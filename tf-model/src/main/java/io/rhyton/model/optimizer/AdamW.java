package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import io.rhyton.model.schedule.LearningRate;
import java.util.List;
import java.util.Objects;

/**
 * {@link Adam} with decoupled weight decay: each step starts with {@code w -= w · weight decay ·
 * learning rate}.
 *
 * <p>Source: {@code keras/src/optimizers/adamw.py}, Keras 3.15; Loshchilov and Hutter, "Decoupled
 * Weight Decay Regularization", ICLR 2019.
 *
 * @param learningRate the learning rate or its schedule
 * @param beta1 the decay rate of m, in [0, 1)
 * @param beta2 the decay rate of v, in [0, 1)
 * @param epsilon a constant for numerical stability, above 0
 * @param amsgrad whether to use AMSGrad, which divides by the maximum of all v so far
 * @param options the options shared by all optimizers
 */
public record AdamW(
    LearningRate learningRate,
    double beta1,
    double beta2,
    double epsilon,
    boolean amsgrad,
    OptimizerOptions options)
    implements Optimizer, CommonOptions<AdamW> {

  public AdamW {
    Objects.requireNonNull(learningRate, "learningRate");
    Objects.requireNonNull(options, "options");
    Arguments.requireFraction("beta1", beta1);
    Arguments.requireFraction("beta2", beta2);
    Arguments.requirePositive("epsilon", epsilon);
    if (options.weightDecay() == null) {
      throw new IllegalArgumentException("weightDecay must be set, got none");
    }
  }

  /** Creates AdamW with Keras's defaults: learning rate 0.001 and weight decay 0.004. */
  public static AdamW of() {
    return of(0.001);
  }

  /** Creates AdamW with a constant learning rate, above 0. */
  public static AdamW of(double learningRate) {
    return of(LearningRate.of(learningRate));
  }

  /** Creates AdamW with a learning rate or a schedule. */
  public static AdamW of(LearningRate learningRate) {
    return new AdamW(
        learningRate, 0.9, 0.999, 1e-7, false, OptimizerOptions.of().weightDecay(0.004));
  }

  /** Sets beta1, in [0, 1); defaults to 0.9. */
  public AdamW beta1(double beta1) {
    return new AdamW(learningRate, beta1, beta2, epsilon, amsgrad, options);
  }

  /** Sets beta2, in [0, 1); defaults to 0.999. */
  public AdamW beta2(double beta2) {
    return new AdamW(learningRate, beta1, beta2, epsilon, amsgrad, options);
  }

  /** Sets epsilon, above 0; defaults to 1e-7. */
  public AdamW epsilon(double epsilon) {
    return new AdamW(learningRate, beta1, beta2, epsilon, amsgrad, options);
  }

  /** Sets whether to use AMSGrad; defaults to false. */
  public AdamW amsgrad(boolean amsgrad) {
    return new AdamW(learningRate, beta1, beta2, epsilon, amsgrad, options);
  }

  @Override
  public AdamW options(OptimizerOptions options) {
    return new AdamW(learningRate, beta1, beta2, epsilon, amsgrad, options);
  }

  @Override
  public List<List<SlotKind>> slots() {
    return SlotKind.moments(amsgrad);
  }

  @Override
  public <T> T accept(OptimizerVisitor<T> visitor) {
    return visitor.adamW(this);
  }
}
