package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The number of true positives.
 *
 * <p>Source: {@code keras/src/metrics/confusion_metrics.py}, Keras 3.15.
 *
 * @param thresholds the threshold above which an output counts as positive, in [0, 1]; null for 0.5
 */
public record TruePositives(@Nullable Double thresholds) implements Metric {

  public TruePositives {
    if (thresholds != null) {
      Arguments.requireUnitInterval("thresholds", thresholds);
    }
  }

  /** Creates the metric. */
  public static TruePositives of() {
    return new TruePositives(null);
  }

  /** Sets the threshold above which an output counts as positive, in [0, 1]; defaults to 0.5. */
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
