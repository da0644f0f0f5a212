package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The harmonic mean of precision and recall, the latter weighed by {@code beta²}.
 *
 * <p>Without an average, Keras gives one score for each output; such a metric is no number and not
 * offered.
 *
 * <p>Shapes: predictions and labels {@code [batch, outputs]}.
 *
 * <p>Source: {@code keras/src/metrics/f_score_metrics.py}, Keras 3.15.
 *
 * @param average how the scores of the outputs become one
 * @param beta how much more recall counts, above 0
 * @param threshold above it, an output counts as positive, in (0, 1]; null for the largest of a
 *     sample
 */
public record FBetaScore(Average average, double beta, @Nullable Double threshold)
    implements Metric {

  /** How the scores of the outputs become one. */
  public enum Average {
    /** All outputs are counted together. */
    MICRO,
    /** The mean of the outputs' scores. */
    MACRO,
    /** Their mean weighed by how many labels each has. */
    WEIGHTED
  }

  /** Checks the ranges. */
  public FBetaScore {
    Arguments.requirePositive("beta", beta);
    if (threshold != null && !(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold must be > 0 and <= 1, got " + threshold);
    }
  }

  /** The metric with a way to average over the outputs. */
  public static FBetaScore of(Average average) {
    return new FBetaScore(average, 1, null);
  }

  /** Sets how much more recall counts, above 0; 1 unless set. */
  public FBetaScore beta(double beta) {
    return new FBetaScore(average, beta, threshold);
  }

  /**
   * Sets the value above which an output counts as positive, in (0, 1]; the largest of a sample
   * unless set.
   */
  public FBetaScore threshold(double threshold) {
    return new FBetaScore(average, beta, threshold);
  }

  @Override
  public String name() {
    return "fbeta_score";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.fBetaScore(this);
  }
}
