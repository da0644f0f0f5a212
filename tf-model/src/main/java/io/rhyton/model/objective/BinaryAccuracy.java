package io.rhyton.model.objective;

import io.rhyton.error.Arguments;

/**
 * The fraction of outputs that match their binary label after thresholding.
 *
 * <p>Source: {@code keras/src/metrics/accuracy_metrics.py}, Keras 3.15.
 *
 * @param threshold outputs above it count as 1
 */
public record BinaryAccuracy(double threshold) implements Metric {

  public BinaryAccuracy {
    Arguments.requireFinite("threshold", threshold);
  }

  /** Creates the metric. */
  public static BinaryAccuracy of() {
    return new BinaryAccuracy(0.5);
  }

  /** Sets the threshold above which an output counts as 1; defaults to 0.5. */
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
