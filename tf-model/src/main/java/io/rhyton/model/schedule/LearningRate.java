package io.rhyton.model.schedule;

/**
 * The step size of an optimizer: a number, which can be changed while a model trains, or a
 * schedule, which gives one for each step.
 */
public sealed interface LearningRate
    permits ConstantLearningRate,
        CosineDecay,
        CosineDecayRestarts,
        ExponentialDecay,
        InverseTimeDecay,
        PiecewiseConstantDecay,
        PolynomialDecay {

  /** A step size that stays until it is changed, above 0. */
  static LearningRate of(double value) {
    return ConstantLearningRate.of(value);
  }

  /** Calls the visitor's method for this type. */
  <T> T accept(LearningRateVisitor<T> visitor);
}
