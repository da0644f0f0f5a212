package io.rhyton.model.compile;

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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code compile} is given in Keras: how a model is trained and measured.
 *
 * <p>Either all outputs have one objective, or each has its own by the name of its layer:
 *
 * <pre>{@code
 * CompileSpec.of(Adam.of(1e-3))
 *     .loss("digit", SparseCategoricalCrossentropy.of())
 *     .metrics("digit", Accuracy.of())
 *     .loss("angle", MeanSquaredError.of())
 *     .lossWeight("angle", 0.5)
 * }</pre>
 *
 * <p>Training makes small the sum of the losses, each times its weight, and what regularizers add.
 *
 * <p>Source: {@code keras/src/trainers/compile_utils.py}, Keras 3.15.
 *
 * @param optimizer how gradients change the weights
 * @param common what every output is trained for; null if each has its own
 * @param outputs what the output of each layer is trained for, by the layer's name
 */
public record CompileSpec(
    Optimizer optimizer, @Nullable Objective common, Map<String, Objective> outputs) {

  /**
   * Checks that there is but one way to read it.
   *
   * @throws IllegalArgumentException if there are both a common objective and ones by name, or the
   *     common one has no loss or a weight
   */
  public CompileSpec {
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    if (common != null && !outputs.isEmpty()) {
      throw new IllegalArgumentException(
          "give one loss for all outputs or one by name for each, got both; outputs "
              + outputs.keySet());
    }
    if (common != null && (common.loss() == null || common.lossWeight() != 1)) {
      throw new IllegalArgumentException(
          "common must have a loss of weight 1, got " + common + "; weigh losses by name");
    }
  }

  /** The same loss and metrics for every output, of which there is one as a rule. */
  public static CompileSpec of(Optimizer optimizer, Loss loss, Metric... metrics) {
    return new CompileSpec(optimizer, Objective.of(loss, metrics), Map.of());
  }

  /** An optimizer alone, to name the loss of each output. */
  public static CompileSpec of(Optimizer optimizer) {
    return new CompileSpec(optimizer, null, Map.of());
  }

  /** Sets another optimizer; losses and metrics stay. */
  public CompileSpec optimizer(Optimizer optimizer) {
    return new CompileSpec(optimizer, common, outputs);
  }

  /**
   * Sets the loss of an output.
   *
   * @param output the name of its layer
   * @param loss what training makes small
   * @throws IllegalArgumentException if there is a loss for all outputs
   */
  public CompileSpec loss(String output, Loss loss) {
    return with(output, objective(output).loss(loss));
  }

  /**
   * Lets an output be predicted without being trained for anything. An output must have this or a
   * loss.
   *
   * @param output the name of its layer
   * @throws IllegalArgumentException if there is a loss for all outputs
   */
  public CompileSpec noLoss(String output) {
    return with(output, objective(output).loss(null));
  }

  /**
   * Sets what the loss of an output is multiplied by in the sum of all losses; 1 unless set.
   *
   * @param output the name of its layer
   * @param weight a finite number
   * @throws IllegalArgumentException if there is a loss for all outputs, or the weight is not
   *     finite
   */
  public CompileSpec lossWeight(String output, double weight) {
    return with(output, objective(output).lossWeight(weight));
  }

  /**
   * Sets what is watched at an output; nothing unless set.
   *
   * @param output the name of its layer
   * @param metrics what is watched
   * @throws IllegalArgumentException if there is a loss for all outputs, or a metric is there twice
   */
  public CompileSpec metrics(String output, Metric... metrics) {
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
   * What each output of a model is trained for, in the order of its outputs.
   *
   * @throws SpecException if an output is not named, a name is none of an output, or nothing has a
   *     loss
   */
  public List<Objective> objectives(ResolvedModel model) {
    List<String> names = model.outputs().stream().map(LayerOutput::layer).toList();
    if (common == null && !outputs.keySet().equals(Set.copyOf(names))) {
      throw new SpecException(
          "Losses of model '" + model.name() + "'",
          "one for each of the outputs " + names,
          outputs.isEmpty() ? "none" : "some for " + outputs.keySet(),
          "Name every output's layer; noLoss is for one that is not trained for anything.");
    }
    List<Objective> objectives =
        names.stream().map(name -> common != null ? common : objective(name)).toList();
    if (objectives.stream().allMatch(objective -> objective.loss() == null)) {
      throw new SpecException(
          "Losses of model '" + model.name() + "'",
          "at least one",
          "none for " + names,
          "Give an output something to be trained for.");
    }
    return objectives;
  }
}
