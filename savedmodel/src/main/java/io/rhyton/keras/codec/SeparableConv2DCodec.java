package io.rhyton.keras.codec;

import io.rhyton.model.layer.SeparableConv2D;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Zeros;

/** Codec for {@link SeparableConv2D}. */
final class SeparableConv2DCodec implements KerasCodec<SeparableConv2D> {

  @Override
  public Class<SeparableConv2D> type() {
    return SeparableConv2D.class;
  }

  @Override
  public SeparableConv2D read(OptionsReader config) {
    config.onlyChannelsLast();
    // Keras 2 writes options that have no effect.
    config.only("groups", 1);
    config.ignore("kernel_initializer");
    return new SeparableConv2D(
        config.integer("filters"),
        config.size("kernel_size"),
        config.size("strides", 1),
        config.padding(),
        config.size("dilation_rate", 1),
        config.integer("depth_multiplier", 1),
        config.activation(),
        config.flag("use_bias", true),
        config.initializer("depthwise_initializer", GlorotUniform.of()),
        config.initializer("pointwise_initializer", GlorotUniform.of()),
        config.initializer("bias_initializer", Zeros.of()),
        config.regularizer("depthwise_regularizer"),
        config.regularizer("pointwise_regularizer"),
        config.regularizer("bias_regularizer"),
        config.regularizer("activity_regularizer"),
        config.constraint("depthwise_constraint"),
        config.constraint("pointwise_constraint"),
        config.constraint("bias_constraint"));
  }

  @Override
  public void write(SeparableConv2D layer, OptionsWriter config) {
    config
        .put("depth_multiplier", layer.depthMultiplier())
        .put("filters", layer.filters())
        .put("kernel_size", layer.kernelSize())
        .put("strides", layer.strides())
        .put("padding", layer.padding())
        .putChannelsLast()
        .put("dilation_rate", layer.dilationRate())
        .put("activation", layer.activation())
        .put("use_bias", layer.useBias())
        .put("depthwise_initializer", layer.depthwiseInitializer())
        .put("pointwise_initializer", layer.pointwiseInitializer())
        .put("bias_initializer", layer.biasInitializer())
        .put("depthwise_regularizer", layer.depthwiseRegularizer())
        .put("pointwise_regularizer", layer.pointwiseRegularizer())
        .put("bias_regularizer", layer.biasRegularizer())
        .put("activity_regularizer", layer.activityRegularizer())
        .put("depthwise_constraint", layer.depthwiseConstraint())
        .put("pointwise_constraint", layer.pointwiseConstraint())
        .put("bias_constraint", layer.biasConstraint());
  }
}
