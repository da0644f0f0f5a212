package io.rhyton.keras.codec;

import io.rhyton.model.layer.Dense;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Zeros;

/** Codec for {@link Dense}. */
final class DenseCodec implements KerasCodec<Dense> {

  @Override
  public Class<Dense> type() {
    return Dense.class;
  }

  @Override
  public Dense read(OptionsReader config) {
    return new Dense(
        config.integer("units"),
        config.activation(),
        config.flag("use_bias", true),
        config.initializer("kernel_initializer", GlorotUniform.of()),
        config.initializer("bias_initializer", Zeros.of()),
        config.regularizer("kernel_regularizer"),
        config.regularizer("bias_regularizer"),
        config.regularizer("activity_regularizer"),
        config.constraint("kernel_constraint"),
        config.constraint("bias_constraint"));
  }

  @Override
  public void write(Dense layer, OptionsWriter config) {
    config
        .put("units", layer.units())
        .put("activation", layer.activation())
        .put("use_bias", layer.useBias())
        .put("kernel_initializer", layer.kernelInitializer())
        .put("bias_initializer", layer.biasInitializer())
        .put("kernel_regularizer", layer.kernelRegularizer())
        .put("bias_regularizer", layer.biasRegularizer())
        .put("kernel_constraint", layer.kernelConstraint())
        .put("bias_constraint", layer.biasConstraint());
    if (layer.activityRegularizer() != null) {
      config.put("activity_regularizer", layer.activityRegularizer());
    }
  }
}
