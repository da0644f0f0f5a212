package io.rhyton.keras.codec;

import io.rhyton.model.layer.LSTM;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Orthogonal;
import io.rhyton.model.weight.Zeros;

/** Codec for {@link LSTM}. */
final class LSTMCodec implements KerasCodec<LSTM<?>> {

  @Override
  public Class<?> type() {
    return LSTM.class;
  }

  @Override
  public LSTM<?> read(OptionsReader config) {
    RecurrentOptionsCodec.refuseOthers(config);
    return new LSTM<>(
        config.integer("units"),
        RecurrentOptionsCodec.activation(config),
        RecurrentOptionsCodec.recurrentActivation(config),
        config.flag("use_bias", true),
        config.initializer("kernel_initializer", GlorotUniform.of()),
        config.initializer("recurrent_initializer", Orthogonal.of()),
        config.initializer("bias_initializer", Zeros.of()),
        config.flag("unit_forget_bias", true),
        config.regularizer("kernel_regularizer"),
        config.regularizer("recurrent_regularizer"),
        config.regularizer("bias_regularizer"),
        config.regularizer("activity_regularizer"),
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
  public void write(LSTM<?> layer, OptionsWriter config) {
    config
        .put("units", layer.units())
        .put("activation", layer.activation())
        .put("recurrent_activation", layer.recurrentActivation())
        .put("bias_initializer", layer.biasInitializer())
        .put("unit_forget_bias", layer.unitForgetBias())
        .put("activity_regularizer", layer.activityRegularizer());
    RecurrentOptionsCodec.write(layer, config);
  }
}
