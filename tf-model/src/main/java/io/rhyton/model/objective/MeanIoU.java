package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The mean intersection over union, {@code TP / (TP + FP + FN)}, of all classes.
 *
 * <p>Source: {@code keras/src/metrics/iou_metrics.py}, Keras 3.15.
 *
 * @param numClasses the number of classes, at least 1
 * @param ignoreClass the label of values to ignore; null for none
 * @param sparseYTrue whether labels are integers rather than one-hot
 * @param sparseYPred whether predictions are integer classes rather than one value per class
 */
public record MeanIoU(
    int numClasses, @Nullable Integer ignoreClass, boolean sparseYTrue, boolean sparseYPred)
    implements Metric {

  public MeanIoU {
    Arguments.requirePositive("numClasses", numClasses);
  }

  /** Creates the metric over all classes. */
  public static MeanIoU of(int numClasses) {
    return new MeanIoU(numClasses, null, true, true);
  }

  /** Sets the label of values to ignore; none by default. */
  public MeanIoU ignoreClass(int ignoreClass) {
    return new MeanIoU(numClasses, ignoreClass, sparseYTrue, sparseYPred);
  }

  /** Sets whether labels are integers rather than one-hot; defaults to true. */
  public MeanIoU sparseYTrue(boolean sparseYTrue) {
    return new MeanIoU(numClasses, ignoreClass, sparseYTrue, sparseYPred);
  }

  /**
   * Sets whether predictions are integer classes rather than one value per class; defaults to true.
   */
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
