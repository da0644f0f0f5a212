package io.rhyton.graph.layer;

import io.rhyton.model.layer.ActivationFunction;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The emitted output of a layer.
 *
 * @param output the output
 * @param beforeActivation the input of the activation function, such as logits; a loss that knows
 *     the function is computed from it, before any rounding to 0 or 1
 * @param activation the activation function between the two
 */
public record LayerOutputTensor(
    Operand<TFloat32> output, Operand<TFloat32> beforeActivation, ActivationFunction activation) {

  static LayerOutputTensor of(Operand<TFloat32> output) {
    return new LayerOutputTensor(output, output, ActivationFunction.LINEAR);
  }
}
