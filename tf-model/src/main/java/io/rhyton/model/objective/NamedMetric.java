package io.rhyton.model.objective;

import java.util.Objects;

/**
 * A metric with a custom name, for instance to use two metrics of the same type.
 *
 * @param metric the metric; any but {@link Accuracy}, which Keras only accepts as a string
 * @param name the name in the training history, not empty
 */
public record NamedMetric(Metric metric, String name) implements Metric {

  /**
   * Validates the metric and the name.
   *
   * @throws IllegalArgumentException if the metric is {@link Accuracy} or already has a custom
   *     name, or if the name is empty
   */
  public NamedMetric {
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(name, "name");
    if (metric instanceof Accuracy || metric instanceof NamedMetric) {
      throw new IllegalArgumentException(
          "metric must be one of Keras's classes, got " + metric.getClass().getSimpleName());
    }
    if (name.isEmpty()) {
      throw new IllegalArgumentException("name must not be empty");
    }
  }

  /** Gives a metric a custom name. */
  public static NamedMetric of(Metric metric, String name) {
    return new NamedMetric(metric, name);
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.named(this);
  }
}
