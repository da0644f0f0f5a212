package io.rhyton.keras.codec;

import io.rhyton.model.layer.DepthwiseConv2D;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Zeros;

/** Codec for {@link DepthwiseConv2D}. */
final class DepthwiseConv2DCodec implements KerasCodec<DepthwiseConv2D> {

  @Override
  public Class<DepthwiseConv2D> type() {
    return DepthwiseConv2D.class;
  }

  @Override
  public DepthwiseConv2D read(OptionsReader config) {
    config.onlyChannelsLast();
    // Keras 2 writes an option that has no effect.
    config.only("groups", 1);
    return new DepthwiseConv2D(
        config.size("kernel_size"),
        config.size("strides", 1),
        config.padding(),
        config.integer("depth_multiplier", 1),
        config.size("dilation_rate", 1),
        config.activation(),
        config.flag("use_bias", true),
        config.initializer("depthwise_initializer", GlorotUniform.of()),
        config.initializer("bias_initializer", Zeros.of()),
        config.regularizer("depthwise_regularizer"),
        config.regularizer("bias_regularizer"),
        config.regularizer("activity_regularizer"),
        config.constraint("depthwise_constraint"),
        config.constraint("bias_constraint"));
  }

  @Override
  public void write(DepthwiseConv2D layer, OptionsWriter config) {
    config
        .put("depth_multiplier", layer.depthMultiplier())
        .put("kernel_size", layer.kernelSize())
        .put("strides", layer.strides())
        .put("padding", layer.padding())
        .putChannelsLast()
        .put("dilation_rate", layer.dilationRate())
        .put("activation", layer.activation())
        .put("use_bias", layer.useBias())
        .put("depthwise_initializer", layer.depthwiseInitializer())
        .put("bias_initializer", layer.biasInitializer())
        .put("depthwise_regularizer", layer.depthwiseRegularizer())
        .put("bias_regularizer", layer.biasRegularizer())
        .put("activity_regularizer", layer.activityRegularizer())
        .put("depthwise_constraint", layer.depthwiseConstraint())
        .put("bias_constraint", layer.biasConstraint());
  }
}
