package io.rhyton.model.schedule;

/**
 * A visitor with one method per learning rate.
 *
 * @param <T> the return type of the methods
 */
public interface LearningRateVisitor<T> {
  T constantLearningRate(ConstantLearningRate rate);

  T cosineDecay(CosineDecay schedule);

  T cosineDecayRestarts(CosineDecayRestarts schedule);

  T exponentialDecay(ExponentialDecay schedule);

  T inverseTimeDecay(InverseTimeDecay schedule);

  T piecewiseConstantDecay(PiecewiseConstantDecay schedule);

  T polynomialDecay(PolynomialDecay schedule);
}
