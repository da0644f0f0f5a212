package io.rhyton.keras.codec;

import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Zeros;

/** Codec for {@link Conv2D}. */
final class Conv2DCodec implements KerasCodec<Conv2D> {

  @Override
  public Class<Conv2D> type() {
    return Conv2D.class;
  }

  @Override
  public Conv2D read(OptionsReader config) {
    config.onlyChannelsLast();
    return new Conv2D(
        config.integer("filters"),
        config.size("kernel_size"),
        config.size("strides", 1),
        config.padding(),
        config.size("dilation_rate", 1),
        config.integer("groups", 1),
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
  public void write(Conv2D layer, OptionsWriter config) {
    config
        .put("filters", layer.filters())
        .put("kernel_size", layer.kernelSize())
        .put("strides", layer.strides())
        .put("padding", layer.padding())
        .putChannelsLast()
        .put("dilation_rate", layer.dilationRate())
        .put("groups", layer.groups())
        .put("activation", layer.activation())
        .put("use_bias", layer.useBias())
        .put("kernel_initializer", layer.kernelInitializer())
        .put("bias_initializer", layer.biasInitializer())
        .put("kernel_regularizer", layer.kernelRegularizer())
        .put("bias_regularizer", layer.biasRegularizer())
        .put("activity_regularizer", layer.activityRegularizer())
        .put("kernel_constraint", layer.kernelConstraint())
        .put("bias_constraint", layer.biasConstraint());
  }
}
