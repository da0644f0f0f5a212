package io.rhyton.model.objective;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The F1 score: the harmonic mean of precision and recall.
 *
 * <p>Averaging is required: Keras's {@code average=None} returns one score per output, which is not
 * a scalar and not supported.
 *
 * <p>Shapes: predictions and labels {@code [batch, outputs]}.
 *
 * <p>Source: {@code keras/src/metrics/f_score_metrics.py}, Keras 3.15.
 *
 * @param average how the scores of the outputs are averaged
 * @param threshold outputs above it count as positive, in (0, 1]; if null, the largest output of
 *     each sample does
 */
public record F1Score(FBetaScore.Average average, @Nullable Double threshold) implements Metric {

  public F1Score {
    Objects.requireNonNull(average, "average");
    if (threshold != null && !(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold must be > 0 and <= 1, got " + threshold);
    }
  }

  /** Creates the metric with the given averaging over the outputs. */
  public static F1Score of(FBetaScore.Average average) {
    return new F1Score(average, null);
  }

  /**
   * Sets the threshold above which an output counts as positive, in (0, 1]; by default, the largest
   * output of each sample does.
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
