package io.rhyton.graph.objective;

import java.util.function.ToDoubleFunction;

/**
 * Computes a metric from its sums, which are accumulated over batches.
 *
 * @param size the number of sums
 * @param value computes the value of the metric from the sums
 */
public record MetricFormula(int size, ToDoubleFunction<double[]> value) {

  /** The mean from a sum and a count; 0 if the count is 0, as in Keras. */
  public static final MetricFormula MEAN = new MetricFormula(2, sums -> ratio(sums[0], sums[1]));

  /** A quotient; 0 if the denominator is 0. */
  static double ratio(double numerator, double denominator) {
    return denominator == 0 ? 0 : numerator / denominator;
  }
}
