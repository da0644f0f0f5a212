package io.rhyton.model.training;

/**
 * The share of outputs on the right side of 0.5.
 *
 * <p>Source: {@code keras/src/metrics/accuracy_metrics.py}, Keras 3.15.
 */
public record BinaryAccuracy() implements Metric {

  /** The metric. */
  public static BinaryAccuracy of() {
    return new BinaryAccuracy();
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
