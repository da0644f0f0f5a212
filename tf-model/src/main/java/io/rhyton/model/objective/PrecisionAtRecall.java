package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The best precision at a threshold where the recall is at least a given one; 0 if there is none.
 *
 * <p>Source: {@code keras/src/metrics/confusion_metrics.py}, Keras 3.15.
 *
 * @param recall the least recall, in [0, 1]
 * @param numThresholds how many thresholds from 0 to 1 are tried, at least 1
 * @param classId the only class that counts, from 0; null for all
 */
public record PrecisionAtRecall(double recall, int numThresholds, @Nullable Integer classId)
    implements Metric {

  /** Checks the ranges. */
  public PrecisionAtRecall {
    Arguments.requireShare("recall", recall);
    Arguments.requirePositive("numThresholds", numThresholds);
    if (classId != null) {
      Arguments.requireNotNegative("classId", (int) classId);
    }
  }

  /** The metric at a recall in [0, 1]. */
  public static PrecisionAtRecall of(double recall) {
    return new PrecisionAtRecall(recall, 200, null);
  }

  /** Sets how many thresholds from 0 to 1 are tried, at least 1; 200 unless set. */
  public PrecisionAtRecall numThresholds(int numThresholds) {
    return new PrecisionAtRecall(recall, numThresholds, classId);
  }

  /** Sets the only class that counts, from 0; all unless set. */
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
