package io.rhyton.model.schedule;

/**
 * The learning rate of an optimizer: either constant, in which case it can be changed during
 * training, or a schedule.
 */
public sealed interface LearningRate
    permits ConstantLearningRate,
        CosineDecay,
        CosineDecayRestarts,
        ExponentialDecay,
        InverseTimeDecay,
        PiecewiseConstantDecay,
        PolynomialDecay {

  /** Creates a constant learning rate, above 0. */
  static LearningRate of(double value) {
    return ConstantLearningRate.of(value);
  }

  /** Calls the visitor's method for this type. */
  <T> T accept(LearningRateVisitor<T> visitor);
}
