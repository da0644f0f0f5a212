package io.rhyton.model.objective;

import java.util.Objects;

/**
 * The area under the ROC or precision-recall curve, approximated with a fixed number of thresholds.
 *
 * <p>Source: {@code keras/src/metrics/confusion_metrics.py}, Keras 3.15.
 *
 * @param numThresholds the number of thresholds in [0, 1], at least 2
 * @param curve the curve
 * @param summationMethod how the area between two points is approximated
 * @param multiLabel whether to compute the AUC of each label separately and average them
 * @param fromLogits whether the outputs of the model are logits rather than probabilities
 */
public record AUC(
    int numThresholds,
    Curve curve,
    SummationMethod summationMethod,
    boolean multiLabel,
    boolean fromLogits)
    implements Metric {

  /** The curve to integrate. */
  public enum Curve {
    /** Receiver operating characteristic: true positive rate over false positive rate. */
    ROC,
    /** Precision over recall. */
    PR
  }

  /** How the area between two points is approximated. */
  public enum SummationMethod {
    /**
     * Trapezoidal; for {@link Curve#PR}, interpolates the true positives rather than the precision.
     */
    INTERPOLATION,
    /** The height of the higher point. */
    MAJORING,
    /** The height of the lower point. */
    MINORING
  }

  public AUC {
    Objects.requireNonNull(curve, "curve");
    Objects.requireNonNull(summationMethod, "summationMethod");
    if (numThresholds < 2) {
      throw new IllegalArgumentException("numThresholds must be > 1, got " + numThresholds);
    }
  }

  /** Creates the metric. */
  public static AUC of() {
    return new AUC(200, Curve.ROC, SummationMethod.INTERPOLATION, false, false);
  }

  /** Sets the number of thresholds in [0, 1], at least 2; defaults to 200. */
  public AUC numThresholds(int numThresholds) {
    return new AUC(numThresholds, curve, summationMethod, multiLabel, fromLogits);
  }

  /** Sets the curve; defaults to ROC. */
  public AUC curve(Curve curve) {
    return new AUC(numThresholds, curve, summationMethod, multiLabel, fromLogits);
  }

  /** Sets how the area between two points is approximated; defaults to interpolation. */
  public AUC summationMethod(SummationMethod summationMethod) {
    return new AUC(numThresholds, curve, summationMethod, multiLabel, fromLogits);
  }

  /**
   * Sets whether to compute the AUC of each label separately and average them; defaults to false.
   */
  public AUC multiLabel(boolean multiLabel) {
    return new AUC(numThresholds, curve, summationMethod, multiLabel, fromLogits);
  }

  /** Sets whether the outputs of the model are logits; defaults to false. */
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
