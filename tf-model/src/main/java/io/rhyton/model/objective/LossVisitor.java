package io.rhyton.model.objective;

/**
 * One method for each loss.
 *
 * @param <T> what the methods return
 */
public interface LossVisitor<T> {
  /** Visits {@link BinaryCrossentropy}. */
  T binaryCrossentropy(BinaryCrossentropy loss);

  /** Visits {@link BinaryFocalCrossentropy}. */
  T binaryFocalCrossentropy(BinaryFocalCrossentropy loss);

  /** Visits {@link CategoricalCrossentropy}. */
  T categoricalCrossentropy(CategoricalCrossentropy loss);

  /** Visits {@link CategoricalFocalCrossentropy}. */
  T categoricalFocalCrossentropy(CategoricalFocalCrossentropy loss);

  /** Visits {@link CategoricalHinge}. */
  T categoricalHinge(CategoricalHinge loss);

  /** Visits {@link CosineSimilarity}. */
  T cosineSimilarity(CosineSimilarity loss);

  /** Visits {@link Dice}. */
  T dice(Dice loss);

  /** Visits {@link Hinge}. */
  T hinge(Hinge loss);

  /** Visits {@link Huber}. */
  T huber(Huber loss);

  /** Visits {@link KLDivergence}. */
  T klDivergence(KLDivergence loss);

  /** Visits {@link LogCosh}. */
  T logCosh(LogCosh loss);

  /** Visits {@link MeanAbsoluteError}. */
  T meanAbsoluteError(MeanAbsoluteError loss);

  /** Visits {@link MeanAbsolutePercentageError}. */
  T meanAbsolutePercentageError(MeanAbsolutePercentageError loss);

  /** Visits {@link MeanSquaredError}. */
  T meanSquaredError(MeanSquaredError loss);

  /** Visits {@link MeanSquaredLogarithmicError}. */
  T meanSquaredLogarithmicError(MeanSquaredLogarithmicError loss);

  /** Visits {@link Poisson}. */
  T poisson(Poisson loss);

  /** Visits {@link SparseCategoricalCrossentropy}. */
  T sparseCategoricalCrossentropy(SparseCategoricalCrossentropy loss);

  /** Visits {@link SquaredHinge}. */
  T squaredHinge(SquaredHinge loss);

  /** Visits {@link Tversky}. */
  T tversky(Tversky loss);
}
