package io.rhyton.model.objective;

/**
 * The share of right predictions, in the form that fits: {@link BinaryAccuracy} for one output,
 * {@link SparseCategoricalAccuracy} for class numbers, else {@link CategoricalAccuracy}.
 *
 * <p>Source: {@code keras/src/trainers/compile_utils.py}, Keras 3.15.
 */
public record Accuracy() implements Metric {

  /** The metric. */
  public static Accuracy of() {
    return new Accuracy();
  }

  @Override
  public String name() {
    return "accuracy";
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.accuracy(this);
  }
}
