package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import io.rhyton.model.schedule.LearningRate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * FTRL, follow the regularized leader: computes weights from the accumulated gradients and squared
 * gradients, with L1 and L2 penalties that yield sparse weights.
 *
 * <p>Source: {@code keras/src/optimizers/ftrl.py}, Keras 3.15; McMahan et al., "Ad Click
 * Prediction: a View from the Trenches", KDD 2013.
 *
 * @param learningRate the learning rate or its schedule
 * @param learningRatePower the power by which the learning rate decreases with the accumulated
 *     squared gradients, at most 0
 * @param initialAccumulatorValue the initial value of the accumulated squared gradients, at least 0
 * @param l1RegularizationStrength the L1 penalty, at least 0
 * @param l2RegularizationStrength the L2 penalty, at least 0
 * @param l2ShrinkageRegularizationStrength an L2 penalty that is added to the gradient only, not to
 *     the accumulated squares, at least 0
 * @param beta adds {@code beta / (2 · learning rate)} to the L2 penalty, at least 0
 * @param options the options shared by all optimizers
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

  public Ftrl {
    Objects.requireNonNull(learningRate, "learningRate");
    Objects.requireNonNull(options, "options");
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

  /**
   * Creates FTRL with Keras's defaults: learning rate 0.001 and an initial accumulator value of
   * 0.1.
   */
  public static Ftrl of() {
    return of(0.001);
  }

  /** Creates FTRL with a constant learning rate, above 0. */
  public static Ftrl of(double learningRate) {
    return of(LearningRate.of(learningRate));
  }

  /** Creates FTRL with a learning rate or a schedule. */
  public static Ftrl of(LearningRate learningRate) {
    return new Ftrl(learningRate, -0.5, 0.1, 0, 0, 0, 0, OptimizerOptions.of());
  }

  /** Sets the power of the learning rate, at most 0; defaults to -0.5. */
  public Ftrl learningRatePower(double learningRatePower) {
    return with(draft -> draft.learningRatePower = learningRatePower);
  }

  /** Sets the initial value of the accumulated squared gradients, at least 0; defaults to 0.1. */
  public Ftrl initialAccumulatorValue(double initialAccumulatorValue) {
    return with(draft -> draft.initialAccumulatorValue = initialAccumulatorValue);
  }

  /** Sets the L1 penalty, at least 0; defaults to 0. */
  public Ftrl l1RegularizationStrength(double l1RegularizationStrength) {
    return with(draft -> draft.l1RegularizationStrength = l1RegularizationStrength);
  }

  /** Sets the L2 penalty, at least 0; defaults to 0. */
  public Ftrl l2RegularizationStrength(double l2RegularizationStrength) {
    return with(draft -> draft.l2RegularizationStrength = l2RegularizationStrength);
  }

  /** Sets the L2 shrinkage penalty, at least 0; defaults to 0. */
  public Ftrl l2ShrinkageRegularizationStrength(double l2ShrinkageRegularizationStrength) {
    return with(
        draft -> draft.l2ShrinkageRegularizationStrength = l2ShrinkageRegularizationStrength);
  }

  /** Sets beta, which is added to the L2 penalty, at least 0; defaults to 0. */
  public Ftrl beta(double beta) {
    return with(draft -> draft.beta = beta);
  }

  @Override
  public Ftrl options(OptimizerOptions options) {
    return with(draft -> draft.options = options);
  }

  private Ftrl with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.optimizer();
  }

  @Override
  public List<List<SlotKind>> slots() {
    return List.of(
        List.of(
            new SlotKind(OptimizerSlot.ACCUMULATOR, (float) initialAccumulatorValue),
            new SlotKind(OptimizerSlot.LINEAR, 0)));
  }

  @Override
  public <T> T accept(OptimizerVisitor<T> visitor) {
    return visitor.ftrl(this);
  }

  /** A mutable copy of the components. */
  private static final class Draft {
    private final LearningRate learningRate;
    private double learningRatePower;
    private double initialAccumulatorValue;
    private double l1RegularizationStrength;
    private double l2RegularizationStrength;
    private double l2ShrinkageRegularizationStrength;
    private double beta;
    private OptimizerOptions options;

    private Draft(Ftrl from) {
      learningRate = from.learningRate;
      learningRatePower = from.learningRatePower;
      initialAccumulatorValue = from.initialAccumulatorValue;
      l1RegularizationStrength = from.l1RegularizationStrength;
      l2RegularizationStrength = from.l2RegularizationStrength;
      l2ShrinkageRegularizationStrength = from.l2ShrinkageRegularizationStrength;
      beta = from.beta;
      options = from.options;
    }

    private Ftrl optimizer() {
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
  }
}
