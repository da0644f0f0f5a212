package io.rhyton.model.objective;

import io.rhyton.error.Arguments;

/**
 * The share of samples whose class, named by a one-hot label, is among the largest outputs.
 *
 * <p>Source: {@code keras/src/metrics/accuracy_metrics.py}, Keras 3.15.
 *
 * @param k how many of the largest outputs count, at least 1
 */
public record TopKCategoricalAccuracy(int k) implements Metric {

  /** Checks the ranges. */
  public TopKCategoricalAccuracy {
    Arguments.requirePositive("k", k);
  }

  /** The metric. */
  public static TopKCategoricalAccuracy of() {
    return new TopKCategoricalAccuracy(5);
  }

  /** Sets how many of the largest outputs count, at least 1; 5 unless set. */
  public TopKCategoricalAccuracy k(int k) {
    return new TopKCategoricalAccuracy(k);
  }

  @Override
  public String name() {
    return "top_k_categorical_accuracy";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.topKCategoricalAccuracy(this);
  }
}
