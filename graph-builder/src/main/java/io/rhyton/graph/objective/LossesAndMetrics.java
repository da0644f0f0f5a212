package io.rhyton.graph.objective;

import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import io.rhyton.error.SpecException;
import io.rhyton.graph.layer.ForwardPass;
import io.rhyton.graph.layer.LayerOutputTensor;
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
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The losses and metrics of a batch.
 *
 * @param names the names of the losses and metrics
 * @param losses the mean of each loss over the batch; the total is first and includes loss weights
 *     and regularization penalties
 * @param metrics the contribution of the batch to each metric
 */
public record LossesAndMetrics(
    MeasureNames names, List<Operand<TFloat32>> losses, List<MetricSums> metrics) {

  public LossesAndMetrics {
    losses = Arguments.copyOf("losses", losses);
    metrics = Arguments.copyOf("metrics", metrics);
  }

  /**
   * Emits losses and metrics.
   *
   * @param tf the scope to emit ops into
   * @param model the model
   * @param objectives the loss and metrics of each output
   * @param variables the weights of the model
   * @param forward the forward pass of the model
   * @param labels the labels of the outputs with a loss or metrics
   */
  public static LossesAndMetrics of(
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
      LayerOutputTensor prediction = forward.predictions().get(each.index());
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
    Operand<TFloat32> total =
        checked(tf, total(tf, weighted, model, variables, forward), forward, labels);
    losses.add(0, total);
    return new LossesAndMetrics(
        MeasureNames.of(model, objectives),
        MeasureNames.hasSeveralLosses(objectives) ? losses : List.of(total),
        metrics);
  }

  /**
   * Fails the step if labels of unknown size do not match the size of the output: otherwise the
   * loss would broadcast labels of size 1.
   */
  private static Operand<TFloat32> checked(
      Ops tf, Operand<TFloat32> total, ForwardPass forward, List<Labels> labels) {
    List<Op> checks = new ArrayList<>();
    for (Labels each : labels) {
      if (each.shape().tail().hasUnknownDimension()) {
        Operand<TInt32> expected = tf.shape(forward.predictions().get(each.index()).output());
        Operand<TInt32> actual = tf.shape(each.rows());
        checks.add(
            tf.assertThat(
                tf.reduceAll(tf.math.equal(actual, expected), tf.constant(0)),
                List.of(
                    tf.constant("labels do not have the size of the output of the model:"),
                    actual,
                    expected)));
      }
    }
    return checks.isEmpty() ? total : tf.withControlDependencies(checks).identity(total);
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

  /** The loss that training minimizes. */
  public Operand<TFloat32> loss() {
    return losses.get(0);
  }

  /** The formula of each metric. */
  public List<MetricFormula> formulas() {
    return metrics.stream().map(MetricSums::formula).toList();
  }

  /** The losses, followed by the sums of each metric, as one vector. */
  public Operand<TFloat32> totals(Ops tf) {
    List<Operand<TFloat32>> totals = new ArrayList<>(List.of(tf.stack(losses)));
    metrics.forEach(metric -> totals.add(metric.sums()));
    return totals.size() == 1 ? totals.get(0) : tf.concat(totals, tf.constant(0));
  }

  /**
   * Returns the losses and the mean of each metric over the batch, as scalars by name.
   *
   * @throws SpecException if a metric is not a mean and so cannot be computed batch by batch
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
          "Metric " + MessageText.name(name) + " in an exported training function",
          "a mean over samples",
          "a metric that cannot be computed batch by batch",
          "Omit it from the CompileSpec, and compute it where the model is used.");
    }
    List<Output<TFloat32>> sumAndCount = tf.unstack(metric.sums(), 2L).output();
    return tf.math.divNoNan(sumAndCount.get(0), sumAndCount.get(1));
  }
}
