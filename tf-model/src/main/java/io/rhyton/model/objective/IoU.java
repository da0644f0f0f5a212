package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mean intersection over union, {@code TP / (TP + FP + FN)}, of some of the classes.
 *
 * <p>Source: {@code keras/src/metrics/iou_metrics.py}, Keras 3.15.
 *
 * @param numClasses the number of classes, at least 1
 * @param targetClassIds the classes to average over
 * @param ignoreClass the label of values to ignore; null for none
 * @param sparseYTrue whether labels are integers rather than one-hot
 * @param sparseYPred whether predictions are integer classes rather than one value per class
 */
public record IoU(
    int numClasses,
    List<Integer> targetClassIds,
    @Nullable Integer ignoreClass,
    boolean sparseYTrue,
    boolean sparseYPred)
    implements Metric {

  public IoU {
    Arguments.requireNoNulls("targetClassIds", targetClassIds);
    Arguments.requirePositive("numClasses", numClasses);
    targetClassIds = TargetClasses.require(targetClassIds, numClasses);
  }

  /** Creates the metric over some of the classes. */
  public static IoU of(int numClasses, List<Integer> targetClassIds) {
    Arguments.requireNoNulls("targetClassIds", targetClassIds);
    return new IoU(numClasses, targetClassIds, null, true, true);
  }

  /** Sets the label of values to ignore; none by default. */
  public IoU ignoreClass(int ignoreClass) {
    return new IoU(numClasses, targetClassIds, ignoreClass, sparseYTrue, sparseYPred);
  }

  /** Sets whether labels are integers rather than one-hot; defaults to true. */
  public IoU sparseYTrue(boolean sparseYTrue) {
    return new IoU(numClasses, targetClassIds, ignoreClass, sparseYTrue, sparseYPred);
  }

  /**
   * Sets whether predictions are integer classes rather than one value per class; defaults to true.
   */
  public IoU sparseYPred(boolean sparseYPred) {
    return new IoU(numClasses, targetClassIds, ignoreClass, sparseYTrue, sparseYPred);
  }

  @Override
  public String name() {
    return "io_u";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.ioU(this);
  }
}
