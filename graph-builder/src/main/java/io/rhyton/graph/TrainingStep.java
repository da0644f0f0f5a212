package io.rhyton.graph;

import io.rhyton.graph.layer.Backpropagation;
import io.rhyton.graph.layer.ComputeDtype;
import io.rhyton.graph.layer.ExecutionMode;
import io.rhyton.graph.layer.ForwardPass;
import io.rhyton.graph.layer.Gradient;
import io.rhyton.graph.objective.Labels;
import io.rhyton.graph.objective.LossesAndMetrics;
import io.rhyton.graph.optimizer.LossScale;
import io.rhyton.graph.optimizer.OptimizerOps;
import io.rhyton.graph.variable.Seeds;
import io.rhyton.graph.variable.SteppedRandomness;
import io.rhyton.graph.variable.TrainingVariables;
import io.rhyton.graph.variable.Variables;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * One training step, emitted into the graph that a session runs or into a function that Python
 * calls.
 *
 * @param measures the losses and metrics before the update
 * @param update updates the weights, the slot variables of the optimizer and the number of steps
 */
public record TrainingStep(LossesAndMetrics measures, Op update) {

  /**
   * Emits forward pass, gradients and updates in float32.
   *
   * @param tf the scope to emit ops into
   * @param model the model to train
   * @param compile the optimizer, the losses and the metrics
   * @param variables the variables that the step reads and updates
   * @param seed the seed of every random layer without a seed of its own
   * @param inputs a batch of samples per input
   * @param labels the labels of the outputs with a loss or metrics
   */
  public static TrainingStep emit(
      Ops tf,
      ResolvedModel model,
      CompileSpec compile,
      TrainingVariables variables,
      long seed,
      List<? extends Operand<TFloat32>> inputs,
      List<Labels> labels) {
    return emit(tf, model, compile, variables, seed, inputs, labels, ComputeDtype.FLOAT32);
  }

  /** Emits forward pass, gradients and updates in a given compute dtype. */
  public static TrainingStep emit(
      Ops tf,
      ResolvedModel model,
      CompileSpec compile,
      TrainingVariables variables,
      long seed,
      List<? extends Operand<TFloat32>> inputs,
      List<Labels> labels,
      ComputeDtype computeDtype) {
    Backpropagation backpropagation = new Backpropagation();
    ForwardPass forward =
        ForwardPass.emit(
            tf.withSubScope("training"),
            model,
            variables,
            inputs,
            ExecutionMode.training(
                computeDtype,
                new SteppedRandomness(new Seeds(seed), variables.iteration()),
                backpropagation));
    LossesAndMetrics measures =
        LossesAndMetrics.of(tf, model, compile.objectives(model), variables, forward, labels);
    List<Op> updates = new ArrayList<>(forward.updates());
    Optimizer optimizer = compile.optimizer();
    LossScale scale = LossScale.of(tf, variables, optimizer, computeDtype);
    List<Gradient> gradients =
        backpropagation.gradients(tf, scale.scaled(measures.loss()), trainable(model, variables));
    Operand<TBool> isApplied = scale.isApplied(gradients);
    if (!gradients.isEmpty()) {
      OptimizerOps ops = new OptimizerOps(tf, model, optimizer, variables, isApplied);
      updates.addAll(ops.emit(scale.unscaled(gradients)));
      updates.addAll(scale.update(isApplied));
    }
    // As in Keras, a skipped step does not count.
    Operand<TInt64> steps =
        isApplied == null ? tf.constant(1L) : tf.dtypes.cast(isApplied, TInt64.class);
    Op counted =
        tf.withControlDependencies(updates).assignAddVariableOp(variables.iterationHandle(), steps);
    return new TrainingStep(measures, tf.withControlDependencies(List.of(counted)).noOp());
  }

  private static Map<WeightSpec, Operand<TFloat32>> trainable(
      ResolvedModel model, Variables variables) {
    Map<WeightSpec, Operand<TFloat32>> trainable = new LinkedHashMap<>();
    for (WeightSpec weight : model.weights()) {
      if (weight.trainable()) {
        trainable.put(weight, variables.read(weight.name()));
      }
    }
    return trainable;
  }
}
