package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The mean intersection over union (true positives by all that are labelled or predicted so) of all
 * classes.
 *
 * <p>Source: {@code keras/src/metrics/iou_metrics.py}, Keras 3.15.
 *
 * @param numClasses the number of classes, at least 1
 * @param ignoreClass the label that marks what does not count; null for none
 * @param sparseYTrue whether labels are class numbers, not one-hot
 * @param sparseYPred whether predictions are class numbers, not one value a class
 */
public record MeanIoU(
    int numClasses, @Nullable Integer ignoreClass, boolean sparseYTrue, boolean sparseYPred)
    implements Metric {

  /** Checks the ranges. */
  public MeanIoU {
    Arguments.requirePositive("numClasses", numClasses);
  }

  /** The metric of all classes. */
  public static MeanIoU of(int numClasses) {
    return new MeanIoU(numClasses, null, true, true);
  }

  /** Sets the label that marks what does not count; none unless set. */
  public MeanIoU ignoreClass(int ignoreClass) {
    return new MeanIoU(numClasses, ignoreClass, sparseYTrue, sparseYPred);
  }

  /** Sets whether labels are class numbers, not one-hot; true unless set. */
  public MeanIoU sparseYTrue(boolean sparseYTrue) {
    return new MeanIoU(numClasses, ignoreClass, sparseYTrue, sparseYPred);
  }

  /** Sets whether predictions are class numbers, not one value a class; true unless set. */
  public MeanIoU sparseYPred(boolean sparseYPred) {
    return new MeanIoU(numClasses, ignoreClass, sparseYTrue, sparseYPred);
  }

  @Override
  public String name() {
    return "mean_io_u";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.meanIoU(this);
  }
}
