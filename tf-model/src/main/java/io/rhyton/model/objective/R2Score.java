package io.rhyton.model.objective;

/**
 * How much of the labels' variance is explained: {@code 1 - squared errors / variance}.
 *
 * <p>Without an aggregation, Keras gives one score for each output; such a metric is no number and
 * not offered.
 *
 * <p>Shapes: predictions and labels {@code [batch, outputs]}.
 *
 * <p>Source: {@code keras/src/metrics/regression_metrics.py}, Keras 3.15.
 *
 * @param classAggregation how the scores of the outputs become one
 */
public record R2Score(ClassAggregation classAggregation) implements Metric {

  /** How the scores of the outputs become one. */
  public enum ClassAggregation {
    /** Their mean. */
    UNIFORM_AVERAGE,
    /** Their mean weighed by the variance of the labels. */
    VARIANCE_WEIGHTED_AVERAGE
  }

  /** The metric. */
  public static R2Score of() {
    return new R2Score(ClassAggregation.UNIFORM_AVERAGE);
  }

  /** Sets how the scores of the outputs become one; their mean unless set. */
  public R2Score classAggregation(ClassAggregation classAggregation) {
    return new R2Score(classAggregation);
  }

  @Override
  public String name() {
    return "r2_score";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.r2Score(this);
  }
}
