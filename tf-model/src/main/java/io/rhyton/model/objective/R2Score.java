package io.rhyton.model.objective;

import java.util.Objects;

/**
 * The coefficient of determination, R²: {@code 1 - residual sum of squares / total sum of squares}.
 *
 * <p>Aggregation is required: Keras's {@code class_aggregation=None} returns one score per output,
 * which is not a scalar and not supported.
 *
 * <p>Shapes: predictions and labels {@code [batch, outputs]}.
 *
 * <p>Source: {@code keras/src/metrics/regression_metrics.py}, Keras 3.15.
 *
 * @param classAggregation how the scores of the outputs are aggregated
 */
public record R2Score(ClassAggregation classAggregation) implements Metric {

  public R2Score {
    Objects.requireNonNull(classAggregation, "classAggregation");
  }

  /** How the scores of the outputs are averaged. */
  public enum ClassAggregation {
    /** The unweighted mean. */
    UNIFORM_AVERAGE,
    /** The mean weighted by the variance of the labels. */
    VARIANCE_WEIGHTED_AVERAGE
  }

  /** Creates the metric. */
  public static R2Score of() {
    return new R2Score(ClassAggregation.UNIFORM_AVERAGE);
  }

  /** Sets how the scores of the outputs are aggregated; defaults to the unweighted mean. */
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
