package io.rhyton.examples.benchmark;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The values of one measure on both sides, in pairs.
 *
 * @param measure the measure
 * @param ours Rhyton's values
 * @param others the other side's values, each measured right before or after Rhyton's
 */
record Comparison(Measure measure, List<Double> ours, List<Double> others) {

  Comparison {
    ours = List.copyOf(ours);
    others = List.copyOf(others);
    if (ours.isEmpty() || ours.size() != others.size()) {
      throw new IllegalArgumentException("values must come in pairs");
    }
  }

  double ourMedian() {
    return median(ours.stream().mapToDouble(Double::doubleValue));
  }

  double otherMedian() {
    return median(others.stream().mapToDouble(Double::doubleValue));
  }

  /** Returns the median ratio of the pairs, as both values of a pair had the same system load. */
  double ratio() {
    return median(IntStream.range(0, ours.size()).mapToDouble(i -> ours.get(i) / others.get(i)));
  }

  boolean holds() {
    return measure.bound().allows(ratio());
  }

  static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
