package io.rhyton.model.objective;

import io.rhyton.error.Arguments;

/**
 * The share of samples whose class is among the largest outputs.
 *
 * <p>Source: {@code keras/src/metrics/accuracy_metrics.py}, Keras 3.15.
 *
 * @param k how many of the largest outputs count, at least 1
 */
public record SparseTopKCategoricalAccuracy(int k) implements Metric {

  /** Checks the ranges. */
  public SparseTopKCategoricalAccuracy {
    Arguments.requirePositive("k", k);
  }

  /** The metric. */
  public static SparseTopKCategoricalAccuracy of() {
    return new SparseTopKCategoricalAccuracy(5);
  }

  /** Sets how many of the largest outputs count, at least 1; 5 unless set. */
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
