package io.rhyton.model.training;

/**
 * One method for each loss.
 *
 * @param <T> what the methods return
 */
public interface LossVisitor<T> {
  /** Visits binary cross-entropy. */
  T binaryCrossentropy(BinaryCrossentropy loss);

  /** Visits categorical cross-entropy. */
  T categoricalCrossentropy(CategoricalCrossentropy loss);

  /** Visits mean squared error. */
  T meanSquaredError(MeanSquaredError loss);

  /** Visits sparse categorical cross-entropy. */
  T sparseCategoricalCrossentropy(SparseCategoricalCrossentropy loss);
}
