package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/** The weights of recurrent layers. */
final class RecurrentWeights {
  private RecurrentWeights() {}

  /**
   * Returns kernel, recurrent kernel and bias, in Keras's order.
   *
   * @param sequence the input shape
   * @param width the number of columns of the kernels: the units of all gates
   * @param bias the shape of the bias
   * @param biasInitializer the initializer of the bias
   */
  static List<WeightSpec> of(
      Recurrent<?> layer,
      LayerInputs inputs,
      Shape sequence,
      long width,
      Shape bias,
      Initializer biasInitializer) {
    List<WeightSpec> weights = new ArrayList<>();
    weights.add(
        inputs.trainable(
            "kernel",
            Shape.of(sequence.get(2), width),
            layer.kernelInitializer(),
            layer.kernelRegularizer(),
            layer.kernelConstraint()));
    weights.add(
        inputs.trainable(
            "recurrent_kernel",
            Shape.of(layer.units(), width),
            layer.recurrentInitializer(),
            layer.recurrentRegularizer(),
            layer.recurrentConstraint()));
    if (layer.useBias()) {
      weights.add(
          inputs.trainable(
              "bias", bias, biasInitializer, layer.biasRegularizer(), layer.biasConstraint()));
    }
    return weights;
  }
}
