package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The number of false positives.
 *
 * <p>Source: {@code keras/src/metrics/confusion_metrics.py}, Keras 3.15.
 *
 * @param thresholds the threshold above which an output counts as positive, in [0, 1]; null for 0.5
 */
public record FalsePositives(@Nullable Double thresholds) implements Metric {

  public FalsePositives {
    if (thresholds != null) {
      Arguments.requireUnitInterval("thresholds", thresholds);
    }
  }

  /** Creates the metric. */
  public static FalsePositives of() {
    return new FalsePositives(null);
  }

  /** Sets the threshold above which an output counts as positive, in [0, 1]; defaults to 0.5. */
  public FalsePositives thresholds(double thresholds) {
    return new FalsePositives(thresholds);
  }

  @Override
  public String name() {
    return "false_positives";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.falsePositives(this);
  }
}
