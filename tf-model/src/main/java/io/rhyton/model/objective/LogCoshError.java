package io.rhyton.model.objective;

/**
 * Log-cosh error: the mean of {@code log(cosh(prediction - label))}.
 *
 * <p>Source: {@code keras/src/metrics/regression_metrics.py}, Keras 3.15.
 */
public record LogCoshError() implements Metric {

  /** Creates the metric. */
  public static LogCoshError of() {
    return new LogCoshError();
  }

  @Override
  public String name() {
    return "logcosh";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.logCoshError(this);
  }
}
