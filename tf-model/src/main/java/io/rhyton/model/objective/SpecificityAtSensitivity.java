package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The best specificity over all thresholds where sensitivity is at least the given value; 0 if
 * there is none.
 *
 * <p>Source: {@code keras/src/metrics/confusion_metrics.py}, Keras 3.15.
 *
 * @param sensitivity the minimum sensitivity, in [0, 1]
 * @param numThresholds the number of thresholds in [0, 1], at least 1
 * @param classId the only class to consider, from 0; null for all
 */
public record SpecificityAtSensitivity(
    double sensitivity, int numThresholds, @Nullable Integer classId) implements Metric {

  public SpecificityAtSensitivity {
    Arguments.requireUnitInterval("sensitivity", sensitivity);
    Arguments.requirePositive("numThresholds", numThresholds);
    if (classId != null) {
      Arguments.requireNotNegative("classId", (int) classId);
    }
  }

  /** Creates the metric at the given sensitivity, in [0, 1]. */
  public static SpecificityAtSensitivity of(double sensitivity) {
    return new SpecificityAtSensitivity(sensitivity, 200, null);
  }

  /** Sets the number of thresholds in [0, 1], at least 1; defaults to 200. */
  public SpecificityAtSensitivity numThresholds(int numThresholds) {
    return new SpecificityAtSensitivity(sensitivity, numThresholds, classId);
  }

  /** Sets the only class to consider, from 0; defaults to all. */
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
