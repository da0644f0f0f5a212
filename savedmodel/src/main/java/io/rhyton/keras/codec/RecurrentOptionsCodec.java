package io.rhyton.keras.codec;

import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Recurrent;

/** The common options of recurrent layers. */
final class RecurrentOptionsCodec {
  private RecurrentOptionsCodec() {}

  /** Reports unsupported options, and ignores those that have no effect. */
  static void refuseOthers(OptionsReader config) {
    config.only("return_state", false);
    config.only("stateful", false);
    config.only("time_major", false);
    // Implementation choices of Keras, and the handling of masks, which are not supported.
    config.ignore("unroll", "implementation", "zero_output_for_mask");
  }

  static ActivationFunction activation(OptionsReader config) {
    return config.activation("activation", ActivationFunction.TANH);
  }

  static ActivationFunction recurrentActivation(OptionsReader config) {
    return config.activation("recurrent_activation", ActivationFunction.SIGMOID);
  }

  static void write(Recurrent<?> layer, OptionsWriter config) {
    config
        .put("use_bias", layer.useBias())
        .put("kernel_initializer", layer.kernelInitializer())
        .put("recurrent_initializer", layer.recurrentInitializer())
        .put("kernel_regularizer", layer.kernelRegularizer())
        .put("recurrent_regularizer", layer.recurrentRegularizer())
        .put("bias_regularizer", layer.biasRegularizer())
        .put("kernel_constraint", layer.kernelConstraint())
        .put("recurrent_constraint", layer.recurrentConstraint())
        .put("bias_constraint", layer.biasConstraint())
        .put("dropout", layer.dropout())
        .put("recurrent_dropout", layer.recurrentDropout())
        .putSeed(layer.seed())
        .put("return_sequences", layer.returnSequences())
        .put("return_state", false)
        .put("go_backwards", layer.goBackwards())
        .put("stateful", false)
        .put("unroll", false);
  }
}
