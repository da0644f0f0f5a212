package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The mean intersection over union, {@code TP / (TP + FP + FN)}, of all classes, for one-hot
 * labels.
 *
 * <p>Source: {@code keras/src/metrics/iou_metrics.py}, Keras 3.15.
 *
 * @param numClasses the number of classes, at least 1
 * @param ignoreClass the label of values to ignore; null for none
 * @param sparseYPred whether predictions are integer classes rather than one value per class
 */
public record OneHotMeanIoU(int numClasses, @Nullable Integer ignoreClass, boolean sparseYPred)
    implements Metric {

  public OneHotMeanIoU {
    Arguments.requirePositive("numClasses", numClasses);
  }

  /** Creates the metric over all classes. */
  public static OneHotMeanIoU of(int numClasses) {
    return new OneHotMeanIoU(numClasses, null, false);
  }

  /** Sets the label of values to ignore; none by default. */
  public OneHotMeanIoU ignoreClass(int ignoreClass) {
    return new OneHotMeanIoU(numClasses, ignoreClass, sparseYPred);
  }

  /**
   * Sets whether predictions are integer classes rather than one value per class; defaults to
   * false.
   */
  public OneHotMeanIoU sparseYPred(boolean sparseYPred) {
    return new OneHotMeanIoU(numClasses, ignoreClass, sparseYPred);
  }

  @Override
  public String name() {
    return "one_hot_mean_io_u";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.oneHotMeanIoU(this);
  }
}
