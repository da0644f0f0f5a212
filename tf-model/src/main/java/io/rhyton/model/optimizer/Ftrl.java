package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import io.rhyton.model.schedule.LearningRate;

/**
 * Follow the regularized leader: weights from the sums of gradients and of their squares, with
 * penalties that make small weights 0.
 *
 * <p>Source: {@code keras/src/optimizers/ftrl.py}, Keras 3.15; McMahan et al., "Ad Click
 * Prediction: a View from the Trenches", KDD 2013.
 *
 * @param learningRate the step size
 * @param learningRatePower how the learning rate falls with the sum of squares, at most 0
 * @param initialAccumulatorValue what the sum of squares starts with, at least 0
 * @param l1RegularizationStrength the penalty on absolute values, at least 0
 * @param l2RegularizationStrength the penalty on squares, at least 0
 * @param l2ShrinkageRegularizationStrength a penalty on squares that comes with the gradient alone,
 *     at least 0
 * @param beta adds {@code beta / (2 · learning rate)} to the penalty on squares
 * @param options what every optimizer can be told
 */
public record Ftrl(
    LearningRate learningRate,
    double learningRatePower,
    double initialAccumulatorValue,
    double l1RegularizationStrength,
    double l2RegularizationStrength,
    double l2ShrinkageRegularizationStrength,
    double beta,
    OptimizerOptions options)
    implements Optimizer, CommonOptions<Ftrl> {

  /** Checks the ranges. */
  public Ftrl {
    if (!(learningRatePower <= 0) || Double.isInfinite(learningRatePower)) {
      throw new IllegalArgumentException(
          "learningRatePower must be <= 0 and finite, got " + learningRatePower);
    }
    Arguments.requireNotNegative("initialAccumulatorValue", initialAccumulatorValue);
    Arguments.requireNotNegative("l1RegularizationStrength", l1RegularizationStrength);
    Arguments.requireNotNegative("l2RegularizationStrength", l2RegularizationStrength);
    Arguments.requireNotNegative(
        "l2ShrinkageRegularizationStrength", l2ShrinkageRegularizationStrength);
    Arguments.requireNotNegative("beta", beta);
  }

  /** Ftrl with learning rate 0.001, and a sum that starts with 0.1, as in Keras. */
  public static Ftrl of() {
    return of(0.001);
  }

  /** Ftrl with a learning rate that stays until it is changed, above 0. */
  public static Ftrl of(double learningRate) {
    return of(LearningRate.of(learningRate));
  }

  /** Ftrl with a learning rate or a schedule of it. */
  public static Ftrl of(LearningRate learningRate) {
    return new Ftrl(learningRate, -0.5, 0.1, 0, 0, 0, 0, OptimizerOptions.of());
  }

  /** Sets how the learning rate falls, at most 0; -0.5 unless set. */
  public Ftrl learningRatePower(double learningRatePower) {
    return new Ftrl(
        learningRate,
        learningRatePower,
        initialAccumulatorValue,
        l1RegularizationStrength,
        l2RegularizationStrength,
        l2ShrinkageRegularizationStrength,
        beta,
        options);
  }

  /** Sets what the sum of squares starts with, at least 0; 0.1 unless set. */
  public Ftrl initialAccumulatorValue(double initialAccumulatorValue) {
    return new Ftrl(
        learningRate,
        learningRatePower,
        initialAccumulatorValue,
        l1RegularizationStrength,
        l2RegularizationStrength,
        l2ShrinkageRegularizationStrength,
        beta,
        options);
  }

  /** Sets the penalty on absolute values, at least 0; 0 unless set. */
  public Ftrl l1RegularizationStrength(double l1RegularizationStrength) {
    return new Ftrl(
        learningRate,
        learningRatePower,
        initialAccumulatorValue,
        l1RegularizationStrength,
        l2RegularizationStrength,
        l2ShrinkageRegularizationStrength,
        beta,
        options);
  }

  /** Sets the penalty on squares, at least 0; 0 unless set. */
  public Ftrl l2RegularizationStrength(double l2RegularizationStrength) {
    return new Ftrl(
        learningRate,
        learningRatePower,
        initialAccumulatorValue,
        l1RegularizationStrength,
        l2RegularizationStrength,
        l2ShrinkageRegularizationStrength,
        beta,
        options);
  }

  /** Sets the penalty that comes with the gradient alone, at least 0; 0 unless set. */
  public Ftrl l2ShrinkageRegularizationStrength(double l2ShrinkageRegularizationStrength) {
    return new Ftrl(
        learningRate,
        learningRatePower,
        initialAccumulatorValue,
        l1RegularizationStrength,
        l2RegularizationStrength,
        l2ShrinkageRegularizationStrength,
        beta,
        options);
  }

  /** Sets what is added to the penalty on squares, at least 0; 0 unless set. */
  public Ftrl beta(double beta) {
    return new Ftrl(
        learningRate,
        learningRatePower,
        initialAccumulatorValue,
        l1RegularizationStrength,
        l2RegularizationStrength,
        l2ShrinkageRegularizationStrength,
        beta,
        options);
  }

  @Override
  public Ftrl options(OptimizerOptions options) {
    return new Ftrl(
        learningRate,
        learningRatePower,
        initialAccumulatorValue,
        l1RegularizationStrength,
        l2RegularizationStrength,
        l2ShrinkageRegularizationStrength,
        beta,
        options);
  }

  @Override
  public <T> T accept(OptimizerVisitor<T> visitor) {
    return visitor.ftrl(this);
  }
}
