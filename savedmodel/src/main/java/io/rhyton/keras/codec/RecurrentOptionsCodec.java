package io.rhyton.keras.codec;

import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Recurrent;
import io.rhyton.model.layer.RecurrentOptions;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Orthogonal;
import io.rhyton.model.weight.Zeros;

/** Codec for the options that recurrent layers share. */
final class RecurrentOptionsCodec {
  private RecurrentOptionsCodec() {}

  /** Reads the options; reports unsupported ones, and ignores those that have no effect. */
  static RecurrentOptions read(OptionsReader config) {
    config.only("return_state", false);
    config.only("stateful", false);
    config.only("time_major", false);
    // Implementation choices of Keras, and the handling of masks, which are not supported.
    config.ignore("unroll", "implementation", "zero_output_for_mask");
    return new RecurrentOptions(
        config.activation("activation", ActivationFunction.TANH),
        config.flag("use_bias", true),
        config.weight("kernel", GlorotUniform.of()),
        config.weight("recurrent", Orthogonal.of()),
        config.weight("bias", Zeros.of()),
        config.number("dropout", 0),
        config.number("recurrent_dropout", 0),
        config.seed(),
        config.flag("go_backwards", false));
  }

  /** Writes the options except the activation and the initializer of the bias. */
  static void write(Recurrent<?> layer, OptionsWriter config) {
    RecurrentOptions options = layer.options();
    config
        .put("use_bias", options.useBias())
        .putInitializer("kernel", options.kernel())
        .putInitializer("recurrent", options.recurrent())
        .putRegularizer("kernel", options.kernel())
        .putRegularizer("recurrent", options.recurrent())
        .putRegularizer("bias", options.bias())
        .putConstraint("kernel", options.kernel())
        .putConstraint("recurrent", options.recurrent())
        .putConstraint("bias", options.bias())
        .put("dropout", options.dropout())
        .put("recurrent_dropout", options.recurrentDropout())
        .putSeed(options.seed())
        .put("return_sequences", layer.returnSequences())
        .put("return_state", false)
        .put("go_backwards", options.goBackwards())
        .put("stateful", false)
        .put("unroll", false);
  }
}
