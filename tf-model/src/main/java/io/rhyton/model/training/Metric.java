package io.rhyton.model.training;

/** A number to watch, counted over the samples of an epoch. */
public sealed interface Metric
    permits Accuracy, BinaryAccuracy, CategoricalAccuracy, SparseCategoricalAccuracy {

  /** The name under which a history holds it, as in Keras. */
  String name();

  /** Calls the visitor's method for this type. */
  <T> T accept(MetricVisitor<T> visitor);
}
