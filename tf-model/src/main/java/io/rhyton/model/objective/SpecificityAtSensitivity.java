package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The best specificity at a threshold where the sensitivity is at least a given one; 0 if there is
 * none.
 *
 * <p>Source: {@code keras/src/metrics/confusion_metrics.py}, Keras 3.15.
 *
 * @param sensitivity the least sensitivity, in [0, 1]
 * @param numThresholds how many thresholds from 0 to 1 are tried, at least 1
 * @param classId the only class that counts, from 0; null for all
 */
public record SpecificityAtSensitivity(
    double sensitivity, int numThresholds, @Nullable Integer classId) implements Metric {

  /** Checks the ranges. */
  public SpecificityAtSensitivity {
    Arguments.requireShare("sensitivity", sensitivity);
    Arguments.requirePositive("numThresholds", numThresholds);
    if (classId != null) {
      Arguments.requireNotNegative("classId", (int) classId);
    }
  }

  /** The metric at a sensitivity in [0, 1]. */
  public static SpecificityAtSensitivity of(double sensitivity) {
    return new SpecificityAtSensitivity(sensitivity, 200, null);
  }

  /** Sets how many thresholds from 0 to 1 are tried, at least 1; 200 unless set. */
  public SpecificityAtSensitivity numThresholds(int numThresholds) {
    return new SpecificityAtSensitivity(sensitivity, numThresholds, classId);
  }

  /** Sets the only class that counts, from 0; all unless set. */
  public SpecificityAtSensitivity classId(int classId) {
    return new SpecificityAtSensitivity(sensitivity, numThresholds, classId);
  }

  @Override
  public String name() {
    return "specificity_at_sensitivity";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.specificityAtSensitivity(this);
  }
}
