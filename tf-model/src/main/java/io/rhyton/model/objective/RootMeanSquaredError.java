package io.rhyton.model.objective;

/**
 * Root mean squared error: the square root of the mean of {@code (label - prediction)²}.
 *
 * <p>Source: {@code keras/src/metrics/regression_metrics.py}, Keras 3.15.
 */
public record RootMeanSquaredError() implements Metric {

  /** Creates the metric. */
  public static RootMeanSquaredError of() {
    return new RootMeanSquaredError();
  }

  @Override
  public String name() {
    return "root_mean_squared_error";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.rootMeanSquaredError(this);
  }
}
