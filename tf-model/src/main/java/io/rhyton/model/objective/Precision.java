package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The share of positive outputs whose label is not 0.
 *
 * <p>Source: {@code keras/src/metrics/confusion_metrics.py}, Keras 3.15.
 *
 * @param thresholds above it, an output counts as positive, in [0, 1]; null for 0.5, or for any
 *     value with {@code topK}
 * @param topK how many of the largest outputs of a sample can be positive, at least 1; null for all
 * @param classId the only class that counts, from 0; null for all
 */
public record Precision(
    @Nullable Double thresholds, @Nullable Integer topK, @Nullable Integer classId)
    implements Metric {

  /** Checks the ranges. */
  public Precision {
    if (thresholds != null) {
      Arguments.requireShare("thresholds", thresholds);
    }
    if (topK != null) {
      Arguments.requirePositive("topK", (int) topK);
    }
    if (classId != null) {
      Arguments.requireNotNegative("classId", (int) classId);
    }
  }

  /** The metric. */
  public static Precision of() {
    return new Precision(null, null, null);
  }

  /** Sets the value above which an output counts as positive, in [0, 1]; 0.5 unless set. */
  public Precision thresholds(double thresholds) {
    return new Precision(thresholds, topK, classId);
  }

  /**
   * Sets how many of the largest outputs of a sample can be positive, at least 1; all unless set.
   */
  public Precision topK(int topK) {
    return new Precision(thresholds, topK, classId);
  }

  /** Sets the only class that counts, from 0; all unless set. */
  public Precision classId(int classId) {
    return new Precision(thresholds, topK, classId);
  }

  @Override
  public String name() {
    return "precision";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.precision(this);
  }
}
