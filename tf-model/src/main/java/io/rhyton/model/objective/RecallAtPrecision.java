package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The best recall at a threshold where the precision is at least a given one; 0 if there is none.
 *
 * <p>Source: {@code keras/src/metrics/confusion_metrics.py}, Keras 3.15.
 *
 * @param precision the least precision, in [0, 1]
 * @param numThresholds how many thresholds from 0 to 1 are tried, at least 1
 * @param classId the only class that counts, from 0; null for all
 */
public record RecallAtPrecision(double precision, int numThresholds, @Nullable Integer classId)
    implements Metric {

  /** Checks the ranges. */
  public RecallAtPrecision {
    Arguments.requireShare("precision", precision);
    Arguments.requirePositive("numThresholds", numThresholds);
    if (classId != null) {
      Arguments.requireNotNegative("classId", (int) classId);
    }
  }

  /** The metric at a precision in [0, 1]. */
  public static RecallAtPrecision of(double precision) {
    return new RecallAtPrecision(precision, 200, null);
  }

  /** Sets how many thresholds from 0 to 1 are tried, at least 1; 200 unless set. */
  public RecallAtPrecision numThresholds(int numThresholds) {
    return new RecallAtPrecision(precision, numThresholds, classId);
  }

  /** Sets the only class that counts, from 0; all unless set. */
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
