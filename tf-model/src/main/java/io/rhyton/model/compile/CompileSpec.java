package io.rhyton.model.compile;

import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import io.rhyton.error.SpecException;
import io.rhyton.model.LayerOutput;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.optimizer.Optimizer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a model is trained and evaluated: the arguments of Keras's {@code compile}.
 *
 * <p>Either all outputs share one objective, or each has its own, by the name of its layer:
 *
 * <pre>{@code
 * CompileSpec.of(Adam.of(1e-3))
 *     .loss("digit", SparseCategoricalCrossentropy.of())
 *     .metrics("digit", Accuracy.of())
 *     .loss("angle", MeanSquaredError.of())
 *     .lossWeight("angle", 0.5)
 * }</pre>
 *
 * <p>Training minimizes the weighted sum of the losses, plus the regularization penalties.
 *
 * <p>Source: {@code keras/src/trainers/compile_utils.py}, Keras 3.15.
 *
 * @param optimizer the optimizer
 * @param common the objective of every output; null if each has its own
 * @param outputs the objective of each output, by the name of its layer
 */
public record CompileSpec(
    Optimizer optimizer, @Nullable Objective common, Map<String, Objective> outputs) {

  /**
   * Validates the objectives.
   *
   * @throws IllegalArgumentException if there are both a common objective and named ones, or the
   *     common one has no loss or a loss weight other than 1
   */
  public CompileSpec {
    Arguments.requireNoNulls("outputs", outputs);
    Objects.requireNonNull(optimizer, "optimizer");
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    if (common != null && !outputs.isEmpty()) {
      throw new IllegalArgumentException(
          "set either one loss for all outputs or one per output, got both; outputs "
              + outputs.keySet());
    }
    if (common != null && (common.loss() == null || common.lossWeight() != 1)) {
      throw new IllegalArgumentException(
          "common must have a loss and a loss weight of 1, got "
              + common
              + "; set loss weights per output");
    }
  }

  /**
   * Creates a specification with the same loss and metrics for every output, usually the only one.
   */
  public static CompileSpec of(Optimizer optimizer, Loss loss, Metric... metrics) {
    Arguments.requireNoNulls("metrics", metrics);
    Objects.requireNonNull(loss, "loss");
    return new CompileSpec(optimizer, Objective.of(loss, metrics), Map.of());
  }

  /** Creates a specification with only an optimizer, for naming the loss of each output. */
  public static CompileSpec of(Optimizer optimizer) {
    return new CompileSpec(optimizer, null, Map.of());
  }

  /** Replaces the optimizer, keeping losses and metrics. */
  public CompileSpec optimizer(Optimizer optimizer) {
    return new CompileSpec(optimizer, common, outputs);
  }

  /**
   * Sets the loss of an output.
   *
   * @param output the name of the layer
   * @param loss the loss to minimize
   * @throws IllegalArgumentException if there is a common loss for all outputs
   */
  public CompileSpec loss(String output, Loss loss) {
    Objects.requireNonNull(output, "output");
    Objects.requireNonNull(loss, "loss");
    return with(output, objective(output).loss(loss));
  }

  /**
   * Excludes an output from training; it is still predicted. Every output needs either this or a
   * loss.
   *
   * @param output the name of the layer
   * @throws IllegalArgumentException if there is a common loss for all outputs
   */
  public CompileSpec noLoss(String output) {
    Objects.requireNonNull(output, "output");
    return with(output, objective(output).loss(null));
  }

  /**
   * Sets the weight of an output's loss in the sum of all losses; defaults to 1.
   *
   * @param output the name of the layer
   * @param weight the weight, finite
   * @throws IllegalArgumentException if there is a common loss for all outputs, or the weight is
   *     not finite
   */
  public CompileSpec lossWeight(String output, double weight) {
    Objects.requireNonNull(output, "output");
    return with(output, objective(output).lossWeight(weight));
  }

  /**
   * Sets the metrics of an output; none by default.
   *
   * @param output the name of the layer
   * @param metrics the metrics
   * @throws IllegalArgumentException if there is a common loss for all outputs, or a metric is
   *     listed twice
   */
  public CompileSpec metrics(String output, Metric... metrics) {
    Arguments.requireNoNulls("metrics", metrics);
    Objects.requireNonNull(output, "output");
    return with(output, objective(output).metrics(metrics));
  }

  private Objective objective(String output) {
    return outputs.getOrDefault(output, Objective.none());
  }

  private CompileSpec with(String output, Objective objective) {
    Map<String, Objective> changed = new LinkedHashMap<>(outputs);
    changed.put(output, objective);
    return new CompileSpec(optimizer, common, changed);
  }

  /**
   * Returns the objectives of a model's outputs, in order.
   *
   * @throws SpecException if an output has no objective, a name is not an output, or there is no
   *     loss at all
   */
  public List<Objective> objectives(ResolvedModel model) {
    Objects.requireNonNull(model, "model");
    List<String> names = model.outputs().stream().map(LayerOutput::layer).toList();
    if (common == null && !outputs.keySet().equals(Set.copyOf(names))) {
      throw new SpecException(
          "Losses of model " + MessageText.name(model.name()),
          "one per output, " + MessageText.list(names),
          outputs.isEmpty() ? "none" : "losses for " + MessageText.list(outputs.keySet()),
          "Set a loss for every output, or noLoss for outputs that are not trained.");
    }
    List<Objective> objectives =
        names.stream().map(name -> common != null ? common : objective(name)).toList();
    if (objectives.stream().allMatch(objective -> objective.loss() == null)) {
      throw new SpecException(
          "Losses of model " + MessageText.name(model.name()),
          "at least one",
          "none for " + MessageText.list(names),
          "Set a loss for at least one output.");
    }
    return objectives;
  }
}
