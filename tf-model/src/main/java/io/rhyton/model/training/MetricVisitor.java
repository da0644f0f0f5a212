package io.rhyton.model.training;

/**
 * One method for each metric.
 *
 * @param <T> what the methods return
 */
public interface MetricVisitor<T> {
  /** Visits accuracy in the form that fits the labels. */
  T accuracy(Accuracy metric);

  /** Visits accuracy of probabilities. */
  T binaryAccuracy(BinaryAccuracy metric);

  /** Visits accuracy on one-hot labels. */
  T categoricalAccuracy(CategoricalAccuracy metric);

  /** Visits accuracy on class numbers. */
  T sparseCategoricalAccuracy(SparseCategoricalAccuracy metric);
}
