package io.rhyton.model.objective;

/**
 * The fraction of samples whose largest output is the class of the one-hot label.
 *
 * <p>Source: {@code keras/src/metrics/accuracy_metrics.py}, Keras 3.15.
 */
public record CategoricalAccuracy() implements Metric {

  /** Creates the metric. */
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
