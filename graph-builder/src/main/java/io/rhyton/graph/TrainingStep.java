package io.rhyton.graph;

import io.rhyton.model.ResolvedModel;
import io.rhyton.model.training.CompileSpec;
import io.rhyton.model.training.Optimizer;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
    Optimizer optimizer = compile.optimizer();
    List<Gradient> gradients =
        gradients(
            tf,
            measures.loss(),
            optimizer.options().lossScaleFactor(),
            loss -> backpropagation.gradients(tf, loss, trainable(model, variables)));
    if (!gradients.isEmpty()) {
      updates.addAll(new OptimizerOps(tf, model, optimizer, variables).emit(gradients));
    }
    Op counted =
        tf.withControlDependencies(updates)
            .assignAddVariableOp(variables.iterationHandle(), tf.constant(1L));
    return new TrainingStep(measures, tf.withControlDependencies(List.of(counted)).noOp());
  }

  /**
   * The gradients of a loss, or those of a larger one made small again, so that the smallest do not
   * become 0 on the way.
   */
  private static List<Gradient> gradients(
      Ops tf,
      Operand<TFloat32> loss,
      @Nullable Double scale,
      Function<Operand<TFloat32>, List<Gradient>> differentiate) {
    if (scale == null) {
      return differentiate.apply(loss);
    }
    Operand<TFloat32> factor = tf.constant(scale.floatValue());
    return differentiate.apply(tf.math.mul(loss, factor)).stream()
        .map(gradient -> gradient.with(tf.math.div(gradient.value(), factor)))
        .toList();
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
