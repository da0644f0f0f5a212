package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The number of outputs that are not positive and whose label is 0.
 *
 * <p>Source: {@code keras/src/metrics/confusion_metrics.py}, Keras 3.15.
 *
 * @param thresholds above it, an output counts as positive, in [0, 1]; null for 0.5
 */
public record TrueNegatives(@Nullable Double thresholds) implements Metric {

  /** Checks the ranges. */
  public TrueNegatives {
    if (thresholds != null) {
      Arguments.requireShare("thresholds", thresholds);
    }
  }

  /** The metric. */
  public static TrueNegatives of() {
    return new TrueNegatives(null);
  }

  /** Sets the value above which an output counts as positive, in [0, 1]; 0.5 unless set. */
  public TrueNegatives thresholds(double thresholds) {
    return new TrueNegatives(thresholds);
  }

  @Override
  public String name() {
    return "true_negatives";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.trueNegatives(this);
  }
}
