package io.rhyton.model.compile;

import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.objective.NamedMetric;
import io.rhyton.model.objective.SparseCategoricalAccuracy;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.objective.SparseTopKCategoricalAccuracy;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The loss and metrics of one output of a model.
 *
 * @param loss the loss to minimize; null if the output is not trained
 * @param lossWeight the weight of the loss in the sum over all outputs
 * @param metrics the metrics besides the loss
 */
public record Objective(@Nullable Loss loss, double lossWeight, List<Metric> metrics) {
  private static final Objective NONE = new Objective(null, 1, List.of());

  /**
   * Validates the loss weight and the metrics.
   *
   * @throws IllegalArgumentException if the loss weight is not finite or a metric is listed twice
   */
  public Objective {
    metrics = Arguments.copyOf("metrics", metrics);
    Arguments.requireFinite("lossWeight", lossWeight);
    Set<String> names = new HashSet<>();
    for (Metric metric : metrics) {
      if (!names.add(metric.name())) {
        throw new IllegalArgumentException(
            "metric " + MessageText.name(metric.name()) + " is listed twice");
      }
    }
  }

  /** Creates an objective with a loss weight of 1. */
  public static Objective of(Loss loss, Metric... metrics) {
    Arguments.requireNoNulls("metrics", metrics);
    Objects.requireNonNull(loss, "loss");
    return new Objective(loss, 1, List.of(metrics));
  }

  /** Creates an objective without loss and metrics, for an output that is only predicted. */
  public static Objective none() {
    return NONE;
  }

  /** Sets the loss to minimize. */
  public Objective loss(@Nullable Loss loss) {
    return new Objective(loss, lossWeight, metrics);
  }

  /** Sets the weight of the loss, finite; defaults to 1. */
  public Objective lossWeight(double lossWeight) {
    return new Objective(loss, lossWeight, metrics);
  }

  /** Sets the metrics besides the loss; none by default. */
  public Objective metrics(Metric... metrics) {
    Arguments.requireNoNulls("metrics", metrics);
    return new Objective(loss, lossWeight, List.of(metrics));
  }

  /** Returns whether the output has a loss or metrics, and so needs labels. */
  public boolean isMeasured() {
    return loss != null || !metrics.isEmpty();
  }

  /** Returns whether the output takes integer labels rather than vectors. */
  public boolean takesClassIndices() {
    return loss instanceof SparseCategoricalCrossentropy
        || (loss == null && metrics.stream().anyMatch(Objective::comparesClassIndices));
  }

  private static boolean comparesClassIndices(Metric metric) {
    return metric instanceof NamedMetric named
        ? comparesClassIndices(named.metric())
        : metric instanceof SparseCategoricalAccuracy
            || metric instanceof SparseCategoricalCrossentropy
            || metric instanceof SparseTopKCategoricalAccuracy;
  }
}
