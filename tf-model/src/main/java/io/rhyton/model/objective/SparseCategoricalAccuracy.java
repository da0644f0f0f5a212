package io.rhyton.model.objective;

/**
 * The fraction of samples whose largest output is the class of the integer label.
 *
 * <p>Source: {@code keras/src/metrics/accuracy_metrics.py}, Keras 3.15.
 */
public record SparseCategoricalAccuracy() implements Metric {

  /** Creates the metric. */
  public static SparseCategoricalAccuracy of() {
    return new SparseCategoricalAccuracy();
  }

  @Override
  public String name() {
    return "sparse_categorical_accuracy";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.sparseCategoricalAccuracy(this);
  }
}
