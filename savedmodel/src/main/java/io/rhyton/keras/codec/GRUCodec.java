package io.rhyton.keras.codec;

import io.rhyton.model.layer.GRU;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Orthogonal;
import io.rhyton.model.weight.Zeros;

/** Codec for {@link GRU}. */
final class GRUCodec implements KerasCodec<GRU<?>> {

  @Override
  public Class<?> type() {
    return GRU.class;
  }

  @Override
  public GRU<?> read(OptionsReader config) {
    RecurrentOptionsCodec.refuseOthers(config);
    return new GRU<>(
        config.integer("units"),
        RecurrentOptionsCodec.activation(config),
        RecurrentOptionsCodec.recurrentActivation(config),
        config.flag("use_bias", true),
        config.initializer("kernel_initializer", GlorotUniform.of()),
        config.initializer("recurrent_initializer", Orthogonal.of()),
        config.initializer("bias_initializer", Zeros.of()),
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
        config.flag("go_backwards", false),
        config.flag("reset_after", true));
  }

  @Override
  public void write(GRU<?> layer, OptionsWriter config) {
    config
        .put("units", layer.units())
        .put("activation", layer.activation())
        .put("recurrent_activation", layer.recurrentActivation())
        .put("bias_initializer", layer.biasInitializer())
        .put("activity_regularizer", layer.activityRegularizer())
        .put("reset_after", layer.resetAfter());
    RecurrentOptionsCodec.write(layer, config);
  }
}
