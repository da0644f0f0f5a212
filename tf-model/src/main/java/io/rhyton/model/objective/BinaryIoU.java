package io.rhyton.model.objective;

import io.rhyton.error.Arguments;
import java.util.List;

/**
 * The mean intersection over union (true positives by all that are labelled or predicted so) of the
 * classes 0 and 1.
 *
 * <p>Source: {@code keras/src/metrics/iou_metrics.py}, Keras 3.15.
 *
 * @param targetClassIds the classes that count
 * @param threshold from it on, an output is of class 1
 */
public record BinaryIoU(List<Integer> targetClassIds, double threshold) implements Metric {

  /** Checks the ranges. */
  public BinaryIoU {
    targetClassIds = TargetClasses.require(targetClassIds, 2);
    Arguments.requireFinite("threshold", threshold);
  }

  /** The metric. */
  public static BinaryIoU of() {
    return new BinaryIoU(List.of(0, 1), 0.5);
  }

  /** Sets the classes that count; both unless set. */
  public BinaryIoU targetClassIds(List<Integer> targetClassIds) {
    return new BinaryIoU(targetClassIds, threshold);
  }

  /** Sets the value from which on an output is of class 1; 0.5 unless set. */
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
