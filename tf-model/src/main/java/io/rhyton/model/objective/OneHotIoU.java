package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mean intersection over union (true positives by all that are labelled or predicted so) of
 * some classes, for one-hot labels.
 *
 * <p>Source: {@code keras/src/metrics/iou_metrics.py}, Keras 3.15.
 *
 * @param numClasses the number of classes, at least 1
 * @param targetClassIds the classes that count
 * @param ignoreClass the label that marks what does not count; null for none
 * @param sparseYPred whether predictions are class numbers, not one value a class
 */
public record OneHotIoU(
    int numClasses,
    List<Integer> targetClassIds,
    @Nullable Integer ignoreClass,
    boolean sparseYPred)
    implements Metric {

  /** Checks the ranges. */
  public OneHotIoU {
    Arguments.requirePositive("numClasses", numClasses);
    targetClassIds = TargetClasses.require(targetClassIds, numClasses);
  }

  /** The metric of some of the classes. */
  public static OneHotIoU of(int numClasses, List<Integer> targetClassIds) {
    return new OneHotIoU(numClasses, targetClassIds, null, false);
  }

  /** Sets the label that marks what does not count; none unless set. */
  public OneHotIoU ignoreClass(int ignoreClass) {
    return new OneHotIoU(numClasses, targetClassIds, ignoreClass, sparseYPred);
  }

  /** Sets whether predictions are class numbers, not one value a class; false unless set. */
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
