package io.rhyton.model.compile;

import io.rhyton.error.Arguments;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.objective.NamedMetric;
import io.rhyton.model.objective.SparseCategoricalAccuracy;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.objective.SparseTopKCategoricalAccuracy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one output of a model is trained for and watched by.
 *
 * @param loss what training makes small; null if the output is not trained for anything
 * @param lossWeight what the loss is multiplied by where the losses of all outputs are added up
 * @param metrics what is watched beside the loss
 */
public record Objective(@Nullable Loss loss, double lossWeight, List<Metric> metrics) {
  private static final Objective NONE = new Objective(null, 1, List.of());

  /**
   * Checks weight and metrics.
   *
   * @throws IllegalArgumentException if the weight is not finite or a metric is there twice
   */
  public Objective {
    Arguments.requireFinite("lossWeight", lossWeight);
    metrics = List.copyOf(metrics);
    Set<String> names = new HashSet<>();
    for (Metric metric : metrics) {
      if (!names.add(metric.name())) {
        throw new IllegalArgumentException("metric '" + metric.name() + "' is there twice");
      }
    }
  }

  /** A loss of weight 1. */
  public static Objective of(Loss loss, Metric... metrics) {
    return new Objective(loss, 1, List.of(metrics));
  }

  /** No loss and no metrics: an output that is only predicted. */
  public static Objective none() {
    return NONE;
  }

  /** Sets what training makes small. */
  public Objective loss(@Nullable Loss loss) {
    return new Objective(loss, lossWeight, metrics);
  }

  /** Sets what the loss is multiplied by, a finite number; 1 unless set. */
  public Objective lossWeight(double lossWeight) {
    return new Objective(loss, lossWeight, metrics);
  }

  /** Sets what is watched beside the loss; nothing unless set. */
  public Objective metrics(Metric... metrics) {
    return new Objective(loss, lossWeight, List.of(metrics));
  }

  /** Whether it needs labels. */
  public boolean isMeasured() {
    return loss != null || !metrics.isEmpty();
  }

  /** Whether its labels are class numbers, and not rows of values. */
  public boolean takesClassNumbers() {
    return loss instanceof SparseCategoricalCrossentropy
        || (loss == null && metrics.stream().anyMatch(Objective::comparesClassNumbers));
  }

  private static boolean comparesClassNumbers(Metric metric) {
    return metric instanceof NamedMetric named
        ? comparesClassNumbers(named.metric())
        : metric instanceof SparseCategoricalAccuracy
            || metric instanceof SparseCategoricalCrossentropy
            || metric instanceof SparseTopKCategoricalAccuracy;
  }
}
