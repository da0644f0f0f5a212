package io.rhyton.model.objective;

/** A loss that is also available as a metric: its mean over the samples. */
public sealed interface LossMetric extends Loss, Metric
    permits BinaryCrossentropy,
        CategoricalCrossentropy,
        CategoricalHinge,
        Hinge,
        KLDivergence,
        MeanAbsoluteError,
        MeanAbsolutePercentageError,
        MeanSquaredError,
        MeanSquaredLogarithmicError,
        Poisson,
        SparseCategoricalCrossentropy,
        SquaredHinge {

  @Override
  default <T> T accept(MetricVisitor<T> visitor) {
    return visitor.loss(this);
  }
}
