package io.rhyton.graph.objective;

import io.rhyton.model.objective.AUC.Curve;
import io.rhyton.model.objective.AUC.SummationMethod;
import java.util.stream.IntStream;

/**
 * Confusion-matrix counts at each of several thresholds.
 *
 * <p>Source: {@code keras/src/metrics/confusion_metrics.py}, Keras 3.15.
 */
final class ThresholdCounts {
  private final int thresholds;
  private final double[] truePositives;
  private final double[] falsePositives;
  private final double[] falseNegatives;
  private final double[] trueNegatives;

  /**
   * Accumulates the counts from histograms.
   *
   * @param sums the number of positive labels with an output between a threshold and the next, for
   *     each threshold; the same for negative labels; the total numbers of positive and negative
   *     labels
   */
  ThresholdCounts(double[] sums) {
    thresholds = (sums.length - 2) / 2;
    truePositives = fromEnd(sums, 0);
    falsePositives = fromEnd(sums, thresholds);
    falseNegatives = rest(sums[2 * thresholds], truePositives);
    trueNegatives = rest(sums[2 * thresholds + 1], falsePositives);
  }

  private double[] fromEnd(double[] buckets, int start) {
    double[] counts = new double[thresholds];
    double count = 0;
    for (int i = thresholds - 1; i >= 0; i--) {
      count += buckets[start + i];
      counts[i] = count;
    }
    return counts;
  }

  private static double[] rest(double total, double[] counts) {
    double[] rest = new double[counts.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = total - counts[i];
    }
    return rest;
  }

  double precision(int at) {
    return MetricFormula.ratio(truePositives[at], truePositives[at] + falsePositives[at]);
  }

  /** The recall, also known as sensitivity. */
  double recall(int at) {
    return MetricFormula.ratio(truePositives[at], truePositives[at] + falseNegatives[at]);
  }

  double specificity(int at) {
    return MetricFormula.ratio(trueNegatives[at], trueNegatives[at] + falsePositives[at]);
  }

  private double fallOut(int at) {
    return MetricFormula.ratio(falsePositives[at], falsePositives[at] + trueNegatives[at]);
  }

  /** The largest value of a rate where another rate is at least {@code least}; 0 if it never is. */
  double best(Rate of, Rate constrained, double least) {
    return IntStream.range(0, thresholds)
        .filter(at -> constrained.of(this, at) >= least)
        .mapToDouble(at -> of.of(this, at))
        .reduce(0, Math::max);
  }

  double area(Curve curve, SummationMethod method) {
    if (curve == Curve.PR && method == SummationMethod.INTERPOLATION) {
      return interpolatedPrecisions();
    }
    double area = 0;
    for (int i = 0; i + 1 < thresholds; i++) {
      area += (x(curve, i) - x(curve, i + 1)) * height(method, y(curve, i), y(curve, i + 1));
    }
    return area;
  }

  private double x(Curve curve, int at) {
    return curve == Curve.ROC ? fallOut(at) : recall(at);
  }

  private double y(Curve curve, int at) {
    return curve == Curve.ROC ? recall(at) : precision(at);
  }

  private static double height(SummationMethod method, double left, double right) {
    return switch (method) {
      case INTERPOLATION -> (left + right) / 2;
      case MAJORING -> Math.max(left, right);
      case MINORING -> Math.min(left, right);
    };
  }

  /** Interpolates true positives linearly in the number of positive predictions. */
  private double interpolatedPrecisions() {
    double area = 0;
    for (int i = 0; i + 1 < thresholds; i++) {
      double more = truePositives[i] - truePositives[i + 1];
      double positives = truePositives[i] + falsePositives[i];
      double nextPositives = truePositives[i + 1] + falsePositives[i + 1];
      double slope = MetricFormula.ratio(more, Math.max(positives - nextPositives, 0));
      double intercept = truePositives[i + 1] - slope * nextPositives;
      double growth = positives > 0 && nextPositives > 0 ? positives / nextPositives : 1;
      area +=
          MetricFormula.ratio(
              slope * (more + intercept * Math.log(growth)),
              truePositives[i + 1] + falseNegatives[i + 1]);
    }
    return area;
  }

  /** A rate at a threshold, such as recall. */
  interface Rate {
    double of(ThresholdCounts counts, int at);
  }
}
