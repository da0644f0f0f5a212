package io.rhyton.graph.objective;

import io.rhyton.error.SpecException;
import io.rhyton.graph.layer.Emission;
import io.rhyton.graph.layer.ForwardPass;
import io.rhyton.graph.layer.Penalty;
import io.rhyton.graph.variable.RegularizerOps;
import io.rhyton.graph.variable.Variables;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.compile.Objective;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * How well a batch is predicted.
 *
 * @param names what is measured
 * @param losses the mean of each loss over the batch; the total is first, with the weights of the
 *     losses and with what the regularizers add
 * @param metrics what the batch adds to each metric
 */
public record Measures(
    MeasureNames names, List<Operand<TFloat32>> losses, List<MetricSums> metrics) {

  /** Copies the lists. */
  public Measures {
    losses = List.copyOf(losses);
    metrics = List.copyOf(metrics);
  }

  /**
   * Emits losses and metrics.
   *
   * @param tf where to emit
   * @param model what predicts
   * @param objectives how each of its outputs is measured
   * @param variables its weights
   * @param forward what it predicts
   * @param labels what it should predict, for the outputs that are measured
   */
  public static Measures of(
      Ops tf,
      ResolvedModel model,
      List<Objective> objectives,
      Variables variables,
      ForwardPass forward,
      List<Labels> labels) {
    List<Operand<TFloat32>> losses = new ArrayList<>();
    List<Operand<TFloat32>> weighted = new ArrayList<>();
    List<MetricSums> metrics = new ArrayList<>();
    for (Labels each : labels) {
      Objective objective = objectives.get(each.index());
      Emission prediction = forward.predictions().get(each.index());
      Loss loss = objective.loss();
      if (loss != null) {
        Operand<TFloat32> mean = new LossOps(tf, prediction, each).mean(loss);
        losses.add(mean);
        weighted.add(
            objective.lossWeight() == 1
                ? mean
                : tf.math.mul(mean, tf.constant((float) objective.lossWeight())));
      }
      MetricOps ops = new MetricOps(tf, prediction, each);
      for (Metric metric : objective.metrics()) {
        metrics.add(metric.accept(ops));
      }
    }
    Operand<TFloat32> total = total(tf, weighted, model, variables, forward);
    losses.add(0, total);
    return new Measures(
        MeasureNames.of(model, objectives),
        MeasureNames.hasSeveralLosses(objectives) ? losses : List.of(total),
        metrics);
  }

  private static Operand<TFloat32> total(
      Ops tf,
      List<Operand<TFloat32>> losses,
      ResolvedModel model,
      Variables variables,
      ForwardPass forward) {
    Operand<TFloat32> total = losses.get(0);
    for (Operand<TFloat32> loss : losses.subList(1, losses.size())) {
      total = tf.math.add(total, loss);
    }
    for (WeightSpec weight : model.weights()) {
      Regularizer regularizer = weight.regularizer();
      if (regularizer != null) {
        Operand<TFloat32> value = variables.read(weight.name());
        total = tf.math.add(total, regularizer.accept(new RegularizerOps(tf, value)));
      }
    }
    for (Penalty penalty : forward.penalties()) {
      total = tf.math.add(total, penalty.value(tf));
    }
    return total;
  }

  /** What training makes small. */
  public Operand<TFloat32> loss() {
    return losses.get(0);
  }

  /** What the sums of each metric come to. */
  public List<MetricFormula> formulas() {
    return metrics.stream().map(MetricSums::formula).toList();
  }

  /** The losses, then the sums of each metric, in one row. */
  public Operand<TFloat32> totals(Ops tf) {
    List<Operand<TFloat32>> totals = new ArrayList<>(List.of(tf.stack(losses)));
    metrics.forEach(metric -> totals.add(metric.sums()));
    return totals.size() == 1 ? totals.get(0) : tf.concat(totals, tf.constant(0));
  }

  /**
   * The losses and the mean of each metric over the batch, scalars by name.
   *
   * @throws SpecException if a metric is no mean, and so not known from its values for batches
   */
  public Map<String, Operand<TFloat32>> means(Ops tf) {
    Map<String, Operand<TFloat32>> means = new LinkedHashMap<>();
    for (int i = 0; i < losses.size(); i++) {
      means.put(names.losses().get(i), losses.get(i));
    }
    for (int i = 0; i < metrics.size(); i++) {
      String name = names.metrics().get(i);
      means.put(name, mean(tf, name, metrics.get(i)));
    }
    return means;
  }

  private static Operand<TFloat32> mean(Ops tf, String name, MetricSums metric) {
    if (!metric.formula().equals(MetricFormula.MEAN)) {
      throw new SpecException(
          "Metric '" + name + "' in a function that trains",
          "a mean over samples",
          "a metric that only all batches together have",
          "Leave it out of the CompileSpec, and measure it where the model is used.");
    }
    List<Output<TFloat32>> sumAndCount = tf.unstack(metric.sums(), 2L).output();
    return tf.math.divNoNan(sumAndCount.get(0), sumAndCount.get(1));
  }
}
