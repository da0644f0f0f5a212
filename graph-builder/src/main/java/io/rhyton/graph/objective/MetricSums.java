package io.rhyton.graph.objective;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What one batch adds to a metric.
 *
 * @param sums the sums over the batch, {@code [formula.size()]}
 * @param formula what the sums of all batches come to
 */
public record MetricSums(Operand<TFloat32> sums, MetricFormula formula) {

  /** A metric that is the mean of values of any shape. */
  static MetricSums mean(Ops tf, Operand<TFloat32> values) {
    return new MetricSums(Reduction.sumAndCount(tf, values), MetricFormula.MEAN);
  }
}
