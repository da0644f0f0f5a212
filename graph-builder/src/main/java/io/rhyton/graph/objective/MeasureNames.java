package io.rhyton.graph.objective;

import io.rhyton.model.ResolvedModel;
import io.rhyton.model.compile.Objective;
import io.rhyton.model.objective.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a model's losses and metrics are called, as in Keras: {@code loss} is their sum; where there
 * are several outputs, {@code <output>_<metric>}; where there are several losses, {@code
 * <output>_loss} is that of one output before it is weighted.
 *
 * <p>Source: {@code keras/src/trainers/compile_utils.py}, Keras 3.15.
 *
 * @param losses the total loss first; each is a mean over the batch
 * @param metrics each is a sum over the batch
 */
public record MeasureNames(List<String> losses, List<String> metrics) {
  /** The name of the total loss. */
  public static final String LOSS = "loss";

  /** Copies the lists. */
  public MeasureNames {
    losses = List.copyOf(losses);
    metrics = List.copyOf(metrics);
  }

  /** The names for a model's objectives, output by output. */
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

  /** All names, the total loss first. */
  public List<String> all() {
    return Stream.concat(losses.stream(), metrics.stream()).toList();
  }
}
