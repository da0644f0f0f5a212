package io.rhyton.model.schedule;

/**
 * One method for each form of a learning rate.
 *
 * @param <T> what the methods return
 */
public interface LearningRateVisitor<T> {
  /** Visits a number. */
  T constantLearningRate(ConstantLearningRate rate);

  /** Visits half a wave. */
  T cosineDecay(CosineDecay schedule);

  /** Visits half waves. */
  T cosineDecayRestarts(CosineDecayRestarts schedule);

  /** Visits an exponential decay. */
  T exponentialDecay(ExponentialDecay schedule);

  /** Visits a decay with time. */
  T inverseTimeDecay(InverseTimeDecay schedule);

  /** Visits steps. */
  T piecewiseConstantDecay(PiecewiseConstantDecay schedule);

  /** Visits a polynomial. */
  T polynomialDecay(PolynomialDecay schedule);
}
