package io.rhyton.keras.codec;

import io.rhyton.model.layer.SimpleRNN;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Orthogonal;
import io.rhyton.model.weight.Zeros;

/** Codec for {@link SimpleRNN}. */
final class SimpleRNNCodec implements KerasCodec<SimpleRNN<?>> {

  @Override
  public Class<?> type() {
    return SimpleRNN.class;
  }

  @Override
  public SimpleRNN<?> read(OptionsReader config) {
    RecurrentOptionsCodec.refuseOthers(config);
    return new SimpleRNN<>(
        config.integer("units"),
        RecurrentOptionsCodec.activation(config),
        config.flag("use_bias", true),
        config.initializer("kernel_initializer", GlorotUniform.of()),
        config.initializer("recurrent_initializer", Orthogonal.of()),
        config.initializer("bias_initializer", Zeros.of()),
        config.regularizer("kernel_regularizer"),
        config.regularizer("recurrent_regularizer"),
        config.regularizer("bias_regularizer"),
        config.constraint("kernel_constraint"),
        config.constraint("recurrent_constraint"),
        config.constraint("bias_constraint"),
        config.number("dropout", 0),
        config.number("recurrent_dropout", 0),
        config.seed(),
        config.flag("return_sequences", false),
        config.flag("go_backwards", false));
  }

  @Override
  public void write(SimpleRNN<?> layer, OptionsWriter config) {
    config
        .put("units", layer.units())
        .put("activation", layer.activation())
        .put("bias_initializer", layer.biasInitializer());
    RecurrentOptionsCodec.write(layer, config);
  }
}
