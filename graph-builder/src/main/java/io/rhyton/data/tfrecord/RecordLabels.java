package io.rhyton.data.tfrecord;

import io.rhyton.data.Dataset;
import java.util.Arrays;

/** The labels in TFRecord files, collected record by record. */
final class RecordLabels {
  private final RecordFeature feature;
  private int[] numbers = new int[0];
  private float[] targets = new float[0];
  private int filled;

  RecordLabels(RecordFeature feature) {
    this.feature = feature;
  }

  private boolean areNumbers() {
    return feature.kind() == RecordFeature.Kind.INTS;
  }

  /** Adds the labels of the next record. */
  void add(String where, Example example) {
    int width = feature.width();
    if (areNumbers()) {
      int[] own = feature.classIndices(where, example);
      numbers = filled == numbers.length ? Arrays.copyOf(numbers, room(width)) : numbers;
      System.arraycopy(own, 0, numbers, filled, width);
    } else {
      float[] own = feature.values(where, example);
      targets = filled == targets.length ? Arrays.copyOf(targets, room(width)) : targets;
      System.arraycopy(own, 0, targets, filled, width);
    }
    filled += width;
  }

  /** Doubles the capacity, starting with 16 labels; always a multiple of {@code width}. */
  private int room(int width) {
    return Math.max(Math.multiplyExact(filled, 2), Math.multiplyExact(16, width));
  }

  Dataset dataset() {
    return areNumbers()
        ? Dataset.classIndices(feature.shape(), Arrays.copyOf(numbers, filled))
        : Dataset.targets(feature.shape(), Arrays.copyOf(targets, filled));
  }
}
