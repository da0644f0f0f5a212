package io.rhyton.model.objective;

/**
 * A metric under another name, for instance one of two of a kind.
 *
 * @param metric the metric; any but {@link Accuracy}, which Keras knows by its name alone
 * @param name the name under which a history holds it, not empty
 */
public record NamedMetric(Metric metric, String name) implements Metric {

  /**
   * Checks the metric and the name.
   *
   * @throws IllegalArgumentException if the metric is {@link Accuracy} or has a name already, or if
   *     the name is empty
   */
  public NamedMetric {
    if (metric instanceof Accuracy || metric instanceof NamedMetric) {
      throw new IllegalArgumentException(
          "metric must be one of Keras's classes, got " + metric.getClass().getSimpleName());
    }
    if (name.isEmpty()) {
      throw new IllegalArgumentException("name must not be empty");
    }
  }

  /** The metric under a name. */
  public static NamedMetric of(Metric metric, String name) {
    return new NamedMetric(metric, name);
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.named(this);
  }
}
