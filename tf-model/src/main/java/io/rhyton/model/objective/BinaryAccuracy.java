package io.rhyton.model.objective;

import io.rhyton.error.Arguments;

/**
 * The share of outputs on the right side of a threshold.
 *
 * <p>Source: {@code keras/src/metrics/accuracy_metrics.py}, Keras 3.15.
 *
 * @param threshold above it, an output counts as 1
 */
public record BinaryAccuracy(double threshold) implements Metric {

  /** Checks the ranges. */
  public BinaryAccuracy {
    Arguments.requireFinite("threshold", threshold);
  }

  /** The metric. */
  public static BinaryAccuracy of() {
    return new BinaryAccuracy(0.5);
  }

  /** Sets the value above which an output counts as 1; 0.5 unless set. */
  public BinaryAccuracy threshold(double threshold) {
    return new BinaryAccuracy(threshold);
  }

  @Override
  public String name() {
    return "binary_accuracy";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.binaryAccuracy(this);
  }
}
