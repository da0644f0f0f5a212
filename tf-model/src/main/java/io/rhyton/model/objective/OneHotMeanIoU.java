package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The mean intersection over union (true positives by all that are labelled or predicted so) of all
 * classes, for one-hot labels.
 *
 * <p>Source: {@code keras/src/metrics/iou_metrics.py}, Keras 3.15.
 *
 * @param numClasses the number of classes, at least 1
 * @param ignoreClass the label that marks what does not count; null for none
 * @param sparseYPred whether predictions are class numbers, not one value a class
 */
public record OneHotMeanIoU(int numClasses, @Nullable Integer ignoreClass, boolean sparseYPred)
    implements Metric {

  /** Checks the ranges. */
  public OneHotMeanIoU {
    Arguments.requirePositive("numClasses", numClasses);
  }

  /** The metric of all classes. */
  public static OneHotMeanIoU of(int numClasses) {
    return new OneHotMeanIoU(numClasses, null, false);
  }

  /** Sets the label that marks what does not count; none unless set. */
  public OneHotMeanIoU ignoreClass(int ignoreClass) {
    return new OneHotMeanIoU(numClasses, ignoreClass, sparseYPred);
  }

  /** Sets whether predictions are class numbers, not one value a class; false unless set. */
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
