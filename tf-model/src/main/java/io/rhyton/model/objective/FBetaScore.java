package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The F-beta score: the weighted harmonic mean of precision and recall, with weight {@code beta²}
 * on recall.
 *
 * <p>Averaging is required: Keras's {@code average=None} returns one score per output, which is not
 * a scalar and not supported.
 *
 * <p>Shapes: predictions and labels {@code [batch, outputs]}.
 *
 * <p>Source: {@code keras/src/metrics/f_score_metrics.py}, Keras 3.15.
 *
 * @param average how the scores of the outputs are averaged
 * @param beta the weight of recall relative to precision, above 0
 * @param threshold outputs above it count as positive, in (0, 1]; if null, the largest output of
 *     each sample does
 */
public record FBetaScore(Average average, double beta, @Nullable Double threshold)
    implements Metric {

  /** How the scores of the outputs are averaged. */
  public enum Average {
    /** Computes a single score from the counts over all outputs. */
    MICRO,
    /** The unweighted mean of the scores of the outputs. */
    MACRO,
    /** The mean weighted by the number of positive labels of each output. */
    WEIGHTED
  }

  public FBetaScore {
    Objects.requireNonNull(average, "average");
    Arguments.requirePositive("beta", beta);
    if (threshold != null && !(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold must be > 0 and <= 1, got " + threshold);
    }
  }

  /** Creates the metric with the given averaging over the outputs. */
  public static FBetaScore of(Average average) {
    return new FBetaScore(average, 1, null);
  }

  /** Sets the weight of recall relative to precision, above 0; defaults to 1. */
  public FBetaScore beta(double beta) {
    return new FBetaScore(average, beta, threshold);
  }

  /**
   * Sets the threshold above which an output counts as positive, in (0, 1]; by default, the largest
   * output of each sample does.
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
