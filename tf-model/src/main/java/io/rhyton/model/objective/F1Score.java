package io.rhyton.model.objective;

import org.jspecify.annotations.Nullable;

/**
 * The harmonic mean of precision and recall.
 *
 * <p>Without an average, Keras gives one score for each output; such a metric is no number and not
 * offered.
 *
 * <p>Shapes: predictions and labels {@code [batch, outputs]}.
 *
 * <p>Source: {@code keras/src/metrics/f_score_metrics.py}, Keras 3.15.
 *
 * @param average how the scores of the outputs become one
 * @param threshold above it, an output counts as positive, in (0, 1]; null for the largest of a
 *     sample
 */
public record F1Score(FBetaScore.Average average, @Nullable Double threshold) implements Metric {

  /** Checks the ranges. */
  public F1Score {
    if (threshold != null && !(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold must be > 0 and <= 1, got " + threshold);
    }
  }

  /** The metric with a way to average over the outputs. */
  public static F1Score of(FBetaScore.Average average) {
    return new F1Score(average, null);
  }

  /**
   * Sets the value above which an output counts as positive, in (0, 1]; the largest of a sample
   * unless set.
   */
  public F1Score threshold(double threshold) {
    return new F1Score(average, threshold);
  }

  @Override
  public String name() {
    return "f1_score";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.f1Score(this);
  }
}
