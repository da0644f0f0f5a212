package io.rhyton.model.objective;

/**
 * The share of samples whose largest output is the class that the one-hot label names.
 *
 * <p>Source: {@code keras/src/metrics/accuracy_metrics.py}, Keras 3.15.
 */
public record CategoricalAccuracy() implements Metric {

  /** The metric. */
  public static CategoricalAccuracy of() {
    return new CategoricalAccuracy();
  }

  @Override
  public String name() {
    return "categorical_accuracy";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.categoricalAccuracy(this);
  }
}
