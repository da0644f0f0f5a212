package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The number of false negatives.
 *
 * <p>Source: {@code keras/src/metrics/confusion_metrics.py}, Keras 3.15.
 *
 * @param thresholds the threshold above which an output counts as positive, in [0, 1]; null for 0.5
 */
public record FalseNegatives(@Nullable Double thresholds) implements Metric {

  public FalseNegatives {
    if (thresholds != null) {
      Arguments.requireUnitInterval("thresholds", thresholds);
    }
  }

  /** Creates the metric. */
  public static FalseNegatives of() {
    return new FalseNegatives(null);
  }

  /** Sets the threshold above which an output counts as positive, in [0, 1]; defaults to 0.5. */
  public FalseNegatives thresholds(double thresholds) {
    return new FalseNegatives(thresholds);
  }

  @Override
  public String name() {
    return "false_negatives";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.falseNegatives(this);
  }
}
