package io.rhyton.model.objective;

/**
 * A visitor with one method per loss.
 *
 * @param <T> the return type of the methods
 */
public interface LossVisitor<T> {
  T binaryCrossentropy(BinaryCrossentropy loss);

  T binaryFocalCrossentropy(BinaryFocalCrossentropy loss);

  T categoricalCrossentropy(CategoricalCrossentropy loss);

  T categoricalFocalCrossentropy(CategoricalFocalCrossentropy loss);

  T categoricalHinge(CategoricalHinge loss);

  T cosineSimilarity(CosineSimilarity loss);

  T dice(Dice loss);

  T hinge(Hinge loss);

  T huber(Huber loss);

  T klDivergence(KLDivergence loss);

  T logCosh(LogCosh loss);

  T meanAbsoluteError(MeanAbsoluteError loss);

  T meanAbsolutePercentageError(MeanAbsolutePercentageError loss);

  T meanSquaredError(MeanSquaredError loss);

  T meanSquaredLogarithmicError(MeanSquaredLogarithmicError loss);

  T poisson(Poisson loss);

  T sparseCategoricalCrossentropy(SparseCategoricalCrossentropy loss);

  T squaredHinge(SquaredHinge loss);

  T tversky(Tversky loss);
}
