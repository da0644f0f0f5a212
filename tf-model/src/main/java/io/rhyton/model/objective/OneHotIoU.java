package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mean intersection over union, {@code TP / (TP + FP + FN)}, of some of the classes, for
 * one-hot labels.
 *
 * <p>Source: {@code keras/src/metrics/iou_metrics.py}, Keras 3.15.
 *
 * @param numClasses the number of classes, at least 1
 * @param targetClassIds the classes to average over
 * @param ignoreClass the label of values to ignore; null for none
 * @param sparseYPred whether predictions are integer classes rather than one value per class
 */
public record OneHotIoU(
    int numClasses,
    List<Integer> targetClassIds,
    @Nullable Integer ignoreClass,
    boolean sparseYPred)
    implements Metric {

  public OneHotIoU {
    Arguments.requireNoNulls("targetClassIds", targetClassIds);
    Arguments.requirePositive("numClasses", numClasses);
    targetClassIds = TargetClasses.require(targetClassIds, numClasses);
  }

  /** Creates the metric over some of the classes. */
  public static OneHotIoU of(int numClasses, List<Integer> targetClassIds) {
    Arguments.requireNoNulls("targetClassIds", targetClassIds);
    return new OneHotIoU(numClasses, targetClassIds, null, false);
  }

  /** Sets the label of values to ignore; none by default. */
  public OneHotIoU ignoreClass(int ignoreClass) {
    return new OneHotIoU(numClasses, targetClassIds, ignoreClass, sparseYPred);
  }

  /**
   * Sets whether predictions are integer classes rather than one value per class; defaults to
   * false.
   */
  public OneHotIoU sparseYPred(boolean sparseYPred) {
    return new OneHotIoU(numClasses, targetClassIds, ignoreClass, sparseYPred);
  }

  @Override
  public String name() {
    return "one_hot_io_u";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.oneHotIoU(this);
  }
}
