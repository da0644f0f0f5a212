package io.rhyton.graph;

import io.rhyton.model.ResolvedModel;
import io.rhyton.model.training.CompileSpec;
import io.rhyton.model.training.Metric;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * How well a batch is predicted.
 *
 * @param loss the mean over the batch, and what the regularizers add
 * @param metrics the value of every sample, {@code [batch]}, by the metric's name
 */
public record Measures(Operand<TFloat32> loss, Map<String, Operand<TFloat32>> metrics) {
  /** The name of the loss beside those of the metrics, as in Keras. */
  public static final String LOSS = "loss";

  /** Copies the map, keeping its order. */
  public Measures {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  /**
   * Emits loss and metrics.
   *
   * @param tf where to emit
   * @param model what predicts
   * @param compile how it is measured
   * @param variables its weights
   * @param forward what it predicts
   * @param labels what it should predict
   */
  public static Measures of(
      Ops tf,
      ResolvedModel model,
      CompileSpec compile,
      Variables variables,
      ForwardPass forward,
      Labels labels) {
    Emission prediction = forward.prediction();
    Operand<TFloat32> loss =
        tf.math.mean(compile.loss().accept(new LossOps(tf, prediction, labels)), tf.constant(0));
    for (WeightSpec weight : model.weights()) {
      Regularizer regularizer = weight.regularizer();
      if (regularizer != null) {
        Operand<TFloat32> value = variables.read(weight.name());
        loss = tf.math.add(loss, regularizer.accept(new RegularizerOps(tf, value)));
      }
    }
    for (Penalty penalty : forward.penalties()) {
      loss = tf.math.add(loss, penalty.value(tf));
    }
    MetricOps ops = new MetricOps(tf, prediction.output(), model.outputShape(), labels);
    Map<String, Operand<TFloat32>> metrics = new LinkedHashMap<>();
    for (Metric metric : compile.metrics()) {
      metrics.put(metric.name(), metric.accept(ops));
    }
    return new Measures(loss, metrics);
  }

  /** The loss, then the sum of each metric over the batch, {@code [1 + metrics]}. */
  Operand<TFloat32> totals(Ops tf) {
    List<Operand<TFloat32>> totals = new ArrayList<>();
    totals.add(loss);
    for (Operand<TFloat32> metric : metrics.values()) {
      totals.add(tf.reduceSum(metric, tf.constant(0)));
    }
    return tf.stack(totals);
  }

  /** The loss and the mean of each metric over the batch, scalars by name. */
  public Map<String, Operand<TFloat32>> means(Ops tf) {
    Map<String, Operand<TFloat32>> means = new LinkedHashMap<>();
    means.put(LOSS, loss);
    metrics.forEach((name, metric) -> means.put(name, tf.math.mean(metric, tf.constant(0))));
    return means;
  }
}
