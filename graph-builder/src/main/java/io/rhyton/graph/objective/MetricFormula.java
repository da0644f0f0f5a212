package io.rhyton.graph.objective;

import java.util.function.ToDoubleFunction;

/**
 * What the sums of a metric, added up over batches, come to.
 *
 * @param size how many sums there are
 * @param value the metric's value
 */
public record MetricFormula(int size, ToDoubleFunction<double[]> value) {

  /** Of a sum and how many were added: their quotient; 0 if there were none, as in Keras. */
  public static final MetricFormula MEAN = new MetricFormula(2, sums -> ratio(sums[0], sums[1]));

  /** A quotient; 0 where nothing is divided by nothing. */
  static double ratio(double numerator, double denominator) {
    return denominator == 0 ? 0 : numerator / denominator;
  }
}
