package io.rhyton.model.training;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What {@code compile} is given in Keras: how a model is trained and measured.
 *
 * @param optimizer how gradients change the weights
 * @param loss what training makes small
 * @param metrics what is watched beside the loss
 */
public record CompileSpec(Optimizer optimizer, Loss loss, List<Metric> metrics) {

  /**
   * Checks the metrics.
   *
   * @throws IllegalArgumentException if a metric is there twice
   */
  public CompileSpec {
    metrics = List.copyOf(metrics);
    Set<String> names = new HashSet<>();
    for (Metric metric : metrics) {
      if (!names.add(metric.name())) {
        throw new IllegalArgumentException("metric '" + metric.name() + "' is there twice");
      }
    }
  }

  /** A compile configuration. */
  public static CompileSpec of(Optimizer optimizer, Loss loss, Metric... metrics) {
    return new CompileSpec(optimizer, loss, List.of(metrics));
  }
}
