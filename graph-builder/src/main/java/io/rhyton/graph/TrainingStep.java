package io.rhyton.graph;

import io.rhyton.model.ResolvedModel;
import io.rhyton.model.training.CompileSpec;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * One step of training, emitted once: in the graph that a session runs, or in a function that
 * Python calls.
 *
 * @param measures loss and metrics before the step
 * @param update changes the weights, the optimizer's slots and the number of steps
 */
public record TrainingStep(Measures measures, Op update) {

  /**
   * Emits forward pass, gradients and updates.
   *
   * @param tf where to emit
   * @param model what to train
   * @param compile how it learns
   * @param variables what the step reads and changes
   * @param seed the seed of every random layer that has none of its own
   * @param inputs a batch of samples for each input
   * @param labels what the model should predict for them, for the outputs that are measured
   */
  public static TrainingStep emit(
      Ops tf,
      ResolvedModel model,
      CompileSpec compile,
      TrainingVariables variables,
      long seed,
      List<? extends Operand<TFloat32>> inputs,
      List<Labels> labels) {
    Backpropagation backpropagation = new Backpropagation();
    ForwardPass forward =
        ForwardPass.training(
            tf.withSubScope("training"),
            model,
            variables,
            inputs,
            new SteppedRandomness(new Seeds(seed), variables.iteration()),
            backpropagation);
    Measures measures =
        Measures.of(tf, model, compile.objectives(model), variables, forward, labels);
    List<Op> updates = new ArrayList<>(forward.updates());
    List<Gradient> gradients =
        backpropagation.gradients(tf, measures.loss(), trainable(model, variables));
    if (!gradients.isEmpty()) {
      updates.addAll(compile.optimizer().accept(new OptimizerOps(tf, variables, gradients)));
      updates.addAll(constrain(tf.withControlDependencies(updates), model, variables));
    }
    Op counted =
        tf.withControlDependencies(updates)
            .assignAddVariableOp(variables.iterationHandle(), tf.constant(1L));
    return new TrainingStep(measures, tf.withControlDependencies(List.of(counted)).noOp());
  }

  /** Brings weights back to their constraints, from what they are once the optimizer is done. */
  private static List<Op> constrain(Ops tf, ResolvedModel model, TrainingVariables variables) {
    List<Op> constrained = new ArrayList<>();
    for (WeightSpec weight : model.weights()) {
      Constraint constraint = weight.constraint();
      if (weight.trainable() && constraint != null) {
        Operand<TFloat32> value =
            tf.readVariableOp(variables.handle(weight.name()), TFloat32.class);
        constrained.add(
            variables.assign(tf, weight.name(), constraint.accept(new ConstraintOps(tf, value))));
      }
    }
    return constrained;
  }

  private static Map<String, Operand<TFloat32>> trainable(
      ResolvedModel model, Variables variables) {
    Map<String, Operand<TFloat32>> trainable = new LinkedHashMap<>();
    for (WeightSpec weight : model.weights()) {
      if (weight.trainable()) {
        trainable.put(weight.name(), variables.read(weight.name()));
      }
    }
    return trainable;
  }
}
