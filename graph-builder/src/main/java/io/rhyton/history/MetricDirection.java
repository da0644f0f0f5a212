package io.rhyton.history;

import java.util.Objects;
import java.util.regex.Pattern;

/** Which values of a metric are better, inferred from its name. */
public enum MetricDirection {
  /** Lower ones. */
  DOWN,
  /** Higher ones. */
  UP,
  /** Cannot be inferred from the name. */
  UNKNOWN;

  /** Endings of Keras's metric names, after {@code val_} and the name of an output. */
  private static final Pattern LOWER =
      Pattern.compile(
          ".*(loss|error|crossentropy|hinge|kl_divergence|poisson|log_cosh"
              + "|false_positives|false_negatives)(_\\d+)?");

  private static final Pattern HIGHER =
      Pattern.compile(
          ".*(accuracy|auc|precision|recall|f1_score|fbeta_score|io_u|iou|r2_score"
              + "|cosine_similarity|true_positives|true_negatives|_at_(sensitivity|specificity))(_\\d+)?");

  /** Returns the direction in which a metric improves, by its name, as Keras does. */
  public static MetricDirection of(String metric) {
    Objects.requireNonNull(metric, "metric");
    if (LOWER.matcher(metric).matches()) {
      return DOWN;
    }
    return HIGHER.matcher(metric).matches() ? UP : UNKNOWN;
  }
}
