package io.rhyton.keras;

import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Size2D;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Zeros;

/** {@link Conv2D}. */
final class Conv2DCodec implements KerasCodec<Conv2D> {
  private static final Size2D EVERY_PIXEL = new Size2D(1, 1);

  @Override
  public Class<Conv2D> type() {
    return Conv2D.class;
  }

  @Override
  public Conv2D read(ConfigReader config) {
    config.onlyChannelsLast();
    config.only("dilation_rate", 1);
    config.only("groups", 1);
    return new Conv2D(
        config.integer("filters"),
        config.size("kernel_size"),
        config.size("strides", EVERY_PIXEL),
        config.padding(),
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
  public void write(Conv2D layer, ConfigWriter config) {
    config
        .put("filters", layer.filters())
        .put("kernel_size", layer.kernelSize())
        .put("strides", layer.strides())
        .put("padding", layer.padding())
        .putChannelsLast()
        .put("dilation_rate", EVERY_PIXEL)
        .put("groups", 1)
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
