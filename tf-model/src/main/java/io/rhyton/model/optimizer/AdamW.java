package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import io.rhyton.model.schedule.LearningRate;

/**
 * {@link Adam} with weight decay: in each step {@code w -= w · weight decay · learning rate} first.
 *
 * <p>Source: {@code keras/src/optimizers/adamw.py}, Keras 3.15; Loshchilov and Hutter, "Decoupled
 * Weight Decay Regularization", ICLR 2019.
 *
 * @param learningRate the step size
 * @param beta1 how much of m a step keeps, in [0, 1)
 * @param beta2 how much of v a step keeps, in [0, 1)
 * @param epsilon keeps the division finite, above 0
 * @param amsgrad whether v never shrinks in the division
 * @param options what every optimizer can be told
 */
public record AdamW(
    LearningRate learningRate,
    double beta1,
    double beta2,
    double epsilon,
    boolean amsgrad,
    OptimizerOptions options)
    implements Optimizer, CommonOptions<AdamW> {

  /** Checks the ranges. */
  public AdamW {
    Arguments.requireFraction("beta1", beta1);
    Arguments.requireFraction("beta2", beta2);
    Arguments.requirePositive("epsilon", epsilon);
    if (options.weightDecay() == null) {
      throw new IllegalArgumentException("weightDecay must be set, got none");
    }
  }

  /** AdamW with learning rate 0.001, and weight decay 0.004, as in Keras. */
  public static AdamW of() {
    return of(0.001);
  }

  /** AdamW with a learning rate that stays until it is changed, above 0. */
  public static AdamW of(double learningRate) {
    return of(LearningRate.of(learningRate));
  }

  /** AdamW with a learning rate or a schedule of it. */
  public static AdamW of(LearningRate learningRate) {
    return new AdamW(
        learningRate, 0.9, 0.999, 1e-7, false, OptimizerOptions.of().weightDecay(0.004));
  }

  /** Sets beta1, in [0, 1); 0.9 unless set. */
  public AdamW beta1(double beta1) {
    return new AdamW(learningRate, beta1, beta2, epsilon, amsgrad, options);
  }

  /** Sets beta2, in [0, 1); 0.999 unless set. */
  public AdamW beta2(double beta2) {
    return new AdamW(learningRate, beta1, beta2, epsilon, amsgrad, options);
  }

  /** Sets epsilon, above 0; 1e-7 unless set. */
  public AdamW epsilon(double epsilon) {
    return new AdamW(learningRate, beta1, beta2, epsilon, amsgrad, options);
  }

  /** Sets whether v never shrinks in the division; false unless set. */
  public AdamW amsgrad(boolean amsgrad) {
    return new AdamW(learningRate, beta1, beta2, epsilon, amsgrad, options);
  }

  @Override
  public AdamW options(OptimizerOptions options) {
    return new AdamW(learningRate, beta1, beta2, epsilon, amsgrad, options);
  }

  @Override
  public <T> T accept(OptimizerVisitor<T> visitor) {
    return visitor.adamW(this);
  }
}
