package io.rhyton.model.objective;

/**
 * The area under a curve of two rates, each point of which is a threshold.
 *
 * <p>Source: {@code keras/src/metrics/confusion_metrics.py}, Keras 3.15.
 *
 * @param numThresholds how many thresholds from 0 to 1 make the curve, at least 2
 * @param curve which rates
 * @param summationMethod how high the curve is between two points
 * @param multiLabel whether each output has an area of its own, of which this is the mean
 * @param fromLogits whether the model's output is a logit instead of a probability
 */
public record AUC(
    int numThresholds,
    Curve curve,
    SummationMethod summationMethod,
    boolean multiLabel,
    boolean fromLogits)
    implements Metric {

  /** Which two rates make the curve. */
  public enum Curve {
    /** The share of negatives that are taken for positive, and recall. */
    ROC,
    /** Recall and precision. */
    PR
  }

  /** How high the curve is between two points. */
  public enum SummationMethod {
    /** In between; with {@link Curve#PR} as true positives between them are. */
    INTERPOLATION,
    /** As the higher point. */
    MAJORING,
    /** As the lower point. */
    MINORING
  }

  /** Checks the ranges. */
  public AUC {
    if (numThresholds < 2) {
      throw new IllegalArgumentException("numThresholds must be > 1, got " + numThresholds);
    }
  }

  /** The metric. */
  public static AUC of() {
    return new AUC(200, Curve.ROC, SummationMethod.INTERPOLATION, false, false);
  }

  /** Sets how many thresholds from 0 to 1 make the curve, at least 2; 200 unless set. */
  public AUC numThresholds(int numThresholds) {
    return new AUC(numThresholds, curve, summationMethod, multiLabel, fromLogits);
  }

  /** Sets which rates; ROC unless set. */
  public AUC curve(Curve curve) {
    return new AUC(numThresholds, curve, summationMethod, multiLabel, fromLogits);
  }

  /** Sets how high the curve is between two points; interpolated unless set. */
  public AUC summationMethod(SummationMethod summationMethod) {
    return new AUC(numThresholds, curve, summationMethod, multiLabel, fromLogits);
  }

  /**
   * Sets whether each output has an area of its own, of which this is the mean; false unless set.
   */
  public AUC multiLabel(boolean multiLabel) {
    return new AUC(numThresholds, curve, summationMethod, multiLabel, fromLogits);
  }

  /** Sets whether the model's output is a logit; false unless set. */
  public AUC fromLogits(boolean fromLogits) {
    return new AUC(numThresholds, curve, summationMethod, multiLabel, fromLogits);
  }

  @Override
  public String name() {
    return "auc";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.auc(this);
  }
}
