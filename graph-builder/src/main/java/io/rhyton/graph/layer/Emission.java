package io.rhyton.graph.layer;

import io.rhyton.model.layer.ActivationFunction;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * What a layer was emitted as.
 *
 * @param output its output
 * @param beforeActivation the same before the activation function; a loss that knows the function
 *     is computed from here, where nothing has been rounded to 0 or 1
 * @param activation the function between the two
 */
public record Emission(
    Operand<TFloat32> output, Operand<TFloat32> beforeActivation, ActivationFunction activation) {

  static Emission of(Operand<TFloat32> output) {
    return new Emission(output, output, ActivationFunction.LINEAR);
  }
}
