package io.rhyton.history;

import java.util.List;
import java.util.Locale;

/** The range of an axis: that of the curves plus a margin. */
record ValueRange(double low, double high) {
  // Unequal, since XChart would put its ticks on the values themselves if they were evenly spaced.
  private static final double ROOM_BELOW = 0.02;
  private static final double ROOM_ABOVE = 0.03;

  /** The smallest step between ticks that fit on an axis, as a fraction of its range. */
  private static final double STEP = 0.21;

  /** The smallest range of an axis, relative to its values: finer steps have no distinct labels. */
  private static final double LEAST_SPAN = 1e-7;

  /** The range of some curves; NaN values are ignored. */
  static ValueRange of(List<double[]> curves) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double[] curve : curves) {
      for (double value : curve) {
        if (!Double.isNaN(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    if (low > high) {
      return new ValueRange(0, 1);
    }
    double largest = Math.max(Math.abs(low), Math.abs(high));
    if (high - low <= LEAST_SPAN * largest) {
      // A constant curve runs through the middle.
      double around = largest == 0 ? 0.1 : largest * 0.1;
      low -= around;
      high += around;
    }
    double span = high - low;
    return new ValueRange(low - ROOM_BELOW * span, high + ROOM_ABOVE * span);
  }

  /** The relative position of a value: 0 is the low end, 1 the high end. */
  double position(double value) {
    return (value - low) / (high - low);
  }

  /** The power of ten of the step between two ticks. */
  double unit() {
    return Math.pow(10, stepExponent());
  }

  private int stepExponent() {
    double step = (high - low) * STEP;
    int exponent = exponent(step);
    // XChart's steps are 1, 2 or 5 times a power of ten; it rounds up from 7.5.
    return step / Math.pow(10, exponent) > 7.5 ? exponent + 1 : exponent;
  }

  /**
   * The label of a tick, with as many decimals as the step needs: {@code 1.0} between {@code 0.8}
   * and {@code 1.2}.
   */
  String text(double value) {
    int exponent = exponent(Math.max(Math.abs(low), Math.abs(high)));
    boolean plain = exponent >= -4 && exponent < 7;
    int decimals = Math.max(0, plain ? -stepExponent() : exponent - stepExponent());
    return String.format(Locale.ROOT, "%." + decimals + (plain ? "f" : "e"), value);
  }

  private static int exponent(double value) {
    return (int) Math.floor(Math.log10(value));
  }
}
