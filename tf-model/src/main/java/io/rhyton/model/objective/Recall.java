package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * Recall: the fraction of positive labels that are predicted as positive.
 *
 * <p>Source: {@code keras/src/metrics/confusion_metrics.py}, Keras 3.15.
 *
 * @param thresholds the threshold above which an output counts as positive, in [0, 1]; null for
 *     0.5, or for no threshold with {@code topK}
 * @param topK only the largest outputs of a sample can be positive: how many, at least 1; null for
 *     all
 * @param classId the only class to consider, from 0; null for all
 */
public record Recall(@Nullable Double thresholds, @Nullable Integer topK, @Nullable Integer classId)
    implements Metric {

  public Recall {
    if (thresholds != null) {
      Arguments.requireUnitInterval("thresholds", thresholds);
    }
    if (topK != null) {
      Arguments.requirePositive("topK", (int) topK);
    }
    if (classId != null) {
      Arguments.requireNotNegative("classId", (int) classId);
    }
  }

  /** Creates the metric. */
  public static Recall of() {
    return new Recall(null, null, null);
  }

  /** Sets the threshold above which an output counts as positive, in [0, 1]; defaults to 0.5. */
  public Recall thresholds(double thresholds) {
    return new Recall(thresholds, topK, classId);
  }

  /**
   * Sets how many of the largest outputs of a sample can be positive, at least 1; defaults to all.
   */
  public Recall topK(int topK) {
    return new Recall(thresholds, topK, classId);
  }

  /** Sets the only class to consider, from 0; defaults to all. */
  public Recall classId(int classId) {
    return new Recall(thresholds, topK, classId);
  }

  @Override
  public String name() {
    return "recall";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.recall(this);
  }
}
