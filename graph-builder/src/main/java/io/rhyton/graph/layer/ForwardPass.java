package io.rhyton.graph.layer;

import io.rhyton.error.Arguments;
import io.rhyton.graph.variable.CountedScope;
import io.rhyton.graph.variable.Randomness;
import io.rhyton.graph.variable.Variables;
import io.rhyton.model.ResolvedModel;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A model's layers, emitted once in training or inference mode.
 *
 * @param predictions the outputs of the model
 * @param updates the ops that update non-trainable weights such as moving averages, to be run by
 *     every training step
 * @param penalties the penalties on outputs of layers, to be added to the loss
 */
public record ForwardPass(
    List<LayerOutputTensor> predictions, List<Op> updates, List<Penalty> penalties) {

  public ForwardPass {
    predictions = Arguments.copyOf("predictions", predictions);
    updates = Arguments.copyOf("updates", updates);
    penalties = Arguments.copyOf("penalties", penalties);
  }

  /** Returns the first output. */
  public LayerOutputTensor prediction() {
    return predictions.get(0);
  }

  /**
   * Emits the layers in inference mode.
   *
   * @param tf the scope to emit ops into
   * @param model the model to emit
   * @param variables the weights of the model
   * @param inputs a batch of samples per input
   */
  public static ForwardPass inference(
      Ops tf, ResolvedModel model, Variables variables, List<? extends Operand<TFloat32>> inputs) {
    return emit(tf, model, variables, inputs, ExecutionMode.inference(ComputeDtype.FLOAT32));
  }

  /**
   * Emits the layers in training mode.
   *
   * @param tf the scope to emit ops into
   * @param model the model to emit
   * @param variables the weights of the model
   * @param inputs a batch of samples per input
   * @param randomness the source of random numbers for layers such as dropout
   */
  public static ForwardPass training(
      Ops tf,
      ResolvedModel model,
      Variables variables,
      List<? extends Operand<TFloat32>> inputs,
      Randomness randomness) {
    return emit(tf, model, variables, inputs, ExecutionMode.training(randomness));
  }

  /** Emits the layers in a given mode. */
  public static ForwardPass emit(
      Ops tf,
      ResolvedModel model,
      Variables variables,
      List<? extends Operand<TFloat32>> inputs,
      ExecutionMode mode) {
    ForwardWeights weights = new ForwardWeights(variables);
    List<Penalty> penalties = new ArrayList<>();
    List<LayerOutputTensor> predictions =
        new ModelEmitter(weights, penalties, mode)
            .emit(
                CountedScope.of(tf),
                model,
                LayerPath.ROOT,
                inputs.stream().map(LayerOutputTensor::of).toList());
    return new ForwardPass(predictions, weights.assignAll(tf), penalties);
  }
}
