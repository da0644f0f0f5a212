package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import java.util.List;

/**
 * The mean intersection over union, {@code TP / (TP + FP + FN)}, of the classes 0 and 1.
 *
 * <p>Source: {@code keras/src/metrics/iou_metrics.py}, Keras 3.15.
 *
 * @param targetClassIds the classes to average over
 * @param threshold outputs of at least this value are class 1
 */
public record BinaryIoU(List<Integer> targetClassIds, double threshold) implements Metric {

  public BinaryIoU {
    Arguments.requireNoNulls("targetClassIds", targetClassIds);
    targetClassIds = TargetClasses.require(targetClassIds, 2);
    Arguments.requireFinite("threshold", threshold);
  }

  /** Creates the metric. */
  public static BinaryIoU of() {
    return new BinaryIoU(List.of(0, 1), 0.5);
  }

  /** Sets the classes to average over; defaults to both. */
  public BinaryIoU targetClassIds(List<Integer> targetClassIds) {
    Arguments.requireNoNulls("targetClassIds", targetClassIds);
    return new BinaryIoU(targetClassIds, threshold);
  }

  /** Sets the value from which an output is class 1; defaults to 0.5. */
  public BinaryIoU threshold(double threshold) {
    return new BinaryIoU(targetClassIds, threshold);
  }

  @Override
  public String name() {
    return "binary_io_u";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.binaryIoU(this);
  }
}
