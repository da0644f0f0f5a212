package io.rhyton.model.objective;

/**
 * The fraction of correct predictions, in the variant that matches the outputs: {@link
 * BinaryAccuracy} for a single output, {@link SparseCategoricalAccuracy} for integer labels, {@link
 * CategoricalAccuracy} otherwise.
 *
 * <p>Source: {@code keras/src/trainers/compile_utils.py}, Keras 3.15.
 */
public record Accuracy() implements Metric {

  /** Creates the metric. */
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
