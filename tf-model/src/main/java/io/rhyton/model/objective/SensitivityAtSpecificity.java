package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The best sensitivity at a threshold where the specificity is at least a given one; 0 if there is
 * none.
 *
 * <p>Source: {@code keras/src/metrics/confusion_metrics.py}, Keras 3.15.
 *
 * @param specificity the least specificity, in [0, 1]
 * @param numThresholds how many thresholds from 0 to 1 are tried, at least 1
 * @param classId the only class that counts, from 0; null for all
 */
public record SensitivityAtSpecificity(
    double specificity, int numThresholds, @Nullable Integer classId) implements Metric {

  /** Checks the ranges. */
  public SensitivityAtSpecificity {
    Arguments.requireShare("specificity", specificity);
    Arguments.requirePositive("numThresholds", numThresholds);
    if (classId != null) {
      Arguments.requireNotNegative("classId", (int) classId);
    }
  }

  /** The metric at a specificity in [0, 1]. */
  public static SensitivityAtSpecificity of(double specificity) {
    return new SensitivityAtSpecificity(specificity, 200, null);
  }

  /** Sets how many thresholds from 0 to 1 are tried, at least 1; 200 unless set. */
  public SensitivityAtSpecificity numThresholds(int numThresholds) {
    return new SensitivityAtSpecificity(specificity, numThresholds, classId);
  }

  /** Sets the only class that counts, from 0; all unless set. */
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
