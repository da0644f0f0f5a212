package io.rhyton.graph.objective;

import io.rhyton.error.Arguments;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.compile.Objective;
import io.rhyton.model.objective.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names of a model's losses and metrics, as in Keras: {@code loss} is the total loss; a metric
 * of one of several outputs is {@code <output>_<metric>}; with several losses, {@code
 * <output>_loss} is the loss of one output before its loss weight is applied.
 *
 * <p>Source: {@code keras/src/trainers/compile_utils.py}, Keras 3.15.
 *
 * @param losses the names of the losses, the total loss first; each loss is a mean over the batch
 * @param metrics the names of the metrics; each metric is accumulated in sums over the batch
 */
public record MeasureNames(List<String> losses, List<String> metrics) {
  /** The name of the total loss. */
  public static final String LOSS = "loss";

  public MeasureNames {
    losses = Arguments.copyOf("losses", losses);
    metrics = Arguments.copyOf("metrics", metrics);
  }

  /** Returns the names for a model's objectives, output by output. */
  public static MeasureNames of(ResolvedModel model, List<Objective> objectives) {
    List<String> names = model.outputNames();
    List<String> losses = new ArrayList<>(List.of(LOSS));
    List<String> metrics = new ArrayList<>();
    for (int i = 0; i < objectives.size(); i++) {
      Objective objective = objectives.get(i);
      if (objective.loss() != null && hasSeveralLosses(objectives)) {
        losses.add(names.get(i) + "_" + LOSS);
      }
      for (Metric metric : objective.metrics()) {
        metrics.add(objectives.size() > 1 ? names.get(i) + "_" + metric.name() : metric.name());
      }
    }
    return new MeasureNames(losses, metrics);
  }

  static boolean hasSeveralLosses(List<Objective> objectives) {
    return objectives.stream().filter(objective -> objective.loss() != null).count() > 1;
  }

  /** Returns all names, the total loss first. */
  public List<String> all() {
    return Stream.concat(losses.stream(), metrics.stream()).toList();
  }
}
