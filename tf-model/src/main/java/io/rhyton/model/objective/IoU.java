package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mean intersection over union (true positives by all that are labelled or predicted so) of
 * some classes.
 *
 * <p>Source: {@code keras/src/metrics/iou_metrics.py}, Keras 3.15.
 *
 * @param numClasses the number of classes, at least 1
 * @param targetClassIds the classes that count
 * @param ignoreClass the label that marks what does not count; null for none
 * @param sparseYTrue whether labels are class numbers, not one-hot
 * @param sparseYPred whether predictions are class numbers, not one value a class
 */
public record IoU(
    int numClasses,
    List<Integer> targetClassIds,
    @Nullable Integer ignoreClass,
    boolean sparseYTrue,
    boolean sparseYPred)
    implements Metric {

  /** Checks the ranges. */
  public IoU {
    Arguments.requirePositive("numClasses", numClasses);
    targetClassIds = TargetClasses.require(targetClassIds, numClasses);
  }

  /** The metric of some of the classes. */
  public static IoU of(int numClasses, List<Integer> targetClassIds) {
    return new IoU(numClasses, targetClassIds, null, true, true);
  }

  /** Sets the label that marks what does not count; none unless set. */
  public IoU ignoreClass(int ignoreClass) {
    return new IoU(numClasses, targetClassIds, ignoreClass, sparseYTrue, sparseYPred);
  }

  /** Sets whether labels are class numbers, not one-hot; true unless set. */
  public IoU sparseYTrue(boolean sparseYTrue) {
    return new IoU(numClasses, targetClassIds, ignoreClass, sparseYTrue, sparseYPred);
  }

  /** Sets whether predictions are class numbers, not one value a class; true unless set. */
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
