package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The number of true negatives.
 *
 * <p>Source: {@code keras/src/metrics/confusion_metrics.py}, Keras 3.15.
 *
 * @param thresholds the threshold above which an output counts as positive, in [0, 1]; null for 0.5
 */
public record TrueNegatives(@Nullable Double thresholds) implements Metric {

  public TrueNegatives {
    if (thresholds != null) {
      Arguments.requireUnitInterval("thresholds", thresholds);
    }
  }

  /** Creates the metric. */
  public static TrueNegatives of() {
    return new TrueNegatives(null);
  }

  /** Sets the threshold above which an output counts as positive, in [0, 1]; defaults to 0.5. */
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
