package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The best sensitivity over all thresholds where specificity is at least the given value; 0 if
 * there is none.
 *
 * <p>Source: {@code keras/src/metrics/confusion_metrics.py}, Keras 3.15.
 *
 * @param specificity the minimum specificity, in [0, 1]
 * @param numThresholds the number of thresholds in [0, 1], at least 1
 * @param classId the only class to consider, from 0; null for all
 */
public record SensitivityAtSpecificity(
    double specificity, int numThresholds, @Nullable Integer classId) implements Metric {

  public SensitivityAtSpecificity {
    Arguments.requireUnitInterval("specificity", specificity);
    Arguments.requirePositive("numThresholds", numThresholds);
    if (classId != null) {
      Arguments.requireNotNegative("classId", (int) classId);
    }
  }

  /** Creates the metric at the given specificity, in [0, 1]. */
  public static SensitivityAtSpecificity of(double specificity) {
    return new SensitivityAtSpecificity(specificity, 200, null);
  }

  /** Sets the number of thresholds in [0, 1], at least 1; defaults to 200. */
  public SensitivityAtSpecificity numThresholds(int numThresholds) {
    return new SensitivityAtSpecificity(specificity, numThresholds, classId);
  }

  /** Sets the only class to consider, from 0; defaults to all. */
  public SensitivityAtSpecificity classId(int classId) {
    return new SensitivityAtSpecificity(specificity, numThresholds, classId);
  }

  @Override
  public String name() {
    return "sensitivity_at_specificity";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.sensitivityAtSpecificity(this);
  }
}
