package io.rhyton.keras;

import io.rhyton.model.layer.Dense;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Zeros;

/** {@link Dense}. */
final class DenseCodec implements KerasCodec<Dense> {

  @Override
  public Class<Dense> type() {
    return Dense.class;
  }

  @Override
  public Dense read(ConfigReader config) {
    return new Dense(
        config.integer("units"),
        config.activation(),
        config.flag("use_bias", true),
        config.initializer("kernel_initializer", GlorotUniform.of()),
        config.initializer("bias_initializer", Zeros.of()),
        config.regularizer("kernel_regularizer"),
        config.regularizer("bias_regularizer"));
  }

  @Override
  public void write(Dense layer, ConfigWriter config) {
    config
        .put("units", layer.units())
        .put("activation", layer.activation())
        .put("use_bias", layer.useBias())
        .put("kernel_initializer", layer.kernelInitializer())
        .put("bias_initializer", layer.biasInitializer())
        .put("kernel_regularizer", layer.kernelRegularizer())
        .put("bias_regularizer", layer.biasRegularizer())
        .putNull("kernel_constraint", "bias_constraint");
  }
}
