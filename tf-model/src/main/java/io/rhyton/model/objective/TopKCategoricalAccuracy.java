package io.rhyton.model.objective;

import io.rhyton.error.Arguments;

/**
 * The fraction of samples whose class, given by a one-hot label, is among the k largest outputs.
 *
 * <p>Source: {@code keras/src/metrics/accuracy_metrics.py}, Keras 3.15.
 *
 * @param k the number of largest outputs to consider, at least 1
 */
public record TopKCategoricalAccuracy(int k) implements Metric {

  public TopKCategoricalAccuracy {
    Arguments.requirePositive("k", k);
  }

  /** Creates the metric. */
  public static TopKCategoricalAccuracy of() {
    return new TopKCategoricalAccuracy(5);
  }

  /** Sets the number of largest outputs to consider, at least 1; defaults to 5. */
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
