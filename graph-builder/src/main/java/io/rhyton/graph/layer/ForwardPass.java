package io.rhyton.graph.layer;

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
 * A model's layers emitted once, in one phase.
 *
 * @param predictions the emissions of the model's outputs
 * @param updates what a training step must run to keep the layers' own weights up to date
 * @param penalties what the outputs of layers add to the loss
 */
public record ForwardPass(List<Emission> predictions, List<Op> updates, List<Penalty> penalties) {

  /** Copies the lists. */
  public ForwardPass {
    predictions = List.copyOf(predictions);
    updates = List.copyOf(updates);
    penalties = List.copyOf(penalties);
  }

  /** The emission of the first output. */
  public Emission prediction() {
    return predictions.get(0);
  }

  /**
   * Emits the layers as they are in inference.
   *
   * @param tf where to emit
   * @param model what to emit
   * @param variables its weights
   * @param inputs a batch of samples for each input
   */
  public static ForwardPass inference(
      Ops tf, ResolvedModel model, Variables variables, List<? extends Operand<TFloat32>> inputs) {
    return emit(tf, model, variables, inputs, Phase.inference(ProductType.FLOAT32));
  }

  /**
   * Emits the layers as they are in training.
   *
   * @param tf where to emit
   * @param model what to emit
   * @param variables its weights
   * @param inputs a batch of samples for each input
   * @param randomness where dropout takes its numbers from
   */
  public static ForwardPass training(
      Ops tf,
      ResolvedModel model,
      Variables variables,
      List<? extends Operand<TFloat32>> inputs,
      Randomness randomness) {
    return emit(tf, model, variables, inputs, Phase.training(randomness));
  }

  /** Emits the layers as they are in a phase. */
  public static ForwardPass emit(
      Ops tf,
      ResolvedModel model,
      Variables variables,
      List<? extends Operand<TFloat32>> inputs,
      Phase phase) {
    PassWeights weights = new PassWeights(variables);
    List<Penalty> penalties = new ArrayList<>();
    List<Emission> predictions =
        new ModelEmitter(weights, penalties, phase)
            .emit(
                CountedScope.of(tf), model, Place.ROOT, inputs.stream().map(Emission::of).toList());
    return new ForwardPass(predictions, weights.assignAll(tf), penalties);
  }
}
