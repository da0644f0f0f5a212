package io.rhyton.callback;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The buckets of a histogram, as rows of lower limit, upper limit and count. NaN and infinite
 * values are ignored.
 *
 * <p>Source: {@code tensorboard/plugins/histogram/summary_v2.py}, TensorBoard 2.21.
 */
final class HistogramBuckets {
  static final int COUNT = 30;
  static final int WIDTH = 3;

  private final double lowest;
  private final double highest;
  private final long[] counts = new long[COUNT];

  private HistogramBuckets(double lowest, double highest) {
    this.lowest = lowest;
    this.highest = highest;
  }

  static HistogramBuckets of(float[] values) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (float value : values) {
      if (Float.isFinite(value)) {
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
      }
    }
    HistogramBuckets buckets =
        lowest > highest ? new HistogramBuckets(0, 0) : new HistogramBuckets(lowest, highest);
    for (float value : values) {
      if (Float.isFinite(value)) {
        buckets.add(value);
      }
    }
    return buckets;
  }

  private void add(double value) {
    double share = (value - lowest) / ((highest - lowest) / COUNT);
    // If all values are equal, the quotient is NaN, and all are in the last bucket.
    counts[Double.isNaN(share) ? COUNT - 1 : Math.min((int) share, COUNT - 1)]++;
  }

  /** The rows as little-endian doubles. */
  byte[] bytes() {
    ByteBuffer bytes =
        ByteBuffer.allocate(COUNT * WIDTH * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < COUNT; i++) {
      bytes.putDouble(limit(i)).putDouble(limit(i + 1)).putDouble((double) counts[i]);
    }
    return bytes.array();
  }

  private double limit(int i) {
    return i == COUNT ? highest : lowest + i * (highest - lowest) / COUNT;
  }
}
