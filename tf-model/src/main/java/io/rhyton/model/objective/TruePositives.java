package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The number of positive outputs whose label is not 0.
 *
 * <p>Source: {@code keras/src/metrics/confusion_metrics.py}, Keras 3.15.
 *
 * @param thresholds above it, an output counts as positive, in [0, 1]; null for 0.5
 */
public record TruePositives(@Nullable Double thresholds) implements Metric {

  /** Checks the ranges. */
  public TruePositives {
    if (thresholds != null) {
      Arguments.requireShare("thresholds", thresholds);
    }
  }

  /** The metric. */
  public static TruePositives of() {
    return new TruePositives(null);
  }

  /** Sets the value above which an output counts as positive, in [0, 1]; 0.5 unless set. */
  public TruePositives thresholds(double thresholds) {
    return new TruePositives(thresholds);
  }

  @Override
  public String name() {
    return "true_positives";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.truePositives(this);
  }
}
