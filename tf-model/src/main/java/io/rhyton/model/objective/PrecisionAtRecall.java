package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The best precision over all thresholds where recall is at least the given value; 0 if there is
 * none.
 *
 * <p>Source: {@code keras/src/metrics/confusion_metrics.py}, Keras 3.15.
 *
 * @param recall the minimum recall, in [0, 1]
 * @param numThresholds the number of thresholds in [0, 1], at least 1
 * @param classId the only class to consider, from 0; null for all
 */
public record PrecisionAtRecall(double recall, int numThresholds, @Nullable Integer classId)
    implements Metric {

  public PrecisionAtRecall {
    Arguments.requireUnitInterval("recall", recall);
    Arguments.requirePositive("numThresholds", numThresholds);
    if (classId != null) {
      Arguments.requireNotNegative("classId", (int) classId);
    }
  }

  /** Creates the metric at the given recall, in [0, 1]. */
  public static PrecisionAtRecall of(double recall) {
    return new PrecisionAtRecall(recall, 200, null);
  }

  /** Sets the number of thresholds in [0, 1], at least 1; defaults to 200. */
  public PrecisionAtRecall numThresholds(int numThresholds) {
    return new PrecisionAtRecall(recall, numThresholds, classId);
  }

  /** Sets the only class to consider, from 0; defaults to all. */
  public PrecisionAtRecall classId(int classId) {
    return new PrecisionAtRecall(recall, numThresholds, classId);
  }

  @Override
  public String name() {
    return "precision_at_recall";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.precisionAtRecall(this);
  }
}
