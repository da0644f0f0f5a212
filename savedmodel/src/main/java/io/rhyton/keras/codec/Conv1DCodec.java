package io.rhyton.keras.codec;

import io.rhyton.model.layer.Conv1D;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Zeros;

/** Codec for {@link Conv1D}. */
final class Conv1DCodec implements KerasCodec<Conv1D> {

  @Override
  public Class<Conv1D> type() {
    return Conv1D.class;
  }

  @Override
  public Conv1D read(OptionsReader config) {
    config.onlyChannelsLast();
    return new Conv1D(
        config.integer("filters"),
        config.length("kernel_size"),
        config.length("strides", 1),
        config.constant("padding", Padding.VALID),
        config.length("dilation_rate", 1),
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
  public void write(Conv1D layer, OptionsWriter config) {
    config
        .put("filters", layer.filters())
        .putLength("kernel_size", layer.kernelSize())
        .putLength("strides", layer.strides())
        .put("padding", layer.padding())
        .putChannelsLast()
        .putLength("dilation_rate", layer.dilationRate())
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
