package io.rhyton.graph;

import io.rhyton.model.ResolvedLayer;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.layer.InputLayer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A model's layers emitted once, in one phase.
 *
 * @param prediction the emission of the model's output
 * @param updates what a training step must run to keep the layers' own weights up to date
 */
public record ForwardPass(Emission prediction, List<Op> updates) {

  /** Copies the list. */
  public ForwardPass {
    updates = List.copyOf(updates);
  }

  /**
   * Emits the layers as they are in inference.
   *
   * @param tf where to emit
   * @param model what to emit
   * @param variables its weights
   * @param input a batch of samples
   */
  public static ForwardPass inference(
      Ops tf, ResolvedModel model, Variables variables, Operand<TFloat32> input) {
    return emit(tf, model, variables, input, Phase.INFERENCE);
  }

  /**
   * Emits the layers as they are in training.
   *
   * @param tf where to emit
   * @param model what to emit
   * @param variables its weights
   * @param input a batch of samples
   * @param randomness where dropout takes its numbers from
   */
  public static ForwardPass training(
      Ops tf,
      ResolvedModel model,
      Variables variables,
      Operand<TFloat32> input,
      Randomness randomness) {
    return emit(tf, model, variables, input, Phase.training(randomness));
  }

  private static ForwardPass emit(
      Ops tf, ResolvedModel model, Variables variables, Operand<TFloat32> input, Phase phase) {
    Map<String, Emission> emitted = new HashMap<>();
    List<Op> updates = new ArrayList<>();
    for (ResolvedLayer layer : model.layers()) {
      if (layer.layer() instanceof InputLayer) {
        emitted.put(layer.name(), Emission.of(input));
        continue;
      }
      List<Emission> sources = new ArrayList<>();
      for (String source : layer.inputs()) {
        sources.add(requireEmitted(emitted, source));
      }
      List<Operand<TFloat32>> inputs = sources.stream().map(Emission::output).toList();
      LayerScope scope =
          new LayerScope(tf.withSubScope(layer.name()), layer, inputs, variables, phase);
      Emission emission = layer.layer().accept(new LayerEmitter(scope));
      // What hands its input on, as dropout does in inference, leaves a softmax a softmax.
      boolean handedOn = emission.output() == inputs.get(0);
      emitted.put(layer.name(), handedOn ? sources.get(0) : emission);
      updates.addAll(scope.updates());
    }
    return new ForwardPass(requireEmitted(emitted, model.outputs().get(0)), updates);
  }

  private static Emission requireEmitted(Map<String, Emission> emitted, String layer) {
    Emission emission = emitted.get(layer);
    if (emission == null) {
      throw new IllegalStateException("layer '" + layer + "' comes after one that reads it");
    }
    return emission;
  }
}
