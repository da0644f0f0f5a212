package io.rhyton.model.objective;

import io.rhyton.error.Arguments;

/**
 * The fraction of samples whose integer label is among the k largest outputs.
 *
 * <p>Source: {@code keras/src/metrics/accuracy_metrics.py}, Keras 3.15.
 *
 * @param k the number of largest outputs to consider, at least 1
 */
public record SparseTopKCategoricalAccuracy(int k) implements Metric {

  public SparseTopKCategoricalAccuracy {
    Arguments.requirePositive("k", k);
  }

  /** Creates the metric. */
  public static SparseTopKCategoricalAccuracy of() {
    return new SparseTopKCategoricalAccuracy(5);
  }

  /** Sets the number of largest outputs to consider, at least 1; defaults to 5. */
  public SparseTopKCategoricalAccuracy k(int k) {
    return new SparseTopKCategoricalAccuracy(k);
  }

  @Override
  public String name() {
    return "sparse_top_k_categorical_accuracy";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.sparseTopKCategoricalAccuracy(this);
  }
}
