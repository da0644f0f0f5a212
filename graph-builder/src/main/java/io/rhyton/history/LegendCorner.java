package io.rhyton.history;

import java.util.List;
import org.knowm.xchart.style.Styler.LegendPosition;

/** A corner of a plot that can hold the legend. */
enum LegendCorner {
  UPPER_RIGHT(LegendPosition.InsideNE, true, true),
  LOWER_RIGHT(LegendPosition.InsideSE, true, false),
  UPPER_LEFT(LegendPosition.InsideNW, false, true),
  LOWER_LEFT(LegendPosition.InsideSW, false, false);

  /** The approximate fraction of the plot that a legend of three entries covers. */
  private static final double WIDTH = 0.47;

  private static final double HEIGHT = 0.36;
  private static final int SAMPLES = 200;

  private final LegendPosition position;
  private final boolean right;
  private final boolean upper;

  LegendCorner(LegendPosition position, boolean right, boolean upper) {
    this.position = position;
    this.right = right;
    this.upper = upper;
  }

  /** The corner where the legend covers the least of the curves; the first one on a tie. */
  static LegendPosition emptiest(List<double[]> curves, ValueRange range) {
    LegendCorner best = UPPER_RIGHT;
    for (LegendCorner corner : values()) {
      if (corner.hidden(curves, range) < best.hidden(curves, range)) {
        best = corner;
      }
    }
    return best.position;
  }

  private long hidden(List<double[]> curves, ValueRange range) {
    long hidden = 0;
    for (double[] curve : curves) {
      for (int i = 0; i <= SAMPLES; i++) {
        // A single epoch is plotted in the middle.
        double x = curve.length == 1 ? 0.5 : (double) i / SAMPLES;
        double y = range.position(valueAt(curve, x));
        boolean beside = right ? x < 1 - WIDTH : x > WIDTH;
        boolean aside = upper ? y < 1 - HEIGHT : y > HEIGHT;
        if (!beside && !aside && !Double.isNaN(y)) {
          hidden++;
        }
      }
    }
    return hidden;
  }

  /** Interpolates linearly between the two nearest points. */
  private static double valueAt(double[] curve, double x) {
    double position = x * (curve.length - 1);
    int before = (int) position;
    int after = Math.min(before + 1, curve.length - 1);
    return curve[before] + (position - before) * (curve[after] - curve[before]);
  }
}
