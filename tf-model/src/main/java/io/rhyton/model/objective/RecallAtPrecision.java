package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The best recall over all thresholds where precision is at least the given value; 0 if there is
 * none.
 *
 * <p>Source: {@code keras/src/metrics/confusion_metrics.py}, Keras 3.15.
 *
 * @param precision the minimum precision, in [0, 1]
 * @param numThresholds the number of thresholds in [0, 1], at least 1
 * @param classId the only class to consider, from 0; null for all
 */
public record RecallAtPrecision(double precision, int numThresholds, @Nullable Integer classId)
    implements Metric {

  public RecallAtPrecision {
    Arguments.requireUnitInterval("precision", precision);
    Arguments.requirePositive("numThresholds", numThresholds);
    if (classId != null) {
      Arguments.requireNotNegative("classId", (int) classId);
    }
  }

  /** Creates the metric at the given precision, in [0, 1]. */
  public static RecallAtPrecision of(double precision) {
    return new RecallAtPrecision(precision, 200, null);
  }

  /** Sets the number of thresholds in [0, 1], at least 1; defaults to 200. */
  public RecallAtPrecision numThresholds(int numThresholds) {
    return new RecallAtPrecision(precision, numThresholds, classId);
  }

  /** Sets the only class to consider, from 0; defaults to all. */
  public RecallAtPrecision classId(int classId) {
    return new RecallAtPrecision(precision, numThresholds, classId);
  }

  @Override
  public String name() {
    return "recall_at_precision";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.recallAtPrecision(this);
  }
}
